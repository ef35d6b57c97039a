import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { Interval, SubscriptionState } from './subscription.ts';

export type SubscriptionRow = {
  id: string;
  tenantId: string;
  plan: 'pro';
  state: SubscriptionState;
  interval: Interval;
  /** From the next period on. */
  nextInterval: Interval;
  methodId: string;
  /** The first day; each period ends so many months after it. */
  anchorAt: EpochMs;
  /** Paid up to `periodEnd`, which is so many months after the anchor. */
  monthsPaid: number;
  periodStart: EpochMs | null;
  periodEnd: EpochMs | null;
  cancelsAtEnd: Flag;
  /** When the next charge is due; null while one is under way, and when nothing more is charged. */
  nextChargeAt: EpochMs | null;
  /** Of one that is past due: until when the plan stays open. */
  graceUntil: EpochMs | null;
  refusal: string | null;
  startedBy: string;
  createdAt: EpochMs;
  endedAt: EpochMs | null;
  endReason: 'declined' | 'cancelled' | 'unpaid' | null;
  revision: number;
};

/** One charge: of the next period, or another try of it. */
export type SubscriptionChargeRow = {
  id: string;
  subscriptionId: string;
  tenantId: string;
  interval: Interval;
  startsAt: EpochMs;
  endsAt: EpochMs;
  amountMinor: number;
  taxMinor: number;
  currency: string;
  state: 'charging' | 'paid' | 'failed';
  paymentId: string | null;
  refusal: string | null;
  createdAt: EpochMs;
  settledAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    subscriptions: SubscriptionRow;
    subscriptionCharges: SubscriptionChargeRow;
  }
}
