import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { InvitationState } from './invitation.ts';
import type { InvitationRow } from './table.ts';

/** States in which somebody counts as invited. */
const living = ['sent', 'accepted'] as const satisfies InvitationState[];

/** @returns false when another invitation to the same post was faster */
export async function insertInvitationOnce(trx: Executor, row: InvitationRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('invitations')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** @returns false when it is in none of the states any more */
export async function updateInvitation(
  trx: Executor,
  scope: TenantScope,
  id: string,
  from: readonly InvitationState[],
  change: Partial<InvitationRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('invitations')
    .set(change)
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The way back to a proposal, whatever state the invitation is in by now. */
export async function setProposalOf(trx: Executor, scope: TenantScope, id: string, proposalId: string): Promise<void> {
  await trx
    .updateTable('invitations')
    .set({ proposalId })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .execute();
}

export function findInvitation(db: Executor, scope: TenantScope, id: string): Promise<InvitationRow | undefined> {
  return db
    .selectFrom('invitations')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function listInvitations(
  db: Executor,
  scope: TenantScope,
  jobPostId: string,
  state: InvitationState | undefined,
): Promise<InvitationRow[]> {
  return db
    .selectFrom('invitations')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('jobPostId', '=', jobPostId)
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
}

export function listInvitationsAmong(
  db: Executor,
  scope: TenantScope,
  jobPostId: string,
  freelancerIds: readonly string[],
): Promise<Pick<InvitationRow, 'id' | 'freelancerId' | 'state'>[]> {
  return db
    .selectFrom('invitations')
    .select(['id', 'freelancerId', 'state'])
    .where('tenantId', '=', scope.tenantId)
    .where('jobPostId', '=', jobPostId)
    .where('freelancerId', 'in', freelancerIds)
    .orderBy('createdAt')
    .execute();
}

export async function countInvitations(
  db: Executor,
  scope: TenantScope,
  jobPostId: string,
): Promise<{ state: InvitationState; count: number }[]> {
  const rows = await db
    .selectFrom('invitations')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .where('tenantId', '=', scope.tenantId)
    .where('jobPostId', '=', jobPostId)
    .groupBy('state')
    .execute();
  return rows.map(({ state, count }) => ({ state, count: Number(count) }));
}

/* What belongs to one freelancer, in the tenant of the address or in all of them. */

function ownInvitations(db: Executor, { freelancerId }: FreelancerScope, tenant: TenantScope | undefined) {
  return db
    .selectFrom('invitations')
    .where('freelancerId', '=', freelancerId)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId));
}

export function findOwnInvitation(
  db: Executor,
  freelancer: FreelancerScope,
  tenant: TenantScope | undefined,
  id: string,
): Promise<InvitationRow | undefined> {
  return ownInvitations(db, freelancer, tenant).selectAll().where('id', '=', id).executeTakeFirst();
}

export function findLivingInvitationTo(
  db: Executor,
  freelancer: FreelancerScope,
  jobPostId: string,
): Promise<InvitationRow | undefined> {
  return ownInvitations(db, freelancer, undefined)
    .selectAll()
    .where('jobPostId', '=', jobPostId)
    .where('state', 'in', living)
    .executeTakeFirst();
}

export function listOwnInvitations(
  db: Executor,
  freelancer: FreelancerScope,
  tenant: TenantScope | undefined,
  page: { state: InvitationState | undefined; after: { createdAt: number; id: string } | undefined; limit: number },
): Promise<InvitationRow[]> {
  const { state, after, limit } = page;
  return ownInvitations(db, freelancer, tenant)
    .selectAll()
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('createdAt', 'id'), '<', eb.tuple(after!.createdAt, after!.id))),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function countOwnInvitations(
  db: Executor,
  freelancer: FreelancerScope,
  tenant: TenantScope | undefined,
): Promise<{ state: InvitationState; count: number }[]> {
  const rows = await ownInvitations(db, freelancer, tenant)
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  return rows.map(({ state, count }) => ({ state, count: Number(count) }));
}

export function listLivingInvitationsOf(
  db: Executor,
  freelancerId: string,
): Promise<Pick<InvitationRow, 'id' | 'tenantId' | 'jobPostId'>[]> {
  return db
    .selectFrom('invitations')
    .select(['id', 'tenantId', 'jobPostId'])
    .where('freelancerId', '=', freelancerId)
    .where('state', 'in', living)
    .execute();
}

export function listInvitedEver(
  db: Executor,
  freelancerId: string,
  jobPostIds: readonly string[],
): Promise<Pick<InvitationRow, 'jobPostId'>[]> {
  return db
    .selectFrom('invitations')
    .select('jobPostId')
    .where('freelancerId', '=', freelancerId)
    .where('jobPostId', 'in', jobPostIds)
    .execute();
}

/* For the clock and for events, across tenants. */

export function listSentTo(db: Executor, scope: TenantScope, jobPostId: string): Promise<InvitationRow[]> {
  return listInvitations(db, scope, jobPostId, 'sent');
}

export function listExpired(db: Executor, nowMs: number, limit: number): Promise<InvitationRow[]> {
  return db
    .selectFrom('invitations')
    .selectAll()
    .where('state', '=', 'sent')
    .where('expiresAt', '<=', nowMs)
    .orderBy('expiresAt')
    .limit(limit)
    .execute();
}

/** When each answered invitation since an instant was sent and answered. */
export function listAnswers(
  db: Executor,
  freelancerId: string,
  sinceMs: number,
): Promise<Pick<InvitationRow, 'createdAt' | 'answeredAt'>[]> {
  return db
    .selectFrom('invitations')
    .select(['createdAt', 'answeredAt'])
    .where('freelancerId', '=', freelancerId)
    .where('createdAt', '>=', sinceMs)
    .where('answeredAt', 'is not', null)
    .execute();
}
