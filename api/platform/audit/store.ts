import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { Executor } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
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

export type EntryFilter = {
  action?: string | undefined;
  actor?: string | undefined;
  object?: string | undefined;
  fromMs?: number | undefined;
  toMs?: number | undefined;
};

/** Newest first, those before `beforeSequence`. */
export function listEntries(
  db: Executor,
  { tenantId }: TenantScope,
  filter: EntryFilter & { beforeSequence?: number | undefined },
  limit: number,
): Promise<AuditEntryRow[]> {
  let query = db
    .selectFrom('auditEntries')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where((eb) => matches(eb, filter));
  if (filter.beforeSequence !== undefined) query = query.where('sequence', '<', filter.beforeSequence);
  return query.orderBy('sequence', 'desc').limit(limit).execute();
}

function matches(
  eb: ExpressionBuilder<Tables, 'auditEntries'>,
  { action, actor, object, fromMs, toMs }: EntryFilter,
): ExpressionWrapper<Tables, 'auditEntries', SqlBool> {
  const all = [];
  // A kind alone, `member`, is every action from `member.` up to whatever follows the point.
  if (action?.includes('.')) all.push(eb('action', '=', action));
  else if (action) all.push(eb('action', '>=', `${action}.`), eb('action', '<', `${action}/`));
  if (actor === 'clock') all.push(eb('actorKind', '=', 'clock'));
  else if (actor) all.push(eb('actorId', '=', actor));
  if (object) all.push(eb('objectId', '=', object));
  if (fromMs !== undefined) all.push(eb('occurredAt', '>=', fromMs));
  if (toMs !== undefined) all.push(eb('occurredAt', '<', toMs));
  return eb.and(all);
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

export function findEntry(db: Executor, { tenantId }: TenantScope, sequence: number) {
  return db
    .selectFrom('auditEntries')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('sequence', '=', sequence)
    .executeTakeFirst();
}

/**
 * The unbroken stretch of the chain that a period touches: clocks of two nodes may differ by moments, so entries of
 * another instant can lie within it.
 */
export async function findStretch(
  db: Executor,
  { tenantId }: TenantScope,
  { fromMs, toMs }: { fromMs: number | null; toMs: number | null },
): Promise<{ firstSequence: number; lastSequence: number } | undefined> {
  let query = db
    .selectFrom('auditEntries')
    .select((eb) => [eb.fn.min('sequence').as('first'), eb.fn.max('sequence').as('last')])
    .where('tenantId', '=', tenantId);
  if (fromMs !== null) query = query.where('occurredAt', '>=', fromMs);
  if (toMs !== null) query = query.where('occurredAt', '<', toMs);
  const { first, last } = await query.executeTakeFirstOrThrow();
  return first === null || last === null ? undefined : { firstSequence: first, lastSequence: last };
}
