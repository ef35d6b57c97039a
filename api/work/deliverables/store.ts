import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { DeliverableRow } from './table.ts';

export async function insertDeliverable(trx: Executor, row: DeliverableRow): Promise<void> {
  await trx.insertInto('deliverables').values(row).execute();
}

/** The newest of each milestone first. The caller has made sure that the milestones may be seen. */
export async function listDeliverablesOf(db: Executor, milestoneIds: readonly string[]): Promise<DeliverableRow[]> {
  if (milestoneIds.length === 0) return [];
  return db
    .selectFrom('deliverables')
    .selectAll()
    .where('milestoneId', 'in', milestoneIds)
    .orderBy('milestoneId')
    .orderBy('version', 'desc')
    .execute();
}

/** The one that waits; there is at most one. */
export async function answerWaiting(
  trx: Executor,
  scope: TenantScope,
  milestoneId: string,
  answer: Pick<DeliverableRow, 'answer' | 'answerReason' | 'answeredAt'>,
): Promise<void> {
  await trx
    .updateTable('deliverables')
    .set(answer)
    .where('tenantId', '=', scope.tenantId)
    .where('milestoneId', '=', milestoneId)
    .where('answer', '=', 'waiting')
    .execute();
}
