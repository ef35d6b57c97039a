import type { Badge } from '../freelancers/freelancer.ts';

/**
 * How much a profile deserves to be shown first, 0–1, whatever was searched for:
 *
 *     0.40 Job Success + 0.20 completeness + 0.15 badge + 0.10 identity verified + 0.10 recency + 0.05 availability
 *
 * No score yet counts as half a score, so that newcomers stand between good and bad and not below both.
 */
export type QualityFacts = {
  jobSuccess: number | null;
  completenessPercent: number;
  badge: Badge | null;
  isVerified: boolean;
  updatedAtMs: number;
  hoursPerWeek: number;
  openToOffers: boolean;
};

export const qualityWeights = {
  jobSuccess: 0.4,
  completeness: 0.2,
  badge: 0.15,
  verified: 0.1,
  recency: 0.1,
  availability: 0.05,
} as const;

export function qualityOf(facts: QualityFacts, nowMs: number): number {
  return (
    qualityWeights.jobSuccess * ((facts.jobSuccess ?? 50) / 100) +
    qualityWeights.completeness * (facts.completenessPercent / 100) +
    qualityWeights.badge * (facts.badge === null ? 0 : badgeWorth[facts.badge]) +
    qualityWeights.verified * (facts.isVerified ? 1 : 0) +
    qualityWeights.recency * recencyOf(nowMs - facts.updatedAtMs) +
    qualityWeights.availability * (facts.openToOffers ? Math.min(1, facts.hoursPerWeek / 30) : 0)
  );
}

const badgeWorth = {
  risingTalent: 0.4,
  topRated: 0.7,
  topRatedPlus: 0.85,
  expertVetted: 1,
} satisfies Record<Badge, number>;

const dayMs = 86_400_000;

/** Steps rather than a slope: two nodes that indexed a profile minutes apart agree on its place. */
export const recencySteps = [
  { withinMs: 30 * dayMs, worth: 1 },
  { withinMs: 90 * dayMs, worth: 0.6 },
  { withinMs: 365 * dayMs, worth: 0.3 },
] as const;

function recencyOf(ageMs: number): number {
  return recencySteps.find(({ withinMs }) => ageMs <= withinMs)?.worth ?? 0;
}
