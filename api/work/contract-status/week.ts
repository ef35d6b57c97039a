import type { Money } from '../../money/money.ts';
import type { ChargeState, TimesheetState } from '../timesheets/timesheet.ts';

/** A week of an hourly contract as the status shows it. Pure. */
export type WeekFacts = {
  id: string | null;
  isThisWeek: boolean;
  startsAtMs: number;
  state: TimesheetState;
  charge: ChargeState;
  trackedMinutes: number;
  billableMinutes: number;
  limitMinutes: number | null;
  rate: Money;
  amount: Money;
  dueAtMs: number | null;
};
