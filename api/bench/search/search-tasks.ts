import { type Random, seededRandom, skillNames } from './made-profiles.ts';

export const taskKinds = ['common word', 'two words', 'typo', 'prefix', 'four filters'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** The same question for every engine; each answers with the total, the first 20 and the counts of all facets. */
export type SearchTask = { readonly kind: TaskKind; readonly text: string; readonly filters: TaskFilters };

export type TaskFilters = {
  readonly category?: readonly string[];
  readonly country?: readonly string[];
  readonly rate?: { readonly min: number; readonly max: number };
  readonly verified?: boolean;
};

export const facetNames = [
  'category',
  'skill',
  'rate',
  'jobSuccess',
  'badge',
  'country',
  'language',
  'availability',
  'verified',
] as const;
export type FacetName = (typeof facetNames)[number];
export const rateEdges = [1000, 2000, 3000, 5000, 7500, 10_000, 15_000];
export const jobSuccessEdges = [70, 80, 90, 95];

/** What an engine found, enough to compare engines with each other. */
export type TaskAnswer = {
  readonly total: number;
  readonly ids: readonly string[];
  readonly facets: Record<FacetName, ReadonlyMap<string, number>>;
};

const commonWords = [
  'developer',
  'experience',
  'design',
  'react',
  'team',
  'software',
  'development',
  'web',
  'data',
  'project',
];

export function searchTasks(perKind: number): SearchTask[] {
  const random = seededRandom(7);
  return Array.from({ length: perKind }, () => taskKinds.map((kind) => taskOf(kind, random))).flat();
}

function taskOf(kind: TaskKind, random: Random): SearchTask {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const skillWord = () => pick(skillNames.slice(0, 60)).replace(/[.#+-].*$/, '') || 'net';
  const common = pick(commonWords);
  switch (kind) {
    case 'common word':
      return { kind, text: `${common} `, filters: {} };
    case 'two words':
      return { kind, text: `${skillWord()} ${common} `, filters: {} };
    case 'typo':
      return {
        kind,
        text: `${misspelled(pick(['developer', 'kubernetes', 'typescript', 'photoshop', 'designer', 'salesforce', 'postgresql']), random)} `,
        filters: {},
      };
    case 'prefix':
      return { kind, text: pick(skillNames.slice(0, 60)).slice(0, 2 + Math.floor(random() * 3)), filters: {} };
    case 'four filters': {
      const filters = {
        category: ['web', 'mobile', 'data'],
        country: ['US', 'IN', 'DE', 'GB'],
        rate: { min: 1000, max: 8000 },
        verified: true,
      };
      return { kind, text: random() < 0.5 ? '' : `${common} `, filters };
    }
  }
}

function misspelled(word: string, random: Random): string {
  const at = 2 + Math.floor(random() * (word.length - 4));
  return random() < 0.5
    ? word.slice(0, at) + word.slice(at + 1)
    : word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
}
