import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { AccountRef } from '../ledger/ledger.ts';
import type { Frozen } from './freeze.ts';
import { findDispute, listDisputes } from './store.ts';
import type { BankDisputeRow } from './table.ts';

export type BankDispute = BankDisputeRow;

const disputesMax = 1000;

/** Of contracts, the newest first. */
export function readBankDisputes(db: Executor, contractIds: readonly string[]): Promise<BankDisputeRow[]> {
  if (contractIds.length === 0) return Promise.resolve([]);
  return listDisputes(db, { contractIds }, undefined, disputesMax);
}

/** @throws 404 also for another tenant's */
export async function getBankDispute(db: Executor, { tenantId }: TenantScope, id: string): Promise<BankDisputeRow> {
  const found = await findDispute(db, id);
  if (!found || found.tenantId !== tenantId) throw notFound();
  return found;
}

/**
 * What is missing from accounts because a bank has it, or kept it: for proofs of states that stand on those accounts.
 * Won disputes gave everything back.
 */
export async function readFrozen(
  db: Executor,
  contractIds: readonly string[],
): Promise<{ account: AccountRef; amountMinor: number; currency: string }[]> {
  const disputes = await readBankDisputes(db, contractIds);
  return disputes
    .filter(({ state, frozen }) => state !== 'won' && frozen !== '')
    .flatMap(({ frozen, currency }) => (JSON.parse(frozen) as Frozen).accounts.map((part) => ({ ...part, currency })));
}
