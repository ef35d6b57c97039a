import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { VettingAppealRow, VettingDecisionRow, VettingDocumentRow, VettingScoreRow } from './table.ts';
import type { AppealState } from './vetting-appeal.ts';
import type { DocumentState } from './vetting-document.ts';

/* What was handed in, scored, decided and appealed. */

export async function insertDocument(trx: Executor, row: VettingDocumentRow): Promise<void> {
  await trx.insertInto('vettingDocuments').values(row).execute();
}

/** Those that were not taken back, in the order they came. */
export function listDocumentsOf(
  db: Executor,
  scope: TenantScope,
  applicationIds: readonly string[],
): Promise<VettingDocumentRow[]> {
  return db
    .selectFrom('vettingDocuments')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('applicationId', 'in', applicationIds)
    .where('state', '!=', 'removed')
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

/** @returns false when it has left `from` */
export async function updateDocument(
  trx: Executor,
  scope: TenantScope,
  { id, applicationId }: { id: string; applicationId: string },
  from: readonly DocumentState[],
  change: Pick<VettingDocumentRow, 'state'> & Partial<Pick<VettingDocumentRow, 'reason' | 'reviewedBy' | 'reviewedAt'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('vettingDocuments')
    .set(change)
    .where('tenantId', '=', scope.tenantId)
    .where('applicationId', '=', applicationId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false when this reviewer has scored it already */
export async function insertScore(trx: Executor, row: VettingScoreRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('vettingScores')
    .values(row)
    .onConflict((conflict) => conflict.columns(['applicationId', 'reviewerId']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** In the order they were given. */
export function listScoresOf(
  db: Executor,
  scope: TenantScope,
  applicationIds: readonly string[],
): Promise<VettingScoreRow[]> {
  if (applicationIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('vettingScores')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('applicationId', 'in', applicationIds)
    .orderBy('givenAt')
    .orderBy('id')
    .execute();
}

export function countScoresByReviewer(
  db: Executor,
  scope: TenantScope,
  sinceMs: EpochMs,
): Promise<{ personId: string; count: number }[]> {
  return db
    .selectFrom('vettingScores')
    .select((eb) => ['reviewerId as personId', eb.fn.countAll<number>().as('count')])
    .where('tenantId', '=', scope.tenantId)
    .where('givenAt', '>=', sinceMs)
    .groupBy('reviewerId')
    .execute();
}

export function countScoresByRubric(
  db: Executor,
  scope: TenantScope,
  rubricIds: readonly string[],
): Promise<{ rubricId: string; count: number }[]> {
  return db
    .selectFrom('vettingScores')
    .select((eb) => ['rubricId', eb.fn.countAll<number>().as('count')])
    .where('tenantId', '=', scope.tenantId)
    .where('rubricId', 'in', rubricIds)
    .groupBy('rubricId')
    .execute();
}

export async function insertDecision(trx: Executor, row: VettingDecisionRow): Promise<void> {
  await trx.insertInto('vettingDecisions').values(row).execute();
}

/** In the order they were taken. */
export function listDecisionsOf(
  db: Executor,
  scope: TenantScope,
  applicationIds: readonly string[],
): Promise<VettingDecisionRow[]> {
  return db
    .selectFrom('vettingDecisions')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('applicationId', 'in', applicationIds)
    .orderBy('decidedAt')
    .orderBy('id')
    .execute();
}

/** @returns false when this decision was appealed already */
export async function insertAppeal(trx: Executor, row: VettingAppealRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('vettingAppeals')
    .values(row)
    .onConflict((conflict) => conflict.column('decisionId').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export function listAppealsOf(
  db: Executor,
  scope: TenantScope,
  applicationIds: readonly string[],
): Promise<VettingAppealRow[]> {
  return db
    .selectFrom('vettingAppeals')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('applicationId', 'in', applicationIds)
    .orderBy('filedAt')
    .orderBy('id')
    .execute();
}

/** Of cases whose appeal waits to be heard. */
export async function listAppealedCases(db: Executor, scope: TenantScope): Promise<string[]> {
  const rows = await db
    .selectFrom('vettingAppeals')
    .select('applicationId')
    .distinct()
    .where('tenantId', '=', scope.tenantId)
    .where('state', '=', 'filed')
    .execute();
  return rows.map(({ applicationId }) => applicationId);
}

/** @returns false when it has left `from` */
export async function updateAppeal(
  trx: Executor,
  scope: TenantScope,
  id: string,
  from: readonly AppealState[],
  change: Pick<VettingAppealRow, 'state' | 'heardBy' | 'reason' | 'heardAt'>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('vettingAppeals')
    .set(change)
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
