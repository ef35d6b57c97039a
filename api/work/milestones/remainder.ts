import { postTransfer } from '../../money/ledger/post-transfer.ts';
import type { Money } from '../../money/money.ts';
import { negated } from '../../money/payments/charge-entries.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { WorkMoneyDeps } from './deps.ts';
import { newMilestone } from './plan-milestones.ts';
import { insertMilestones, shiftPositions } from './store.ts';
import type { MilestoneRow } from './table.ts';

/** What was not released or given back stays in escrow, as a milestone right behind the one it is left of. */
export async function leaveRemainder(
  trx: Executor,
  deps: WorkMoneyDeps,
  scope: TenantScope,
  doer: Doer,
  row: MilestoneRow,
  rest: Money,
): Promise<MilestoneRow> {
  const remainder = await insertBehind(trx, deps, scope, row, rest, {
    state: 'funded',
    fundedAt: row.fundedAt,
  });
  await postTransfer(trx, deps, {
    key: `milestone.remainder ${remainder.id}`,
    kind: 'remainder',
    tenantId: scope.tenantId,
    contractId: row.contractId,
    subject: { kind: 'milestone', id: remainder.id },
    details: { remainderOf: row.id },
    entries: [
      { account: { kind: 'escrow', ownerId: row.id }, amount: negated(rest) },
      { account: { kind: 'escrow', ownerId: remainder.id }, amount: rest },
    ],
  });
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'milestone', id: remainder.id },
    move: 'leftOver',
    to: 'funded',
    details: { remainderOf: row.id, amount: rest },
  });
  return remainder;
}

/** A part of another one, with the payment that brought it. */
export async function insertBehind(
  trx: Executor,
  deps: WorkMoneyDeps,
  scope: TenantScope,
  row: MilestoneRow,
  part: Money,
  begun: Partial<MilestoneRow>,
): Promise<MilestoneRow> {
  await shiftPositions(trx, scope, row.contractId, row.position + 1, 1);
  const contract = { id: row.contractId, tenantId: row.tenantId, freelancerId: row.freelancerId };
  const planned = { ...part, position: row.position + 1, description: row.description, dueOn: row.dueOn };
  const behind = newMilestone(deps, contract, planned, { remainderOf: row.id, paymentId: row.paymentId, ...begun });
  await insertMilestones(trx, [behind]);
  return behind;
}
