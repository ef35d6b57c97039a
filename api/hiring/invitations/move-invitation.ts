import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { Move } from '../../platform/moves/move.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { InvitationDeps } from './deps.ts';
import { type InvitationMove, type InvitationState, invitationMoves } from './invitation.ts';
import { findInvitation, updateInvitation } from './store.ts';
import type { InvitationRow } from './table.ts';

/** One move, guarded by the table and again by the update. @throws 409 by state: `invitation_expired` */
export async function moveInvitation(
  trx: Executor,
  deps: InvitationDeps,
  scope: TenantScope,
  doer: Doer,
  row: InvitationRow,
  name: InvitationMove,
  { change = {}, reason = null }: { change?: Partial<InvitationRow>; reason?: string | null } = {},
): Promise<InvitationRow> {
  const move: Move<InvitationState> = requireMove(invitationMoves, 'invitation', name, row.state);
  const moved = { ...change, state: move.to };
  if (!(await updateInvitation(trx, scope, row.id, move.from, moved)))
    throw moveRefused('invitation', name, (await findInvitation(trx, scope, row.id))?.state ?? row.state);
  const subject = { kind: 'invitation', id: row.id };
  await recordMove(trx, deps, scope, doer, { subject, move: name, from: row.state, to: move.to, reason });
  if (move.to !== 'accepted') {
    const { tenantId, jobPostId, freelancerId } = row;
    const changed = { tenantId, jobPostId, freelancerIds: [freelancerId] };
    await deps.outbox.record(trx, 'invitationsChanged', tenantId, changed, deps.clock.now());
  }
  return { ...row, ...moved };
}
