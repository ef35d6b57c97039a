import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ApprovalState } from './approval.ts';
import type { ApprovalRow } from './table.ts';

export const waitingStates = ['requested', 'stalled'] as const satisfies ApprovalState[];

export async function insertApproval(trx: Executor, row: ApprovalRow): Promise<void> {
  await trx.insertInto('approvals').values(row).execute();
}

export function findApproval(db: Executor, scope: TenantScope, id: string): Promise<ApprovalRow | undefined> {
  return db
    .selectFrom('approvals')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function findWaitingOf(
  db: Executor,
  scope: TenantScope,
  subject: { kind: string; id: string },
): Promise<ApprovalRow | undefined> {
  return db
    .selectFrom('approvals')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('subjectKind', '=', subject.kind)
    .where('subjectId', '=', subject.id)
    .where('state', 'in', waitingStates)
    .executeTakeFirst();
}

/** The row as it is once nobody else changes it until this transaction ends; undefined when it no longer waits. */
export function lockApproval(trx: Executor, scope: TenantScope, id: string): Promise<ApprovalRow | undefined> {
  return trx
    .updateTable('approvals')
    .set((eb) => ({ step: eb.ref('step') }))
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', 'in', waitingStates)
    .returningAll()
    .executeTakeFirst();
}

export async function keepOutcome(trx: Executor, scope: TenantScope, id: string, outcome: string): Promise<void> {
  await trx
    .updateTable('approvals')
    .set({ outcome })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .execute();
}

/** @returns false when somebody, or the clock, was faster */
export async function moveApproval(
  trx: Executor,
  scope: TenantScope,
  id: string,
  from: readonly ApprovalState[],
  change: Pick<ApprovalRow, 'state'> &
    Partial<Pick<ApprovalRow, 'step' | 'decidedBy' | 'decidedFor' | 'decidedAt' | 'reason'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('approvals')
    .set(change)
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type ApprovalFilter = {
  states?: readonly ApprovalState[] | undefined;
  requesterId?: string;
  teams?: readonly string[];
};

/** A page: the oldest first where `order` is asc. */
export function listApprovals(
  db: Executor,
  scope: TenantScope,
  filter: ApprovalFilter,
  page: { order: 'asc' | 'desc'; after: { requestedAt: number; id: string } | undefined; limit: number },
): Promise<ApprovalRow[]> {
  const { order, after, limit } = page;
  let query = db.selectFrom('approvals').selectAll().where('tenantId', '=', scope.tenantId);
  if (filter.states) query = query.where('state', 'in', filter.states);
  if (filter.requesterId) query = query.where('requesterId', '=', filter.requesterId);
  if (filter.teams)
    query = filter.teams.length > 0 ? query.where('team', 'in', filter.teams) : query.where('id', '=', '');
  if (after) {
    const beyond = order === 'asc' ? '>' : '<';
    query = query.where((eb) =>
      eb.or([
        eb('requestedAt', beyond, after.requestedAt),
        eb.and([eb('requestedAt', '=', after.requestedAt), eb('id', beyond, after.id)]),
      ]),
    );
  }
  return query.orderBy('requestedAt', order).orderBy('id', order).limit(limit).execute();
}

/** What waits in a tenant, the oldest first, without what this person asked for. */
export function listWaitingOfTenant(db: Executor, scope: TenantScope, personId: string): Promise<ApprovalRow[]> {
  return db
    .selectFrom('approvals')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('state', 'in', waitingStates)
    .where('requesterId', '!=', personId)
    .orderBy('requestedAt')
    .orderBy('id')
    .limit(waitingMax)
    .execute();
}

/** More wait for nobody: a tenant that has as many open has another problem than a list. */
const waitingMax = 2000;

/** Of all tenants, for the clock; a row tells whose it is. `dueMs` leaves out what expires later. */
export function listWaitingApprovals(
  db: Executor,
  { afterId, dueMs }: { afterId: string; dueMs?: number },
  limit: number,
): Promise<ApprovalRow[]> {
  let query = db.selectFrom('approvals').selectAll().where('state', 'in', waitingStates).where('id', '>', afterId);
  if (dueMs !== undefined) query = query.where('expiresAt', '<=', dueMs);
  return query.orderBy('id').limit(limit).execute();
}
