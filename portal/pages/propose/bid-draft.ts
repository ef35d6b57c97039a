import { add, type Money } from '@portico/api/money/money.ts';
import type { Bid } from '../../api/own-work.ts';

export type MilestoneDraft = { description: string; dueOn: string; amount: Money | null };

/** A bid as it is typed: kinds keep their own figures while somebody tries another. */
export type BidDraft = {
  kind: Bid['kind'];
  rate: Money | null;
  total: Money | null;
  milestones: readonly MilestoneDraft[];
};

export const emptyMilestone = (): MilestoneDraft => ({ description: '', dueOn: '', amount: null });

export const emptyBid = (kind: Bid['kind']): BidDraft => ({
  kind,
  rate: null,
  total: null,
  milestones: [emptyMilestone()],
});

/** What the bid pays before the fee: an hour, or the whole. */
export function grossOf({ kind, rate, total, milestones }: BidDraft): Money | null {
  if (kind === 'hourly') return rate;
  if (kind === 'fixed') return total;
  const amounts = milestones.flatMap(({ amount }) => (amount ? [amount] : []));
  const [first, ...rest] = amounts;
  return first ? add(first, ...rest) : null;
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
        milestones: draft.milestones.map(({ description, dueOn, amount }) => ({
          description: description.trim(),
          dueOn: dueOn || null,
          amount: amount ?? { amountMinor: 0, currency: gross.currency },
        })),
      };
  }
}

export function draftOfBid(bid: Bid): BidDraft {
  const draft = emptyBid(bid.kind);
  switch (bid.kind) {
    case 'hourly':
      return { ...draft, rate: bid.rate };
    case 'fixed':
      return { ...draft, total: bid.total };
    case 'milestones':
      return {
        ...draft,
        total: bid.total,
        milestones: bid.milestones.map((one) => ({ ...one, dueOn: one.dueOn ?? '' })),
      };
  }
}
