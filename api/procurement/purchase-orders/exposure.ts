import type { ClientFee } from '../../money/fees/fee.ts';
import { quoteCharge } from '../../money/fees/quote-charge.ts';
import { fractionOf, type Money } from '../../money/money.ts';
import type { Executor } from '../../platform/database/database.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { procurementPolicy } from './policy.ts';
import { endOfDay, startOfDay, weeksLeft } from './purchase-order.ts';

/** What terms may cost a client in all, fees and the tax on them included. */
export type Exposure = {
  currency: string;
  /** Charged once, with the first payment. */
  onceMinor: number;
  startsAtMs: number;
  endsAtMs: number | null;
} & (
  | { kind: 'fixed'; principalMinor: number; totalMinor: number }
  | {
      kind: 'hourly';
      weeklyMinor: number;
      /** Where nothing else ends it: neither terms nor a purchase order. */
      assumedEndMs: number;
    }
);

/** Terms as offers and contracts have them. */
export type PricedTerms = {
  payment: { kind: 'fixed'; total: Money } | { kind: 'hourly'; rate: Money; weeklyLimitHours: number | null };
  startsOn: string | null;
  endsOn: string | null;
};

const weekMs = 7 * 86_400_000;

/** @param startsAtMs when work begins that has no start date */
export async function exposureOf(
  db: Executor,
  scope: TenantScope,
  { payment, startsOn, endsOn }: PricedTerms,
  client: ClientFee,
  startsAtMs: number,
): Promise<Exposure> {
  const { hoursWithoutLimit, openEndedWeeks } = await readPolicy(db, scope, procurementPolicy);
  const isFixed = payment.kind === 'fixed';
  const amount = isFixed ? payment.total : fractionOf(payment.rate, payment.weeklyLimitHours ?? hoursWithoutLimit, 1);
  const quote = (isFirstOfContract: boolean) => quoteCharge(db, scope, { amount, client, isFirstOfContract });
  const [{ total }, first] = [await quote(false), await quote(true)];
  const of = {
    currency: amount.currency,
    onceMinor: first.total.amountMinor - total.amountMinor,
    startsAtMs: startsOn === null ? startsAtMs : startOfDay(startsOn),
    endsAtMs: endsOn === null ? null : endOfDay(endsOn),
  };
  if (isFixed) return { ...of, kind: 'fixed', principalMinor: amount.amountMinor, totalMinor: total.amountMinor };
  const assumedEndMs = of.startsAtMs + openEndedWeeks * weekMs;
  return { ...of, kind: 'hourly', weeklyMinor: total.amountMinor, assumedEndMs };
}

export type Progress = {
  /** Put into escrow so far, without fees. */
  fundedMinor: number;
  /** Nothing was charged yet: what is charged once is still to come. */
  isFresh: boolean;
  /** Until when hourly work may be charged at most. */
  horizonMs: number;
  nowMs: number;
};

/** What may still be charged. */
export function openOf(exposure: Exposure, { fundedMinor, isFresh, horizonMs, nowMs }: Progress): number {
  const once = isFresh ? exposure.onceMinor : 0;
  if (exposure.kind === 'hourly') {
    const endsAtMs = Math.min(exposure.endsAtMs ?? horizonMs, horizonMs);
    const weeks = weeksLeft({ startsAtMs: exposure.startsAtMs, endsAtMs }, nowMs);
    return weeks === 0 ? 0 : exposure.weeklyMinor * weeks + once;
  }
  const { principalMinor, totalMinor, currency } = exposure;
  const restMinor = Math.max(0, principalMinor - fundedMinor);
  if (restMinor === 0) return 0;
  return fractionOf({ amountMinor: totalMinor, currency }, restMinor, principalMinor).amountMinor + once;
}
