import type { ProposalRange } from './job-search.ts';

/**
 * How much a post deserves to be shown first, 0–1, whatever was searched for:
 *
 *     0.60 recency + 0.20 few proposals + 0.20 how much it says (budget, duration, level, hours)
 */
export const jobQualityWeights = { recency: 0.6, fewProposals: 0.2, detail: 0.2 } as const;

export type JobQualityFacts = {
  publishedAtMs: number;
  proposals: ProposalRange;
  /** How many of budget, duration, level and hours it names. */
  named: 0 | 1 | 2 | 3 | 4;
};

export function jobQualityOf({ publishedAtMs, proposals, named }: JobQualityFacts, nowMs: number): number {
  return (
    jobQualityWeights.recency * recencyOf(nowMs - publishedAtMs) +
    jobQualityWeights.fewProposals * chance[proposals] +
    jobQualityWeights.detail * (named / 4)
  );
}

const chance = { '0-4': 1, '5-9': 0.8, '10-19': 0.5, '20-49': 0.2, '50-': 0 } satisfies Record<ProposalRange, number>;

const dayMs = 86_400_000;

/** Steps rather than a slope: two nodes that indexed a post minutes apart agree on its place. */
export const jobRecencySteps = [
  { withinMs: dayMs, worth: 1 },
  { withinMs: 3 * dayMs, worth: 0.85 },
  { withinMs: 7 * dayMs, worth: 0.65 },
  { withinMs: 14 * dayMs, worth: 0.4 },
  { withinMs: 30 * dayMs, worth: 0.2 },
] as const;

function recencyOf(ageMs: number): number {
  return jobRecencySteps.find(({ withinMs }) => ageMs <= withinMs)?.worth ?? 0;
}
