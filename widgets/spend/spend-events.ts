import type { CoreEvents } from '../core/core-events.ts';
import type { Dimension, SpendPeriod } from './strings.ts';

/** Somebody is about to look at what is behind a figure. Prevented: the host shows it. */
export type HireSpendOpenDetail = {
  dimension: Dimension;
  /** as the reports' filters take it; empty for what has none */
  value: string;
  label: string;
  period: SpendPeriod;
  /** the first and the last day */
  from: string;
  to: string;
  total: { amountMinor: number; currency: string };
};

/** By name, what `<hire-spend>` sends. */
export type SpendEvents = CoreEvents & {
  'hire-spend-open': HireSpendOpenDetail;
};

declare global {
  interface HTMLElementEventMap {
    'hire-spend-open': CustomEvent<HireSpendOpenDetail>;
  }
}
