import type { CoreStrings, Plural } from '../core/locale.ts';

export const dimensions = [
  'team',
  'costCenter',
  'purchaseOrder',
  'project',
  'category',
  'country',
  'freelancer',
] as const;
export type Dimension = (typeof dimensions)[number];

export const periods = ['monthToDate', 'lastMonth', 'quarterToDate', 'lastQuarter', 'yearToDate', 'lastYear'] as const;
export type SpendPeriod = (typeof periods)[number];

/** What the figures say; the words of what is behind one come with it. */
export type SpendStrings = CoreStrings & {
  label: string;
  dimension: string;
  period: string;
  dimensions: Record<Dimension, string>;
  periods: Record<SpendPeriod, string>;
  spent: string;
  before: string;
  share: string;
  change: string;
  /** of money that is booked on none: no team, no order */
  none: string;
  found: Plural;
  nothing: string;
  opens: string;
};
