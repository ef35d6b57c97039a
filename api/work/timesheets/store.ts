import { sql } from 'kysely';
import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { TimesheetRow } from './table.ts';
import type { TimesheetState } from './timesheet.ts';

/** The last row of the page before. */
export type TimesheetPlace = { weekStartsAt: EpochMs; id: string };
export type TimesheetFilter = {
  weekStartsAt?: EpochMs | undefined;
  state?: TimesheetState | undefined;
  contractId?: string | undefined;
  after?: TimesheetPlace | undefined;
  limit: number;
};

/** @returns false when this week of the contract has one */
export async function insertTimesheetOnce(trx: Executor, row: TimesheetRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('timesheets')
    .values(row)
    .onConflict((known) => known.columns(['contractId', 'weekStartsAt']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export function findTimesheet(db: Executor, { tenantId }: TenantScope, id: string): Promise<TimesheetRow | undefined> {
  return db
    .selectFrom('timesheets')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** @param tenant where the address names one, its weeks only */
export function findTimesheetOf(
  db: Executor,
  { freelancerId }: FreelancerScope,
  tenant: TenantScope | undefined,
  id: string,
): Promise<TimesheetRow | undefined> {
  return db
    .selectFrom('timesheets')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .where('id', '=', id)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId))
    .executeTakeFirst();
}

export function findTimesheetOfWeek(
  db: Executor,
  { tenantId }: TenantScope,
  contractId: string,
  weekStartsAt: EpochMs,
): Promise<TimesheetRow | undefined> {
  return db
    .selectFrom('timesheets')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('contractId', '=', contractId)
    .where('weekStartsAt', '=', weekStartsAt)
    .executeTakeFirst();
}

/** For an operator, who decides disputes of every tenant. */
export function findTimesheetAnywhere(db: Executor, id: string): Promise<TimesheetRow | undefined> {
  return db.selectFrom('timesheets').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The newest week first. */
export function listTimesheets(
  db: Executor,
  { tenantId }: TenantScope,
  filter: TimesheetFilter,
): Promise<TimesheetRow[]> {
  return newestFirst(db, filter).where('tenantId', '=', tenantId).execute();
}

/** The newest week first. */
export function listTimesheetsOf(
  db: Executor,
  { freelancerId }: FreelancerScope,
  tenant: TenantScope | undefined,
  filter: TimesheetFilter,
): Promise<TimesheetRow[]> {
  return newestFirst(db, filter)
    .where('freelancerId', '=', freelancerId)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId))
    .execute();
}

function newestFirst(db: Executor, { weekStartsAt, state, contractId, after, limit }: TimesheetFilter) {
  return db
    .selectFrom('timesheets')
    .selectAll()
    .$if(weekStartsAt !== undefined, (query) => query.where('weekStartsAt', '=', weekStartsAt!))
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(contractId !== undefined, (query) => query.where('contractId', '=', contractId!))
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('weekStartsAt', '<', after!.weekStartsAt),
          eb.and([eb('weekStartsAt', '=', after!.weekStartsAt), eb('id', '<', after!.id)]),
        ]),
      ),
    )
    .orderBy('weekStartsAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
}

export async function countReviewable(db: Executor, { tenantId }: TenantScope): Promise<number> {
  const { count } = await db
    .selectFrom('timesheets')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('tenantId', '=', tenantId)
    .where('state', '=', 'clientReview')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Of contracts that the caller may see: weeks that are not over, the newest first. */
export function listLiveTimesheets(
  db: Executor,
  contractIds: readonly string[],
  over: readonly TimesheetState[],
): Promise<TimesheetRow[]> {
  return db
    .selectFrom('timesheets')
    .selectAll()
    .where('contractId', 'in', contractIds)
    .where('state', 'not in', over)
    .orderBy('weekStartsAt', 'desc')
    .execute();
}

/**
 * Changes a week that is in one of these states, and raises its revision.
 * @returns false when it has left them
 */
export async function updateTimesheet(
  trx: Executor,
  { tenantId }: TenantScope,
  id: string,
  from: readonly TimesheetState[],
  change: Partial<Omit<TimesheetRow, 'id' | 'tenantId' | 'revision'>> = {},
  only: Partial<Pick<TimesheetRow, 'charge'>> = {},
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('timesheets')
    .set({ ...change, revision: sql`"revision" + 1` })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .$if(only.charge !== undefined, (query) => query.where('charge', '=', only.charge!))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Of every tenant: the clock has none. Each row is then worked on in its own tenant's scope. */
export function listDueTimesheets(
  db: Executor,
  state: TimesheetState,
  nowMs: EpochMs,
  limit: number,
): Promise<TimesheetRow[]> {
  return db
    .selectFrom('timesheets')
    .selectAll()
    .where('state', '=', state)
    .where('dueAt', '<=', nowMs)
    .orderBy('dueAt')
    .limit(limit)
    .execute();
}

/** Of every tenant, for the clock. */
export function listToCharge(db: Executor, nowMs: EpochMs, limit: number): Promise<TimesheetRow[]> {
  return db
    .selectFrom('timesheets')
    .selectAll()
    .where('chargeAgainAt', '<=', nowMs)
    .orderBy('chargeAgainAt')
    .limit(limit)
    .execute();
}

/** Of every tenant, for the proof. */
export function listTimesheetsAfter(db: Executor, id: string, limit: number): Promise<TimesheetRow[]> {
  return db.selectFrom('timesheets').selectAll().where('id', '>', id).orderBy('id').limit(limit).execute();
}

/** Of every tenant, for the operator's desk: the oldest first. */
export function listDisputedTimesheets(db: Executor, limit: number): Promise<TimesheetRow[]> {
  return db
    .selectFrom('timesheets')
    .selectAll()
    .where('state', '=', 'disputed')
    .orderBy('weekStartsAt')
    .limit(limit)
    .execute();
}

/** Weeks of a contract whose charge was declined and is still to be paid. */
export async function countUnpaid(db: Executor, { tenantId }: TenantScope, contractId: string): Promise<number> {
  const { count } = await db
    .selectFrom('timesheets')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('tenantId', '=', tenantId)
    .where('contractId', '=', contractId)
    .where('charge', '=', 'declined')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Known to belong to time that the caller may see. */
export function listTimesheetsById(db: Executor, ids: readonly string[]): Promise<TimesheetRow[]> {
  return db.selectFrom('timesheets').selectAll().where('id', 'in', ids).execute();
}
