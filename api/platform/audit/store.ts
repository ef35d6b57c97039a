import { sql } from 'kysely';
import type { Executor } from '../database/database.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import type { AuditEntryRow, AuditHeadRow } from './table.ts';

/** Takes the next place in the tenant's chain and holds the chain until the transaction ends. */
export async function takeNextPlace(trx: Executor, { tenantId }: TenantScope): Promise<AuditHeadRow> {
  await trx
    .insertInto('auditHeads')
    .values({ tenantId, sequence: 0, hash: '' })
    .onConflict((conflict) => conflict.column('tenantId').doNothing())
    .execute();
  return trx
    .updateTable('auditHeads')
    .set({ sequence: sql<number>`sequence + 1` })
    .where('tenantId', '=', tenantId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function insertEntry(trx: Executor, row: AuditEntryRow): Promise<void> {
  await trx.insertInto('auditEntries').values(row).execute();
  await trx.updateTable('auditHeads').set({ hash: row.hash }).where('tenantId', '=', row.tenantId).execute();
}

export function findHead(db: Executor, { tenantId }: TenantScope): Promise<AuditHeadRow | undefined> {
  return db.selectFrom('auditHeads').selectAll().where('tenantId', '=', tenantId).executeTakeFirst();
}

/** Newest first, those before `beforeSequence`. */
export function listEntries(
  db: Executor,
  { tenantId }: TenantScope,
  filter: { action?: string | undefined; beforeSequence?: number | undefined },
  limit: number,
): Promise<AuditEntryRow[]> {
  let query = db.selectFrom('auditEntries').selectAll().where('tenantId', '=', tenantId);
  if (filter.action !== undefined) query = query.where('action', '=', filter.action);
  if (filter.beforeSequence !== undefined) query = query.where('sequence', '<', filter.beforeSequence);
  return query.orderBy('sequence', 'desc').limit(limit).execute();
}

/** Oldest first, for the verifier. */
export function listEntriesAfter(
  db: Executor,
  { tenantId }: TenantScope,
  sequence: number,
  limit: number,
): Promise<AuditEntryRow[]> {
  return db
    .selectFrom('auditEntries')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .execute();
}
