import type { IndexDocument, IndexSchema } from '../../platform/search-index/index-schema.ts';
import { SearchIndex } from '../../platform/search-index/search-index.ts';
import type { Condition, FacetCounts, FacetRequest } from '../../platform/search-index/search-query.ts';
import type { Engine } from './engine.ts';
import type { MadeProfile } from './made-profiles.ts';
import {
  type FacetName,
  facetNames,
  jobSuccessEdges,
  rateEdges,
  type SearchTask,
  type TaskAnswer,
} from './search-tasks.ts';

export const benchSchema: IndexSchema = {
  name: 'bench',
  version: 1,
  text: {
    name: { weight: 5, typicalLength: 2 },
    headline: { weight: 4, typicalLength: 8 },
    skills: { weight: 3, typicalLength: 12 },
    overview: { weight: 1, typicalLength: 90 },
    portfolio: { weight: 0.8, typicalLength: 30 },
  },
  keywords: {
    category: {},
    skill: { multiple: true },
    badge: {},
    country: {},
    language: { multiple: true },
    availability: {},
    visibility: {},
    pool: { multiple: true },
  },
  numbers: { rate: { buckets: rateEdges }, jobSuccess: { buckets: jobSuccessEdges } },
  flags: ['verified'],
};

const facets: Record<FacetName, FacetRequest> = {
  category: { column: 'category' },
  skill: { column: 'skill', limit: 50 },
  rate: { buckets: 'rate' },
  jobSuccess: { buckets: 'jobSuccess' },
  badge: { column: 'badge' },
  country: { column: 'country' },
  language: { column: 'language' },
  availability: { column: 'availability' },
  verified: { condition: { flag: 'verified' } },
};

export class SearchIndexEngine implements Engine {
  readonly name = 'Portico';
  readonly index: SearchIndex;

  constructor(index = new SearchIndex(benchSchema)) {
    this.index = index;
  }

  async load(profiles: Iterable<MadeProfile>): Promise<void> {
    await this.index.addAll(documentsOf(profiles));
  }

  async search(task: SearchTask): Promise<TaskAnswer> {
    const found = this.index.search({
      text: task.text,
      scope: [{ column: 'visibility', any: ['public'] }],
      filters: filtersOf(task),
      facets,
      boosts: [{ signal: 'pool', weight: 2, when: { column: 'pool', any: ['pl_a'] } }],
    });
    const counts = facetNames.map((name) => [name, countsOf(found.facets[name]!)] as const);
    return {
      total: found.total,
      ids: found.hits.map(({ id }) => id),
      facets: Object.fromEntries(counts) as TaskAnswer['facets'],
    };
  }

  async close(): Promise<void> {}
}

export function documentOf(profile: MadeProfile): IndexDocument {
  const {
    id,
    name,
    headline,
    skills,
    overview,
    portfolio,
    category,
    badge,
    country,
    availability,
    quality,
    updatedAt,
  } = profile;
  return {
    id,
    quality,
    updatedAt,
    text: { name, headline, skills, overview, portfolio },
    keywords: {
      category,
      skill: skills,
      badge,
      country,
      language: profile.languages,
      availability,
      visibility: profile.isPrivate ? 'private' : 'public',
      pool: profile.pools,
    },
    numbers: { rate: profile.rateMinor, jobSuccess: profile.jobSuccess },
    flags: { verified: profile.isVerified },
  };
}

function* documentsOf(profiles: Iterable<MadeProfile>): Generator<IndexDocument> {
  for (const profile of profiles) yield documentOf(profile);
}

function filtersOf({ filters }: SearchTask): Record<string, Condition> {
  const conditions: Record<string, Condition> = {};
  if (filters.category !== undefined) conditions.category = { column: 'category', any: filters.category };
  if (filters.country !== undefined) conditions.country = { column: 'country', any: filters.country };
  if (filters.rate !== undefined) conditions.rate = { number: 'rate', ...filters.rate };
  if (filters.verified !== undefined) conditions.verified = { flag: 'verified', is: filters.verified };
  return conditions;
}

function countsOf(counts: FacetCounts): ReadonlyMap<string, number> {
  if (counts.kind === 'values') return new Map(counts.values.map(({ value, count }) => [value, count]));
  if (counts.kind === 'condition') return new Map([['true', counts.count]]);
  return new Map(counts.buckets.flatMap(({ count }, code) => (count > 0 ? [[String(code), count]] : [])));
}
