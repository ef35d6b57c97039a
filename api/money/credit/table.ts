import type { EpochMs } from '../../platform/database/database.ts';

/** What a tenant may buy before it pays; one at a time. The limit is also what the ledger's creditLine gave. */
export type CreditLineRow = {
  tenantId: string;
  currency: string;
  limitMinor: number;
  /** From the date of an invoice to its due date. */
  days: number;
  revision: number;
  setBy: string;
  updatedAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    creditLines: CreditLineRow;
  }
}
