import type { StatusAction } from '@portico/api/work/contract-status/next-step.ts';

/** Closed words of the widget: its lists, and what people do here; the rest of what a contract may need is done in the portal. */
export type StatusFilter = 'waiting' | 'open' | 'all';
export type WidgetAction = Extract<
  StatusAction,
  'release' | 'requestChanges' | 'fund' | 'reviewWeek' | 'bonus' | 'pause' | 'resume' | 'end'
>;
