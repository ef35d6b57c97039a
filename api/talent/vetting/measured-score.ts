import type { CaseFacts } from './case-facts.ts';
import { type Criterion, jointlyBelowFloor, jointScore, type Levels } from './vetting-rubric.ts';

export type Measured = { scoreBasisPoints: number; belowFloor: string[]; isPassing: boolean };

/** What the scores that are there come to; undefined before there is one. */
export function measure({ rubric, scores }: Pick<CaseFacts, 'rubric' | 'scores'>): Measured | undefined {
  if (!rubric || scores.length === 0) return undefined;
  const criteria: Criterion[] = JSON.parse(rubric.criteria);
  const scoreBasisPoints = jointScore(scores.map((score) => score.scoreBasisPoints));
  const given: Levels[] = scores.map(({ levels }) => JSON.parse(levels));
  const belowFloor = jointlyBelowFloor(criteria, given);
  return {
    scoreBasisPoints,
    belowFloor,
    isPassing: scoreBasisPoints >= rubric.passPercent * 100 && belowFloor.length === 0,
  };
}
