import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { CommitmentRow, PurchaseOrderRevisionRow, PurchaseOrderRow, SpendingEntryRow } from './table.ts';

/* What is behind the figures of purchase orders. */

/** By number, part and contract, of what was booked until then. */
export async function sumEntries(db: Executor, scope: TenantScope, numbers: readonly string[], asOfMs: EpochMs) {
  if (numbers.length === 0) return [];
  const rows = await db
    .selectFrom('spendingEntries')
    .select((eb) => [
      'purchaseOrder',
      'part',
      'contractId',
      eb.fn.sum<number | string>('amountMinor').as('amountMinor'),
    ])
    .where('tenantId', '=', scope.tenantId)
    .where('purchaseOrder', 'in', numbers)
    .where('at', '<=', asOfMs)
    .groupBy(['purchaseOrder', 'part', 'contractId'])
    .execute();
  return rows.map((row) => ({ ...row, number: row.purchaseOrder!, amountMinor: Number(row.amountMinor) }));
}

/** What was spent of each between two instants, and when the first of it was. */
export async function sumSpent(
  db: Executor,
  scope: TenantScope,
  numbers: readonly string[],
  { fromMs, toMs }: { fromMs: EpochMs; toMs: EpochMs },
) {
  if (numbers.length === 0) return [];
  const rows = await db
    .selectFrom('spendingEntries')
    .select((eb) => [
      'purchaseOrder',
      eb.fn.sum<number | string>('amountMinor').as('amountMinor'),
      eb.fn.min('at').as('firstAt'),
    ])
    .where('tenantId', '=', scope.tenantId)
    .where('purchaseOrder', 'in', numbers)
    .where('part', '=', 'spent')
    .where('at', '>', fromMs)
    .where('at', '<=', toMs)
    .groupBy('purchaseOrder')
    .execute();
  return rows.map((row) => ({
    number: row.purchaseOrder!,
    amountMinor: Number(row.amountMinor),
    firstAt: Number(row.firstAt),
  }));
}

export function listAllCommitments(
  db: Executor,
  scope: TenantScope,
  filter: { number: string } | 'waiting',
): Promise<CommitmentRow[]> {
  return db
    .selectFrom('commitments')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .$if(filter === 'waiting', (query) => query.where('isWaiting', '=', 1))
    .$if(filter !== 'waiting', (query) => query.where('purchaseOrder', '=', (filter as { number: string }).number))
    .orderBy('openMinor', 'desc')
    .orderBy('spentMinor', 'desc')
    .orderBy('id')
    .limit(1000)
    .execute();
}

export type EntryPlace = { at: EpochMs; id: string };

/** The newest first. */
export function listEntries(
  db: Executor,
  scope: TenantScope,
  number: string,
  after: EntryPlace | undefined,
  limit: number,
): Promise<(SpendingEntryRow & { title: string })[]> {
  return db
    .selectFrom('spendingEntries')
    .innerJoin('commitments', 'commitments.id', 'spendingEntries.commitmentId')
    .selectAll('spendingEntries')
    .select('commitments.title')
    .where('spendingEntries.tenantId', '=', scope.tenantId)
    .where('spendingEntries.purchaseOrder', '=', number)
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('spendingEntries.at', '<', after!.at),
          eb.and([eb('spendingEntries.at', '=', after!.at), eb('spendingEntries.id', '<', after!.id)]),
        ]),
      ),
    )
    .orderBy('spendingEntries.at', 'desc')
    .orderBy('spendingEntries.id', 'desc')
    .limit(limit)
    .execute();
}

/** Of each that was open by then, how it was put in or last changed by then. */
export async function listAsOf(
  db: Executor,
  scope: TenantScope,
  asOfMs: EpochMs,
): Promise<{ row: PurchaseOrderRow; revision: PurchaseOrderRevisionRow }[]> {
  const rows = await db
    .selectFrom('purchaseOrders')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('openedAt', '<=', asOfMs)
    .orderBy('number')
    .execute();
  const revisions = await db
    .selectFrom('purchaseOrderRevisions')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('at', '<=', asOfMs)
    .orderBy('version')
    .execute();
  // The last of each stays.
  const newest = new Map(revisions.map((revision) => [revision.purchaseOrderId, revision]));
  return rows.flatMap((row) => {
    const revision = newest.get(row.id);
    return revision ? [{ row, revision }] : [];
  });
}
