import MiniSearch from 'minisearch';
import type { Engine } from './engine.ts';
import type { MadeProfile } from './made-profiles.ts';
import {
  type FacetName,
  facetNames,
  jobSuccessEdges,
  rateEdges,
  type SearchTask,
  type TaskAnswer,
  type TaskFilters,
} from './search-tasks.ts';

type Kept = Omit<MadeProfile, 'name' | 'headline' | 'overview' | 'portfolio'>;

/** MiniSearch with its own typo and prefix options; filters and facets by hand over its results. */
export class MiniSearchEngine implements Engine {
  readonly name = 'MiniSearch';
  readonly #kept: Kept[] = [];
  readonly #engine = new MiniSearch({
    idField: 'number',
    fields: ['name', 'headline', 'skillText', 'overview', 'portfolio'],
    searchOptions: { boost: { name: 5, headline: 4, skillText: 3 }, combineWith: 'AND' },
  });

  async load(profiles: Iterable<MadeProfile>): Promise<void> {
    for (const profile of profiles) {
      const { name, headline, overview, portfolio, ...kept } = profile;
      const number = this.#kept.push(kept) - 1;
      this.#engine.add({ number, name, headline, overview, portfolio, skillText: kept.skills.join(', ') });
    }
  }

  async search({ text, filters }: SearchTask): Promise<TaskAnswer> {
    const isFinished = text.endsWith(' ');
    const prefix = (_: string, at: number, words: string[]) => !isFinished && at === words.length - 1;
    const scores = new Map<number, number>();
    if (text.trim() === '') for (const number of this.#kept.keys()) scores.set(number, 0);
    else {
      // Typos only when nothing else is found, as a careful application would: faster and with fewer odd hits.
      const exact = this.#engine.search(text, { prefix });
      const found = exact.length > 0 ? exact : this.#engine.search(text, { prefix, fuzzy: 0.2 });
      for (const { id, score } of found) scores.set(id, score);
    }
    const visible = [...scores.keys()].filter((number) => !this.#kept[number]!.isPrivate);
    const facets = Object.fromEntries(facetNames.map((name) => [name, new Map<string, number>()])) as Record<
      FacetName,
      Map<string, number>
    >;
    const passing: number[] = [];
    for (const number of visible) {
      const profile = this.#kept[number]!;
      const failed = failedFilters(profile, filters);
      if (failed.length > 1) continue;
      if (failed.length === 0) passing.push(number);
      for (const name of failed.length === 1 ? failed : facetNames) count(facets[name], valuesOf(profile, name));
    }
    const rank = (number: number) => scores.get(number)! + 3 * this.#kept[number]!.quality;
    passing.sort((a, b) => rank(b) - rank(a));
    return { total: passing.length, ids: passing.slice(0, 20).map((number) => this.#kept[number]!.id), facets };
  }

  async close(): Promise<void> {}
}

function failedFilters(profile: Kept, { category, country, rate, verified }: TaskFilters): FacetName[] {
  const failed: FacetName[] = [];
  if (category && !category.includes(profile.category)) failed.push('category');
  if (country && !country.includes(profile.country)) failed.push('country');
  if (rate && (profile.rateMinor < rate.min || profile.rateMinor > rate.max)) failed.push('rate');
  if (verified && !profile.isVerified) failed.push('verified');
  return failed;
}

function valuesOf(profile: Kept, name: FacetName): readonly string[] {
  const { jobSuccess, badge } = profile;
  switch (name) {
    case 'skill':
      return profile.skills;
    case 'language':
      return profile.languages;
    case 'rate':
      return [String(bucketOf(profile.rateMinor, rateEdges))];
    case 'jobSuccess':
      return jobSuccess === null ? [] : [String(bucketOf(jobSuccess, jobSuccessEdges))];
    case 'badge':
      return badge === null ? [] : [badge];
    case 'verified':
      return profile.isVerified ? ['true'] : [];
    default:
      return [profile[name]];
  }
}

function bucketOf(value: number, edges: readonly number[]): number {
  const above = edges.findIndex((edge) => value < edge);
  return above < 0 ? edges.length : above;
}

function count(counts: Map<string, number>, values: readonly string[]): void {
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
}
