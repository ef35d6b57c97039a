import type { Database, Executor } from '../database/database.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import type { AuditRunState } from './audit-run.ts';
import type { AuditAnchorRow, AuditKeyRow, AuditRunRow } from './table.ts';

export async function insertRun(trx: Executor, row: AuditRunRow): Promise<void> {
  await trx.insertInto('auditRuns').values(row).execute();
}

export function findRun(db: Executor, { tenantId }: TenantScope, id: string): Promise<AuditRunRow | undefined> {
  return db
    .selectFrom('auditRuns')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function listRuns(db: Executor, { tenantId }: TenantScope, limit: number): Promise<AuditRunRow[]> {
  return db
    .selectFrom('auditRuns')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function countRunsUnderWay(db: Executor, { tenantId }: TenantScope): Promise<number> {
  const { n } = await db
    .selectFrom('auditRuns')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('tenantId', '=', tenantId)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirstOrThrow();
  return n;
}

/** @returns false when it is in none of these states any more */
export async function moveRun(
  trx: Executor,
  { tenantId }: TenantScope,
  id: string,
  from: readonly AuditRunState[],
  columns: Partial<AuditRunRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('auditRuns')
    .set(columns)
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Exports whose file is older than it is kept; over all tenants, for the clock. */
export function listOldExports(db: Executor, beforeMs: number, limit: number): Promise<AuditRunRow[]> {
  return db
    .selectFrom('auditRuns')
    .selectAll()
    .where('kind', '=', 'export')
    .where('bytes', 'is not', null)
    .where('finishedAt', '<', beforeMs)
    .orderBy('finishedAt')
    .limit(limit)
    .execute();
}

export function listKeys(db: Executor): Promise<AuditKeyRow[]> {
  return db.selectFrom('auditKeys').selectAll().orderBy('createdAt').execute();
}

/** Two processes may make one at the same moment: the first stays. */
export async function insertKeyOnce(database: Database, row: AuditKeyRow): Promise<void> {
  await database.db
    .insertInto('auditKeys')
    .values(row)
    .onConflict((conflict) => conflict.column('place').doNothing())
    .execute();
}

export async function insertAnchorOnce(trx: Executor, row: AuditAnchorRow): Promise<void> {
  await trx
    .insertInto('auditAnchors')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenantId', 'sequence']).doNothing())
    .execute();
}

/** The newest ones; the chain must hold each. */
export function listAnchors(db: Executor, { tenantId }: TenantScope, limit: number): Promise<AuditAnchorRow[]> {
  return db
    .selectFrom('auditAnchors')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
}

/** Heads that moved since they were last anchored; over all tenants, for the clock. */
export function listUnanchoredHeads(db: Executor, limit: number) {
  return db
    .selectFrom('auditHeads')
    .selectAll()
    .where('sequence', '>', 0)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('auditAnchors')
            .select('auditAnchors.sequence')
            .whereRef('auditAnchors.tenantId', '=', 'auditHeads.tenantId')
            .whereRef('auditAnchors.sequence', '=', 'auditHeads.sequence'),
        ),
      ),
    )
    .orderBy('tenantId')
    .limit(limit)
    .execute();
}
