import type { EpochMs } from '../../platform/database/database.ts';
import type { SourceKind } from '../payments/payment.ts';

/** How a tenant pays where nothing else is chosen. */
export type BillingAccountRow = {
  tenantId: string;
  defaultKind: SourceKind;
  defaultMethodId: string | null;
  revision: number;
  updatedAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    billingAccounts: BillingAccountRow;
  }
}
