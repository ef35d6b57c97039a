import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { AnswerSetRow, ClassificationReviewRow, QuestionnaireRow, QuestionnaireVersionRow } from './table.ts';

/** Those not put away, by name. */
export function listQuestionnaires(db: Executor, scope: TenantScope): Promise<QuestionnaireRow[]> {
  return db
    .selectFrom('classificationQuestionnaires')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('archivedAt', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export function findQuestionnaire(db: Executor, scope: TenantScope, id: string): Promise<QuestionnaireRow | undefined> {
  return db
    .selectFrom('classificationQuestionnaires')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('archivedAt', 'is', null)
    .executeTakeFirst();
}

export async function insertQuestionnaire(trx: Executor, row: QuestionnaireRow): Promise<void> {
  await trx.insertInto('classificationQuestionnaires').values(row).execute();
}

/** @returns false for one that is not put away */
export async function takeOut(trx: Executor, scope: TenantScope, id: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('classificationQuestionnaires')
    .set((eb) => ({ archivedAt: null, revision: eb('revision', '+', 1) }))
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('archivedAt', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false when it changed since `revision` */
export async function updateQuestionnaire(
  trx: Executor,
  scope: TenantScope,
  { id, revision }: Pick<QuestionnaireRow, 'id' | 'revision'>,
  change: Partial<Pick<QuestionnaireRow, 'name' | 'draft' | 'publishedVersion' | 'archivedAt'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('classificationQuestionnaires')
    .set({ ...change, revision: revision + 1 })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('archivedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertVersion(trx: Executor, row: QuestionnaireVersionRow): Promise<void> {
  await trx.insertInto('classificationVersions').values(row).execute();
}

/** Of one that was put away too, the newest first. */
export function listVersions(db: Executor, scope: TenantScope, id: string): Promise<QuestionnaireVersionRow[]> {
  return db
    .selectFrom('classificationVersions')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('questionnaireId', '=', id)
    .orderBy('version', 'desc')
    .execute();
}

export function listVersionsOf(
  db: Executor,
  scope: TenantScope,
  ids: readonly string[],
): Promise<QuestionnaireVersionRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('classificationVersions')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('questionnaireId', 'in', ids)
    .execute();
}

export function findVersion(
  db: Executor,
  scope: TenantScope,
  id: string,
  version: number,
): Promise<QuestionnaireVersionRow | undefined> {
  return db
    .selectFrom('classificationVersions')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('questionnaireId', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
}

export async function insertAnswers(trx: Executor, row: AnswerSetRow): Promise<void> {
  await trx.insertInto('classificationAnswers').values(row).execute();
}

export function listAnswers(db: Executor, scope: TenantScope, ids: readonly string[]): Promise<AnswerSetRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('classificationAnswers')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', 'in', ids)
    .execute();
}

export async function insertReview(trx: Executor, row: ClassificationReviewRow): Promise<void> {
  await trx.insertInto('classificationReviews').values(row).execute();
}

/** The newest first. */
export function listReviews(
  db: Executor,
  scope: TenantScope,
  answerSetIds: readonly string[],
): Promise<ClassificationReviewRow[]> {
  if (answerSetIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('classificationReviews')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('answerSetId', 'in', answerSetIds)
    .orderBy('reviewedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
