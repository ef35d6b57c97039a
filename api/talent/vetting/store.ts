import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { VettingApplicationRow } from './table.ts';
import { type ApplicationState, underWayStates } from './vetting-application.ts';

export type ApplicationChange = Partial<
  Omit<
    VettingApplicationRow,
    'id' | 'tenantId' | 'programId' | 'poolId' | 'freelancerId' | 'personId' | 'kind' | 'revision'
  >
>;

/** @returns false when another one of the same person is under way in the program */
export async function insertApplication(trx: Executor, row: VettingApplicationRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('vettingApplications')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export function findApplication(
  db: Executor,
  scope: TenantScope,
  id: string,
): Promise<VettingApplicationRow | undefined> {
  return db
    .selectFrom('vettingApplications')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** @param tenant where the address names one, its applications only */
export function findApplicationOf(
  db: Executor,
  { freelancerId }: FreelancerScope,
  tenant: TenantScope | undefined,
  id: string,
): Promise<VettingApplicationRow | undefined> {
  return db
    .selectFrom('vettingApplications')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .where('id', '=', id)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId))
    .executeTakeFirst();
}

/** The newest first. */
export function listApplicationsOf(
  db: Executor,
  { freelancerId }: FreelancerScope,
  tenant: TenantScope | undefined,
  limit: number,
): Promise<VettingApplicationRow[]> {
  return db
    .selectFrom('vettingApplications')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Of one person at one desk, the newest first. */
export function listApplicationsAt(
  db: Executor,
  scope: TenantScope,
  freelancerId: string,
): Promise<VettingApplicationRow[]> {
  return db
    .selectFrom('vettingApplications')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('freelancerId', '=', freelancerId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** @returns false when it has left `from` */
export async function updateApplication(
  trx: Executor,
  scope: TenantScope,
  id: string,
  from: readonly ApplicationState[],
  change: ApplicationChange,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('vettingApplications')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type CaseFilter = {
  states?: readonly ApplicationState[] | undefined;
  programId?: string | undefined;
  /** null: nobody looks after it. */
  assigneeId?: string | null | undefined;
  freelancerIds?: readonly string[] | undefined;
  ids?: readonly string[] | undefined;
  /** In their state since then or longer. */
  sinceMs?: number | undefined;
};

/** Those that wait longest first. */
export function listCases(
  db: Executor,
  scope: TenantScope,
  filter: CaseFilter,
  { after, limit }: { after: { stateSince: number; id: string } | undefined; limit: number },
): Promise<VettingApplicationRow[]> {
  let query = db.selectFrom('vettingApplications').selectAll().where('tenantId', '=', scope.tenantId);
  if (filter.states) query = query.where('state', 'in', filter.states);
  if (filter.programId !== undefined) query = query.where('programId', '=', filter.programId);
  if (filter.assigneeId === null) query = query.where('assigneeId', 'is', null);
  else if (filter.assigneeId !== undefined) query = query.where('assigneeId', '=', filter.assigneeId);
  if (filter.freelancerIds) query = query.where('freelancerId', 'in', filter.freelancerIds);
  if (filter.sinceMs !== undefined) query = query.where('stateSince', '<=', filter.sinceMs);
  if (filter.ids) query = query.where('id', 'in', filter.ids);
  if (after)
    query = query.where((eb) =>
      eb.or([
        eb('stateSince', '>', after.stateSince),
        eb.and([eb('stateSince', '=', after.stateSince), eb('id', '>', after.id)]),
      ]),
    );
  return query.orderBy('stateSince').orderBy('id').limit(limit).execute();
}

/** Freelancers whom a desk has met, for a search by name. */
export async function listFreelancersMet(db: Executor, scope: TenantScope): Promise<string[]> {
  const rows = await db
    .selectFrom('vettingApplications')
    .select('freelancerId')
    .distinct()
    .where('tenantId', '=', scope.tenantId)
    .execute();
  return rows.map(({ freelancerId }) => freelancerId);
}

export function countByState(
  db: Executor,
  scope: TenantScope,
): Promise<{ state: ApplicationState; count: number; oldest: EpochMs }[]> {
  return db
    .selectFrom('vettingApplications')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count'), eb.fn.min('stateSince').as('oldest')])
    .where('tenantId', '=', scope.tenantId)
    .groupBy('state')
    .execute();
}

export function countByAssignee(
  db: Executor,
  scope: TenantScope,
): Promise<{ personId: string | null; count: number }[]> {
  return db
    .selectFrom('vettingApplications')
    .select((eb) => ['assigneeId as personId', eb.fn.countAll<number>().as('count')])
    .where('tenantId', '=', scope.tenantId)
    .where('state', 'in', underWayStates)
    .where('assigneeId', 'is not', null)
    .groupBy('assigneeId')
    .execute();
}

export function countByProgram(
  db: Executor,
  scope: TenantScope,
  states: readonly ApplicationState[],
): Promise<{ programId: string; count: number }[]> {
  return db
    .selectFrom('vettingApplications')
    .select((eb) => ['programId', eb.fn.countAll<number>().as('count')])
    .where('tenantId', '=', scope.tenantId)
    .where('state', 'in', states)
    .groupBy('programId')
    .execute();
}

/** Of every tenant: the clock has none. */
export function listDueApplications(
  db: Executor,
  states: readonly ApplicationState[],
  column: 'answerBy' | 'expiresAt' | 'suspendedUntil',
  untilMs: EpochMs,
  afterId: string,
  limit: number,
): Promise<VettingApplicationRow[]> {
  return db
    .selectFrom('vettingApplications')
    .selectAll()
    .where('state', 'in', states)
    .where(column, '<=', untilMs)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Whom the installation's desk vouches for now, of these. */
export function listVettedApplications(
  db: Executor,
  freelancerIds: readonly string[],
): Promise<Pick<VettingApplicationRow, 'freelancerId' | 'memberSince' | 'expiresAt'>[]> {
  return db
    .selectFrom('vettingApplications')
    .select(['freelancerId', 'memberSince', 'expiresAt'])
    .where('tenantId', '=', '')
    .where('freelancerId', 'in', freelancerIds)
    .where('state', 'in', ['member', 'expiring'])
    .orderBy('memberSince', 'desc')
    .execute();
}

/** Everybody who came into these pools, the oldest first. */
export function listPoolApplications(
  db: Executor,
  scope: TenantScope,
  poolIds: readonly string[],
): Promise<VettingApplicationRow[]> {
  return db
    .selectFrom('vettingApplications')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('poolId', 'in', poolIds)
    .where('memberSince', 'is not', null)
    .orderBy('memberSince')
    .orderBy('id')
    .execute();
}
