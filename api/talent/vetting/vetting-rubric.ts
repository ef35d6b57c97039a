import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** What is scored and how much each part counts. Pure; pages import it too. */

export const rubricStates = ['draft', 'published', 'replaced'] as const;
export type RubricState = (typeof rubricStates)[number];

/** Only a draft is edited: every score keeps the version it was given by. */
export const rubricMoves = {
  publish: { by: ['member', 'operator'], from: ['draft'], to: 'published' },
  /** A later version was published; scores given by this one keep it. */
  replace: { by: ['member', 'operator'], from: ['published'], to: 'replaced' },
} as const satisfies MoveTable<RubricState, string>;
export type RubricMove = keyof typeof rubricMoves;
export const rubricCan = predicates<RubricState, RubricMove>(rubricMoves);

export type Criterion = {
  /** Stays the same from version to version: `depth`. */
  key: string;
  name: string;
  description: string;
  weight: number;
  /** What each level means, the lowest first; as many as the scale has. */
  levels: readonly string[];
  /** The level, counted from 1, that must be reached whatever the rest is; null when none must. */
  floor: number | null;
};

export const criteriaMax = 20;
export const levelsMin = 2;
export const levelsMax = 10;
export const weightMax = 100;

/** By criterion key, the level counted from 1. */
export type Levels = Readonly<Record<string, number>>;

const wholeBasisPoints = 10_000;

/**
 * The weighted share of what could be reached, in basis points: 0 with the lowest level everywhere, 10,000 with the
 * highest. Rounded half up.
 */
export function scoreOf(criteria: readonly Criterion[], levels: Levels): number {
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return 0;
  const reached = criteria.reduce((sum, { key, weight, levels: { length } }) => {
    return sum + (weight * ((levels[key] ?? 1) - 1)) / (length - 1);
  }, 0);
  return Math.round((wholeBasisPoints * reached) / weights + roundingHelp);
}

/** Sums of thirds and sevenths must not fall a hair below a half. */
const roundingHelp = 1e-9;

/** Keys of the criteria whose floor was not reached. */
export function belowFloor(criteria: readonly Criterion[], levels: Levels): string[] {
  return criteria.flatMap(({ key, floor }) => (floor !== null && (levels[key] ?? 1) < floor ? [key] : []));
}

/** The score of all reviewers: of two their mean, of more their median, so that one who is far off does not decide. */
export function jointScore(scores: readonly number[]): number {
  return Math.round(medianOf(scores) + roundingHelp);
}

/** Keys of the criteria that all reviewers together, reckoned as their joint score is, found below the floor. */
export function jointlyBelowFloor(criteria: readonly Criterion[], given: readonly Levels[]): string[] {
  return criteria.flatMap(({ key, floor }) =>
    floor !== null && medianOf(given.map((levels) => levels[key] ?? 1)) < floor ? [key] : [],
  );
}

/** How far the reviewers are apart. */
export function gapOf(scores: readonly number[]): number {
  return scores.length < 2 ? 0 : Math.max(...scores) - Math.min(...scores);
}

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
