import { sql } from 'kysely';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { CommitmentRow, PurchaseOrderRow, SpendingEntryRow } from './table.ts';

export type Subject = { kind: CommitmentRow['subjectKind']; id: string };

/** Takes its turn: whoever else changes the same commitment waits, and then sees what this one wrote. */
export function lockCommitment(
  trx: Executor,
  scope: TenantScope,
  { kind, id }: Subject,
): Promise<CommitmentRow | undefined> {
  return trx
    .updateTable('commitments')
    .set({ revision: sql`revision + 1` })
    .where('tenantId', '=', scope.tenantId)
    .where('subjectKind', '=', kind)
    .where('subjectId', '=', id)
    .returningAll()
    .executeTakeFirst();
}

export function findCommitment(
  db: Executor,
  scope: TenantScope,
  { kind, id }: Subject,
): Promise<CommitmentRow | undefined> {
  return db
    .selectFrom('commitments')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('subjectKind', '=', kind)
    .where('subjectId', '=', id)
    .executeTakeFirst();
}

export function findCommitmentById(db: Executor, scope: TenantScope, id: string): Promise<CommitmentRow | undefined> {
  return db
    .selectFrom('commitments')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertCommitment(trx: Executor, row: CommitmentRow): Promise<void> {
  await trx.insertInto('commitments').values(row).execute();
}

export async function updateCommitment(
  trx: Executor,
  scope: TenantScope,
  id: string,
  change: Partial<Omit<CommitmentRow, 'id' | 'tenantId'>>,
): Promise<void> {
  await trx
    .updateTable('commitments')
    .set(change)
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .execute();
}

export async function insertEntries(trx: Executor, rows: readonly SpendingEntryRow[]): Promise<void> {
  if (rows.length > 0) await trx.insertInto('spendingEntries').values(rows).execute();
}

export type Guard = { currency: string; nowMs: EpochMs; mayExceed: boolean };

/**
 * Adds to what is kept of a purchase order; with a guard only while it is open, valid and large enough, in the one
 * statement that writes it: of fifty at once no more than fit get through.
 * @returns the row as it is now; undefined when the guard did not hold or there is no such number
 */
export function addToSums(
  trx: Executor,
  scope: TenantScope,
  number: string,
  { committedMinor, spentMinor }: { committedMinor: number; spentMinor: number },
  guard?: Guard,
): Promise<PurchaseOrderRow | undefined> {
  const more = committedMinor + spentMinor;
  return trx
    .updateTable('purchaseOrders')
    .set((eb) => ({
      committedMinor: eb('committedMinor', '+', committedMinor),
      spentMinor: eb('spentMinor', '+', spentMinor),
    }))
    .where('tenantId', '=', scope.tenantId)
    .where('number', '=', number)
    .$if(guard !== undefined, (query) =>
      query
        .where('state', 'in', ['open', 'exhausted'])
        .where('startsAt', '<=', guard!.nowMs)
        .where('endsAt', '>', guard!.nowMs)
        .where('currency', '=', guard!.currency),
    )
    .$if(guard !== undefined && more > 0, (query) =>
      query.where((eb) => {
        const fits = eb(eb('amountMinor', '-', eb('committedMinor', '+', eb.ref('spentMinor'))), '>=', more);
        return guard!.mayExceed ? eb.or([fits, eb('overrun', '=', 'byApproval')]) : fits;
      }),
    )
    .returningAll()
    .executeTakeFirst();
}

/** Hourly work whose next week is no longer ahead, of every tenant: the clock has none. */
export function listToRecount(db: Executor, nowMs: EpochMs, limit: number): Promise<CommitmentRow[]> {
  return db
    .selectFrom('commitments')
    .selectAll()
    .where('recountAt', '<=', nowMs)
    .orderBy('recountAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export function listCommitmentsOn(db: Executor, scope: TenantScope, number: string): Promise<CommitmentRow[]> {
  return db
    .selectFrom('commitments')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('purchaseOrder', '=', number)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}
