import type { Doer } from '../../platform/audit/record-audit.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import {
  findCommitment,
  findCommitmentById,
  insertCommitment,
  lockCommitment,
  type Subject,
  updateCommitment,
} from './commitment-store.ts';
import type { SpendingDeps } from './deps.ts';
import type { Place } from './keep-sums.ts';
import { blankCommitment, putOpen } from './put-commitment.ts';
import { requireUsable } from './require-usable.ts';
import type { CommitmentRow, PurchaseOrderRow } from './table.ts';

/**
 * Names the number for what said “not yet”: from now on it binds what is still open, and charges to come are booked to
 * it. Terms that are signed stay as they are, for they left the number to the client; see decisions/0010.
 * @throws 404, 409 not_waiting; as commitOffer
 */
export async function assignNumber(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  order: PurchaseOrderRow,
  waitingIds: readonly string[],
): Promise<void> {
  for (const id of [...new Set(waitingIds)].toSorted()) {
    const known = await findCommitmentById(trx, scope, id);
    if (!known) throw notFound();
    const row = (await lockCommitment(trx, scope, { kind: known.subjectKind, id: known.subjectId }))!;
    if (!row.isWaiting) throw notWaiting(row);
    await requireUsable(trx, scope, order.number, row);
    const change = { purchaseOrder: order.number, assigned: order.number, isWaiting: 0 } as const;
    await putOpen(trx, deps, scope, doer, row, change, { cause: 'numberAssigned' }, 'guarded');
    await recordAudit(trx, deps, scope, doer, {
      action: `${row.subjectKind}.purchaseOrderAssigned`,
      object: { kind: row.subjectKind, id: row.subjectId },
      details: { purchaseOrder: order.number },
    });
  }
}

/** A post that said “not yet” waits for a number, or no longer does; what is offered on it begins with the one named. */
export async function noteWaiting(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  jobPost: Omit<Place, 'purchaseOrder'> & { id: string; title: string; personId: string; isWaiting: boolean },
): Promise<void> {
  const { id, title, costCenter, team, personId } = jobPost;
  const known = await lockCommitment(trx, scope, { kind: 'jobPost', id });
  if (!known && !jobPost.isWaiting) return;
  const nowMs = deps.clock.now();
  const isWaiting = jobPost.isWaiting && !known?.assigned ? 1 : 0;
  if (known) {
    await updateCommitment(trx, scope, known.id, { title, costCenter, team, personId, isWaiting, updatedAt: nowMs });
    return;
  }
  await insertCommitment(trx, {
    ...blankCommitment,
    id: deps.newId('cm'),
    tenantId: scope.tenantId,
    subjectKind: 'jobPost',
    subjectId: id,
    ...{ title, costCenter, team, personId, isWaiting },
    currency: '',
    exposure: '{}',
    createdAt: nowMs,
    updatedAt: nowMs,
  });
}

/** The number that was named for a post after it had said “not yet”. */
export async function assignedNumberOf(db: Executor, scope: TenantScope, jobPostId: string): Promise<string | null> {
  return (await findCommitment(db, scope, { kind: 'jobPost', id: jobPostId }))?.assigned ?? null;
}

const notWaiting = ({ title, purchaseOrder }: CommitmentRow) =>
  conflict(
    'not_waiting',
    `“${title}” waits for no number${purchaseOrder ? `: it has ${purchaseOrder}` : ''}. Nothing was changed; look at the list again.`,
  );

/** The number that was named for an offer or a contract after it had said “not yet”. */
export async function readAssignedNumber(db: Executor, scope: TenantScope, subject: Subject): Promise<string | null> {
  return (await findCommitment(db, scope, subject))?.assigned ?? null;
}
