import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import type { Move } from '../../platform/moves/move.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import type { WorkMoneyDeps } from './deps.ts';
import { type MilestoneMove, type MilestoneState, milestoneMoves } from './milestone.ts';
import { getMilestone } from './read-milestones.ts';
import { type MilestoneChange, updateMilestone } from './store.ts';
import type { MilestoneRow } from './table.ts';

type Told = { reason?: string | null; details?: Record<string, unknown> };

/**
 * One move of one milestone as it was read: whoever comes second is refused and has changed nothing.
 * @throws 409 by state: `milestone_released`; release_under_way; milestone_changed
 */
export async function moveMilestone(
  trx: Executor,
  deps: WorkMoneyDeps,
  scope: TenantScope,
  doer: Doer,
  row: MilestoneRow,
  name: MilestoneMove,
  change: MilestoneChange = {},
  { reason = null, details = {} }: Told = {},
): Promise<MilestoneRow> {
  const { to }: Move<MilestoneState> = requireMove(milestoneMoves, 'milestone', name, row.state);
  const whole = { ...change, state: to };
  const moved = await changeMilestone(trx, deps, scope, row, whole, name);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'milestone', id: row.id },
    move: name,
    from: row.state,
    to,
    reason,
    details,
  });
  await touchContract(trx, deps, scope, row.contractId, { isActivity: doer.actor.kind === 'person' });
  return moved;
}

/** A guarded change of a milestone as it was read. @throws 409 */
export async function changeMilestone(
  trx: Executor,
  { clock }: Pick<WorkMoneyDeps, 'clock'>,
  scope: TenantScope,
  row: MilestoneRow,
  change: MilestoneChange,
  name: string,
): Promise<MilestoneRow> {
  const whole = { ...change, updatedAt: clock.now() };
  if (!(await updateMilestone(trx, scope, row.id, { from: [row.state], revision: row.revision }, whole))) {
    // Somebody was faster: a person, the processor or the clock.
    const { state } = await getMilestone(trx, scope, row.id);
    throw state === row.state ? milestoneChanged() : moveRefused('milestone', name, state);
  }
  return { ...row, ...whole, revision: row.revision + 1 };
}

/** While the difference of a release is charged, nobody decides otherwise. @throws 409 release_under_way */
export function requireNoRelease({ releasingMinor }: MilestoneRow): void {
  if (releasingMinor === null) return;
  throw conflict(
    'release_under_way',
    'A larger sum is being charged to release this milestone; nothing was changed. Wait until the bank has answered.',
  );
}

const milestoneChanged = () =>
  conflict('milestone_changed', 'This milestone was changed a moment ago; nothing was done. Look at it again.');
