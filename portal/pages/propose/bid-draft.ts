import type { Money } from '@portico/api/money/money.ts';
import type { Bid } from '../../api/own-work.ts';
import { emptyMilestone, type Milestone, sumOf } from '../../elements/milestone-fields.ts';

/** A bid as it is typed: kinds keep their own figures while somebody tries another. */
export type BidDraft = {
  kind: Bid['kind'];
  currency: string;
  rate: Money | null;
  total: Money | null;
  milestones: Milestone[];
};

export const emptyBid = (kind: Bid['kind'], currency: string): BidDraft => ({
  kind,
  currency,
  rate: null,
  total: null,
  milestones: [emptyMilestone(currency)],
});

/** What the bid pays before the fee, an hour or the whole; null while there is no figure. */
export function grossOf({ kind, currency, rate, total, milestones }: BidDraft): Money | null {
  if (kind === 'hourly') return rate;
  if (kind === 'fixed') return total;
  const sum = sumOf(milestones, currency);
  return sum.amountMinor > 0 ? sum : null;
}

/** @returns undefined while a figure is missing */
export function bidOf(draft: BidDraft): Bid | undefined {
  const gross = grossOf(draft);
  if (!gross) return undefined;
  switch (draft.kind) {
    case 'hourly':
      return { kind: 'hourly', rate: gross };
    case 'fixed':
      return { kind: 'fixed', total: gross };
    case 'milestones':
      return {
        kind: 'milestones',
        total: gross,
        milestones: draft.milestones.map((one) => ({ ...one, description: one.description.trim() })),
      };
  }
}

export function draftOfBid(bid: Bid): BidDraft {
  const { currency } = bid.kind === 'hourly' ? bid.rate : bid.total;
  const draft = emptyBid(bid.kind, currency);
  switch (bid.kind) {
    case 'hourly':
      return { ...draft, rate: bid.rate };
    case 'fixed':
      return { ...draft, total: bid.total };
    case 'milestones':
      return { ...draft, total: bid.total, milestones: bid.milestones };
  }
}
