import canonicalize from 'canonicalize';
import { fractionOf, type Money } from '../../money/money.ts';
import type { OfferTerms } from './schema.ts';

/** What is approved: another rate, amount, end date or purchase order asks again, another text does not. */
export function factsToApprove({ payment, endsOn, purchaseOrder }: OfferTerms): string {
  const price =
    payment?.kind === 'hourly' ? { rate: payment.rate, weeklyLimitHours: payment.weeklyLimitHours } : payment?.total;
  return canonicalize({ kind: payment?.kind, price, endsOn, purchaseOrder })!;
}

const dayMs = 86_400_000;

/**
 * What an offer will cost at most.
 * @param todayMs when work begins that has no start date
 * @returns null when nobody can say: hourly without a limit or an end
 */
export function costOf({ payment, startsOn, endsOn }: OfferTerms, todayMs: number): Money | null {
  if (!payment) return null;
  if (payment.kind === 'fixed') return payment.total;
  if (payment.weeklyLimitHours === null || endsOn === null) return null;
  const fromMs = startsOn === null ? todayMs : Date.parse(startsOn);
  const days = Math.floor((Date.parse(endsOn) - fromMs) / dayMs) + 1;
  const weeks = Math.max(1, Math.ceil(days / 7));
  return fractionOf(payment.rate, payment.weeklyLimitHours * weeks, 1);
}
