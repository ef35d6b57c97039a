import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ProposalNoteRow, ProposalRatingRow } from './table.ts';

/* What the team keeps about proposals. No query of the freelancer's side is in this file, and none may use it. */

export async function insertNote(trx: Executor, row: ProposalNoteRow): Promise<void> {
  await trx.insertInto('proposalNotes').values(row).execute();
}

export function listNotes(db: Executor, scope: TenantScope, proposalId: string): Promise<ProposalNoteRow[]> {
  return db
    .selectFrom('proposalNotes')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('proposalId', '=', proposalId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
}

export function findNote(
  db: Executor,
  scope: TenantScope,
  proposalId: string,
  id: string,
): Promise<ProposalNoteRow | undefined> {
  return db
    .selectFrom('proposalNotes')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('proposalId', '=', proposalId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function updateNote(
  trx: Executor,
  scope: TenantScope,
  id: string,
  change: Pick<ProposalNoteRow, 'text' | 'editedAt'>,
): Promise<void> {
  await trx
    .updateTable('proposalNotes')
    .set(change)
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .execute();
}

export async function deleteNote(trx: Executor, scope: TenantScope, id: string): Promise<void> {
  await trx.deleteFrom('proposalNotes').where('tenantId', '=', scope.tenantId).where('id', '=', id).execute();
}

export async function countNotesOfPost(
  db: Executor,
  scope: TenantScope,
  jobPostId: string,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('proposalNotes')
    .select((eb) => ['proposalId', eb.fn.countAll<number>().as('count')])
    .where('tenantId', '=', scope.tenantId)
    .where('jobPostId', '=', jobPostId)
    .groupBy('proposalId')
    .execute();
  return new Map(rows.map(({ proposalId, count }) => [proposalId, Number(count)]));
}

export async function putRating(trx: Executor, row: ProposalRatingRow): Promise<void> {
  const { stars, ratedAt } = row;
  await trx
    .insertInto('proposalRatings')
    .values(row)
    .onConflict((conflict) => conflict.columns(['proposalId', 'personId']).doUpdateSet({ stars, ratedAt }))
    .execute();
}

export async function deleteRating(
  trx: Executor,
  scope: TenantScope,
  proposalId: string,
  personId: string,
): Promise<void> {
  await trx
    .deleteFrom('proposalRatings')
    .where('tenantId', '=', scope.tenantId)
    .where('proposalId', '=', proposalId)
    .where('personId', '=', personId)
    .execute();
}

export function listRatings(db: Executor, scope: TenantScope, proposalId: string): Promise<ProposalRatingRow[]> {
  return db
    .selectFrom('proposalRatings')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('proposalId', '=', proposalId)
    .orderBy('ratedAt')
    .execute();
}

export function listRatingsOfPost(
  db: Executor,
  scope: TenantScope,
  jobPostId: string,
): Promise<Pick<ProposalRatingRow, 'proposalId' | 'personId' | 'stars'>[]> {
  return db
    .selectFrom('proposalRatings')
    .select(['proposalId', 'personId', 'stars'])
    .where('tenantId', '=', scope.tenantId)
    .where('jobPostId', '=', jobPostId)
    .execute();
}
