import type { CounterTerms, FreelancerOffer } from '@portico/api/hiring/offers/schema.ts';
import { type BidDraft, bidOf, draftOfBid } from '../propose/bid-draft.ts';

/** Other terms as they are typed. */
export type CounterDraft = {
  bid: BidDraft;
  weeklyLimitHours: string;
  manualTimeAllowed: boolean;
  startsOn: string;
  endsOn: string;
  text: string;
  message: string;
};

export function draftOfOffer({ terms, payment }: FreelancerOffer): CounterDraft {
  const isHourly = payment.kind === 'hourly';
  return {
    bid: draftOfBid(
      isHourly
        ? { kind: 'hourly', rate: payment.rate }
        : { kind: 'milestones', total: payment.total, milestones: payment.milestones },
    ),
    weeklyLimitHours: isHourly ? String(payment.weeklyLimitHours ?? '') : '',
    manualTimeAllowed: isHourly && payment.manualTimeAllowed,
    startsOn: terms.startsOn ?? '',
    endsOn: terms.endsOn ?? '',
    text: terms.text,
    message: '',
  };
}

/** @returns undefined while a figure is missing */
export function termsOfDraft(draft: CounterDraft, offered: Pick<FreelancerOffer, 'terms'>): CounterTerms | undefined {
  const bid = bidOf(draft.bid);
  if (!bid || bid.kind === 'fixed') return undefined;
  const hours = Math.round(Number(draft.weeklyLimitHours));
  return {
    payment:
      bid.kind === 'hourly'
        ? {
            kind: 'hourly',
            rate: bid.rate,
            weeklyLimitHours: hours > 0 ? hours : null,
            manualTimeAllowed: draft.manualTimeAllowed,
          }
        : { kind: 'fixed', total: bid.total, milestones: bid.milestones },
    startsOn: draft.startsOn || null,
    endsOn: draft.endsOn || null,
    // Left out it stays the template's.
    ...(draft.text !== offered.terms.text && { text: draft.text }),
  };
}
