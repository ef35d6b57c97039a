import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ProposalState } from './proposal.ts';
import type { ProposalRow, ProposalTermsRow } from './table.ts';

/** @returns false when the freelancer has one on this post, also when two are sent at the same moment */
export async function insertProposalOnce(trx: Executor, row: ProposalRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('proposals')
    .values(row)
    .onConflict((conflict) => conflict.columns(['jobPostId', 'freelancerId']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function insertTerms(trx: Executor, row: ProposalTermsRow): Promise<void> {
  await trx.insertInto('proposalTerms').values(row).execute();
}

/** @returns false when it is in none of the states, or was changed since `revision` */
export async function updateProposal(
  trx: Executor,
  scope: TenantScope,
  id: string,
  guard: { from: readonly ProposalState[]; revision?: number },
  change: Partial<ProposalRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('proposals')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', 'in', guard.from)
    .$if(guard.revision !== undefined, (query) => query.where('revision', '=', guard.revision!))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Holds the row until the transaction ends, so that what is written to it has not ended. @returns false when it has */
export async function touchProposal(
  trx: Executor,
  scope: TenantScope,
  id: string,
  states: readonly ProposalState[],
  nowMs: number,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('proposals')
    .set({ updatedAt: nowMs })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', 'in', states)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Flags of the team's, which say nothing about terms or state. */
export async function setFlags(
  trx: Executor,
  scope: TenantScope,
  id: string,
  flags: Partial<Pick<ProposalRow, 'shortlistedAt' | 'shortlistedBy' | 'isArchived'>>,
): Promise<void> {
  await trx.updateTable('proposals').set(flags).where('tenantId', '=', scope.tenantId).where('id', '=', id).execute();
}

/** @returns false when somebody opened it before */
export async function setViewed(trx: Executor, scope: TenantScope, id: string, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('proposals')
    .set({ viewedAt: nowMs, openBy: null })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('viewedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false when they came back before */
export async function setConnectsReturned(
  trx: Executor,
  scope: TenantScope,
  id: string,
  nowMs: number,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('proposals')
    .set({ connectsReturnedAt: nowMs })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('connectsReturnedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export function findProposalRow(db: Executor, scope: TenantScope, id: string): Promise<ProposalRow | undefined> {
  return db
    .selectFrom('proposals')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function findProposalRows(db: Executor, scope: TenantScope, ids: readonly string[]): Promise<ProposalRow[]> {
  return db.selectFrom('proposals').selectAll().where('tenantId', '=', scope.tenantId).where('id', 'in', ids).execute();
}

/** What a card shows: of 500 rows each column counts, and the letter is long. */
const boardColumns = [
  'id', 'freelancerId', 'invitationId', 'state', 'letterExcerpt', 'answers', 'bidKind', 'bidMinor', 'bidCurrency',
  'milestones', 'attachmentCount', 'shortlistedAt', 'isArchived', 'viewedAt', 'termsChangedAt', 'endReason', 'endText',
  'endedAt', 'createdAt',
] as const; // biome-ignore format: a list
export type BoardRow = Pick<ProposalRow, (typeof boardColumns)[number]>;

export async function countStatesOfPost(
  db: Executor,
  scope: TenantScope,
  jobPostId: string,
): Promise<{ state: ProposalState; count: number }[]> {
  const rows = await db
    .selectFrom('proposals')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .where('tenantId', '=', scope.tenantId)
    .where('jobPostId', '=', jobPostId)
    .groupBy('state')
    .execute();
  return rows.map(({ state, count }) => ({ state, count: Number(count) }));
}

export function listBoardRows(db: Executor, scope: TenantScope, jobPostId: string, limit: number): Promise<BoardRow[]> {
  return db
    .selectFrom('proposals')
    .select(boardColumns)
    .where('tenantId', '=', scope.tenantId)
    .where('jobPostId', '=', jobPostId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** As a query of its own, so that what is read of these people joins the same round. */
export function freelancersOfPost(db: Executor, scope: TenantScope, jobPostId: string) {
  return db
    .selectFrom('proposals')
    .select('freelancerId')
    .where('tenantId', '=', scope.tenantId)
    .where('jobPostId', '=', jobPostId);
}

export function listProposalsInStates(
  db: Executor,
  scope: TenantScope,
  jobPostId: string,
  states: readonly ProposalState[],
): Promise<Pick<ProposalRow, 'id'>[]> {
  return db
    .selectFrom('proposals')
    .select('id')
    .where('tenantId', '=', scope.tenantId)
    .where('jobPostId', '=', jobPostId)
    .where('state', 'in', states)
    .orderBy('id')
    .execute();
}

export function listProposersAmong(
  db: Executor,
  scope: TenantScope,
  jobPostId: string,
  freelancerIds: readonly string[],
): Promise<{ freelancerId: string }[]> {
  return freelancersOfPost(db, scope, jobPostId).where('freelancerId', 'in', freelancerIds).execute();
}

/** Figures of posts, whoever asks: numbers alone, and never of the withdrawn. */
export async function countByPost(
  db: Executor,
  jobPostIds: readonly string[],
): Promise<{ jobPostId: string; total: number; unread: number }[]> {
  const rows = await db
    .selectFrom('proposals')
    .select((eb) => [
      'jobPostId',
      eb.fn.countAll<number>().as('total'),
      eb.fn
        .sum<number>(
          eb
            .case()
            .when(eb.and([eb('viewedAt', 'is', null), eb('state', '=', 'submitted')]))
            .then(1)
            .else(0)
            .end(),
        )
        .as('unread'),
    ])
    .where('jobPostId', 'in', jobPostIds)
    .where('state', '!=', 'withdrawn')
    .groupBy('jobPostId')
    .execute();
  return rows.map(({ jobPostId, total, unread }) => ({ jobPostId, total: Number(total), unread: Number(unread) }));
}

/** Whose connects go back because nobody opened them in time. */
export function listUnopened(db: Executor, nowMs: number, limit: number): Promise<ProposalRow[]> {
  return db
    .selectFrom('proposals')
    .selectAll()
    .where('openBy', 'is not', null)
    .where('openBy', '<=', nowMs)
    .orderBy('openBy')
    .limit(limit)
    .execute();
}

/** @returns false when it was opened or ended meanwhile */
export async function endWaiting(trx: Executor, scope: TenantScope, id: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('proposals')
    .set({ openBy: null })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('openBy', 'is not', null)
    .where('viewedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
