import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { netTermDays } from './credit-line.ts';
import { findCreditLine, listCreditLines } from './store.ts';
import type { CreditLineRow } from './table.ts';

export type { CreditLineRow } from './table.ts';

/** Undefined: nothing is bought on credit. */
export function readCreditLine(db: Executor, scope: TenantScope): Promise<CreditLineRow | undefined> {
  return findCreditLine(db, scope);
}

/** From an invoice to its due date; what was bought before a line was taken away keeps the shortest. */
export async function readTerms(db: Executor, scope: TenantScope): Promise<{ days: number }> {
  return { days: (await findCreditLine(db, scope))?.days ?? netTermDays[0] };
}

const linesMax = 100_000;

/** Of all tenants, for proofs. */
export function readAllCreditLines(db: Executor): Promise<CreditLineRow[]> {
  return listCreditLines(db, linesMax);
}
