import type { EpochMs } from '../../platform/database/database.ts';
import type { BudgetPeriod } from './budget.ts';

export type BudgetRow = {
  id: string;
  tenantId: string;
  /** A cost center's code. */
  costCenter: string;
  period: BudgetPeriod;
  /** `2026-10-01` */
  startsOn: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  currency: string;
  amountMinor: number;
  /** JSON, percent, rising. */
  thresholds: string;
  toldPercent: number;
  revision: number;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

/** Append only. */
export type BudgetRevisionRow = {
  budgetId: string;
  version: number;
  tenantId: string;
  amountMinor: number;
  thresholds: string;
  reason: string | null;
  personId: string;
  at: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    budgets: BudgetRow;
    budgetRevisions: BudgetRevisionRow;
  }
}
