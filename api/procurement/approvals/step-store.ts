import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ApprovalDecisionRow, ApprovalStepRow } from './table.ts';

export async function insertSteps(trx: Executor, rows: readonly ApprovalStepRow[]): Promise<void> {
  await trx.insertInto('approvalSteps').values(rows).execute();
}

/** In their order. */
export async function listSteps(
  db: Executor,
  { tenantId }: TenantScope,
  approvalIds: readonly string[],
): Promise<ApprovalStepRow[]> {
  if (approvalIds.length === 0) return [];
  return db
    .selectFrom('approvalSteps')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('approvalId', 'in', approvalIds)
    .orderBy('approvalId')
    .orderBy('step')
    .execute();
}

/** The oldest first. */
export async function listDecisions(
  db: Executor,
  { tenantId }: TenantScope,
  approvalIds: readonly string[],
): Promise<ApprovalDecisionRow[]> {
  if (approvalIds.length === 0) return [];
  return db
    .selectFrom('approvalDecisions')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('approvalId', 'in', approvalIds)
    .orderBy('decidedAt')
    .orderBy('id')
    .execute();
}

export async function insertDecision(trx: Executor, row: ApprovalDecisionRow): Promise<void> {
  await trx.insertInto('approvalDecisions').values(row).execute();
}

export function findDecisionByLink(
  db: Executor,
  { tenantId }: TenantScope,
  linkId: string,
): Promise<ApprovalDecisionRow | undefined> {
  return db
    .selectFrom('approvalDecisions')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('linkId', '=', linkId)
    .executeTakeFirst();
}

/** @returns false when it has left `from` */
export async function moveStep(
  trx: Executor,
  { tenantId }: TenantScope,
  { approvalId, step }: Pick<ApprovalStepRow, 'approvalId' | 'step'>,
  from: ApprovalStepRow['state'],
  change: Partial<Pick<ApprovalStepRow, 'state' | 'askedAt' | 'escalatesAt' | 'escalatedAt' | 'decidedAt'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('approvalSteps')
    .set(change)
    .where('tenantId', '=', tenantId)
    .where('approvalId', '=', approvalId)
    .where('step', '=', step)
    .where('state', '=', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What is asked or still waits when the approval ends otherwise. */
export async function skipSteps(
  trx: Executor,
  { tenantId }: TenantScope,
  approvalId: string,
  decidedAt: EpochMs,
): Promise<void> {
  await trx
    .updateTable('approvalSteps')
    .set({ state: 'skipped', decidedAt })
    .where('tenantId', '=', tenantId)
    .where('approvalId', '=', approvalId)
    .where('state', 'in', ['asked', 'waiting'])
    .execute();
}

/** @returns false when it was escalated or decided meanwhile */
export async function markEscalated(
  trx: Executor,
  { tenantId }: TenantScope,
  { approvalId, step }: Pick<ApprovalStepRow, 'approvalId' | 'step'>,
  escalatedAt: EpochMs,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('approvalSteps')
    .set({ escalatedAt })
    .where('tenantId', '=', tenantId)
    .where('approvalId', '=', approvalId)
    .where('step', '=', step)
    .where('state', '=', 'asked')
    .where('escalatedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Of all tenants, for the clock; a row tells whose it is. */
export function listStepsToEscalate(
  db: Executor,
  { dueMs, afterId }: { dueMs: EpochMs; afterId: string },
  limit: number,
): Promise<ApprovalStepRow[]> {
  return db
    .selectFrom('approvalSteps')
    .selectAll()
    .where('state', '=', 'asked')
    .where('escalatedAt', 'is', null)
    .where('escalatesAt', '<=', dueMs)
    .where('approvalId', '>', afterId)
    .orderBy('approvalId')
    .limit(limit)
    .execute();
}
