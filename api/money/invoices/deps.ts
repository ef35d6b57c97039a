import type { Database, Executor } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import type { LedgerDeps } from '../ledger/post-transfer.ts';

/** Money knows neither contracts nor people: who they are is handed in at assembly. By id; who is unknown is left out. */
export type InvoiceNames = {
  contractTitles(db: Executor, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  freelancerNames(db: Executor, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
};

export type InvoiceDeps = LedgerDeps & {
  database: Database;
  outbox: Outbox;
  directory: Pick<TenantDirectory, 'byId'>;
  names: InvoiceNames;
};
