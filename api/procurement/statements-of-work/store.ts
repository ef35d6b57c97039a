import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { StatementOfWorkRow } from './table.ts';

type Subject = { kind: StatementOfWorkRow['subjectKind']; id: string };

/** The newest first. */
export function listStatements(db: Executor, scope: TenantScope, { kind, id }: Subject): Promise<StatementOfWorkRow[]> {
  return db
    .selectFrom('statementsOfWork')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('subjectKind', '=', kind)
    .where('subjectId', '=', id)
    .orderBy('version', 'desc')
    .execute();
}

export function findStatement(db: Executor, scope: TenantScope, id: string): Promise<StatementOfWorkRow | undefined> {
  return db
    .selectFrom('statementsOfWork')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertStatement(trx: Executor, row: StatementOfWorkRow): Promise<void> {
  await trx.insertInto('statementsOfWork').values(row).execute();
}

/** Known from its first print on. */
export async function keepSha256(db: Executor, scope: TenantScope, id: string, sha256: string): Promise<void> {
  await db
    .updateTable('statementsOfWork')
    .set({ sha256 })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('sha256', 'is', null)
    .execute();
}
