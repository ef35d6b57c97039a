import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { Move } from '../../platform/moves/move.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type ProposalMove, type ProposalState, proposalMoves } from './proposal.ts';
import { findProposalRow, updateProposal } from './store.ts';
import type { ProposalRow } from './table.ts';

export type ProposalDeps = { clock: Clock; newId: NewId; outbox: Outbox };

/** What goes with a move: columns to set, and what the timeline says of it. */
export type MoveOfProposal = {
  change?: Partial<ProposalRow>;
  reason?: string | null;
  details?: Record<string, unknown>;
};

/**
 * One move of one proposal: guarded by the table and again by the update, told in timeline, audit and outbox.
 * @throws 404, 409 by state: `proposal_withdrawn`
 */
export async function moveProposal(
  trx: Executor,
  deps: ProposalDeps,
  scope: TenantScope,
  doer: Doer,
  id: string,
  name: ProposalMove,
  { change = {}, reason = null, details = {} }: MoveOfProposal = {},
): Promise<ProposalRow> {
  const row = await findProposalRow(trx, scope, id);
  if (!row) throw notFound();
  const move: Move<ProposalState> = requireMove(proposalMoves, 'proposal', name, row.state);
  const nowMs = deps.clock.now();
  const moved = { ...change, state: move.to, updatedAt: nowMs };
  // Somebody was faster: the state just read is not the present one.
  if (!(await updateProposal(trx, scope, id, { from: [row.state] }, moved)))
    throw moveRefused('proposal', name, (await findProposalRow(trx, scope, id))?.state ?? row.state);
  const subject = { kind: 'proposal', id };
  await recordMove(trx, deps, scope, doer, { subject, move: name, from: row.state, to: move.to, reason, details });
  await tellProposalChanged(trx, deps, { ...row, state: move.to });
  return { ...row, ...moved, revision: row.revision + 1 };
}

export async function tellProposalChanged(
  trx: Executor,
  { outbox, clock }: Pick<ProposalDeps, 'outbox' | 'clock'>,
  { id, tenantId, jobPostId, freelancerId, state }: ProposalRow,
): Promise<void> {
  const told = { id, tenantId, jobPostId, freelancerId, state };
  await outbox.record(trx, 'proposalChanged', tenantId, told, clock.now());
}
