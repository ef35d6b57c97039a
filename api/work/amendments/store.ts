import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ContractSide } from '../contracts/contract.ts';
import { type AmendmentState, openAmendmentStates } from './amendment.ts';
import type { AmendmentRow, AmendmentSignatureRow } from './table.ts';

/** A second one that is open on the same contract breaks a unique index. */
export async function insertAmendment(trx: Executor, row: AmendmentRow): Promise<void> {
  await trx.insertInto('amendments').values(row).execute();
}

export function findAmendment(db: Executor, scope: TenantScope, id: string): Promise<AmendmentRow | undefined> {
  return db
    .selectFrom('amendments')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** @param tenant where the address names one, its amendments only */
export function findAmendmentOf(
  db: Executor,
  { freelancerId }: FreelancerScope,
  tenant: TenantScope | undefined,
  id: string,
): Promise<AmendmentRow | undefined> {
  return db
    .selectFrom('amendments')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .where('id', '=', id)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId))
    .executeTakeFirst();
}

export function findAmendments(db: Executor, scope: TenantScope, ids: readonly string[]): Promise<AmendmentRow[]> {
  return db
    .selectFrom('amendments')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', 'in', ids)
    .execute();
}

/** The newest first. */
export function listAmendments(db: Executor, contractId: string, limit: number): Promise<AmendmentRow[]> {
  return db
    .selectFrom('amendments')
    .selectAll()
    .where('contractId', '=', contractId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export function listOpenAmendments(db: Executor, contractIds: readonly string[]): Promise<AmendmentRow[]> {
  return db
    .selectFrom('amendments')
    .selectAll()
    .where('contractId', 'in', contractIds)
    .where('state', 'in', openAmendmentStates)
    .execute();
}

/** @returns false when it has left `from` */
export async function updateAmendment(
  trx: Executor,
  scope: TenantScope,
  id: string,
  from: readonly AmendmentState[],
  change: Partial<Omit<AmendmentRow, 'id' | 'tenantId' | 'contractId' | 'revision'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('amendments')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertSignature(trx: Executor, row: AmendmentSignatureRow): Promise<void> {
  await trx.insertInto('amendmentSignatures').values(row).execute();
}

/** An approver said no to what the client had signed. */
export async function deleteSignature(
  trx: Executor,
  scope: TenantScope,
  amendmentId: string,
  side: ContractSide,
): Promise<void> {
  await trx
    .deleteFrom('amendmentSignatures')
    .where('tenantId', '=', scope.tenantId)
    .where('amendmentId', '=', amendmentId)
    .where('side', '=', side)
    .execute();
}

export function listSignatures(db: Executor, amendmentIds: readonly string[]): Promise<AmendmentSignatureRow[]> {
  return db
    .selectFrom('amendmentSignatures')
    .selectAll()
    .where('amendmentId', 'in', amendmentIds)
    .orderBy('signedAt')
    .execute();
}

/** Of every tenant: the clock has none. */
export function listDueAmendments(
  db: Executor,
  states: readonly AmendmentState[],
  column: 'expiresAt' | 'effectiveFrom',
  nowMs: EpochMs,
  limit: number,
): Promise<AmendmentRow[]> {
  return db
    .selectFrom('amendments')
    .selectAll()
    .where('state', 'in', states)
    .where(column, '<=', nowMs)
    .orderBy(column)
    .orderBy('id')
    .limit(limit)
    .execute();
}
