import type { Budget } from '../job-posts/budget.ts';
import { amountOfBid } from './bid-rules.ts';
import type { Bid } from './parts-schema.ts';
import type { ProposalCard } from './schema.ts';

/* How well a proposal fits its post: what bestMatch sorts by, with the reasons shown beside it. Pure. */

export type Fit = ProposalCard['fit'];

export type FitFacts = {
  postSkills: readonly { id: string; name: string }[];
  budget: Budget | null;
  skills: readonly { id: string; name: string }[];
  bid: Bid;
  jobSuccess: number | null;
  isVerified: boolean;
  isInvited: boolean;
  openToOffers: boolean;
};

const weights = { skills: 0.45, budget: 0.2, jobSuccess: 0.2, verified: 0.05, invited: 0.05, available: 0.05 };
/** Somebody without a history is neither praised nor blamed. */
const jobSuccessUnknown = 0.6;
const highJobSuccess = 90;

export function fitOf(facts: FitFacts): Fit {
  const { postSkills, jobSuccess, isVerified, isInvited, openToOffers } = facts;
  const ids = new Set(facts.skills.map(({ id }) => id));
  const names = new Set(facts.skills.map(({ name }) => name.toLowerCase()));
  const has = ({ id, name }: { id: string; name: string }) => ids.has(id) || names.has(name.toLowerCase());
  const matched = postSkills.filter(has);
  const budgetPart = budgetFit(facts.bid, facts.budget);
  const skillPart = postSkills.length === 0 ? 1 : matched.length / postSkills.length;
  const score =
    weights.skills * skillPart +
    weights.budget * budgetPart +
    weights.jobSuccess * (jobSuccess === null ? jobSuccessUnknown : jobSuccess / 100) +
    weights.verified * Number(isVerified) +
    weights.invited * Number(isInvited) +
    weights.available * Number(openToOffers);
  const reasons = {
    allSkills: postSkills.length > 0 && matched.length === postSkills.length,
    withinBudget: facts.budget !== null && budgetPart === 1,
    jobSuccess: (jobSuccess ?? 0) >= highJobSuccess,
    verified: isVerified,
    invited: isInvited,
    availableNow: openToOffers,
  } satisfies Record<Fit['reasons'][number], boolean>;
  return {
    matchedSkills: matched.map(({ name }) => name),
    missingSkills: postSkills.filter((skill) => !has(skill)).map(({ name }) => name),
    score: Math.round(score * 1000) / 1000,
    reasons: (Object.keys(reasons) as Fit['reasons']).filter((reason) => reasons[reason]),
  };
}

/** 1 up to the budget, falling to 0 at twice of it; a rate or a total in another kind or currency says nothing. */
function budgetFit(bid: Bid, budget: Budget | null): number {
  if (budget === null) return 1;
  const most = budget.kind === 'hourly' ? budget.max : budget.amount;
  const amount = amountOfBid(bid);
  const isComparable = (bid.kind === 'hourly') === (budget.kind === 'hourly') && amount.currency === most.currency;
  if (!isComparable || most.amountMinor === 0) return 0.5;
  return Math.max(0, Math.min(1, 2 - amount.amountMinor / most.amountMinor));
}
