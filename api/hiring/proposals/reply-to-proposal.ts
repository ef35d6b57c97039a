import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused } from '../../platform/moves/require-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type ProposalDeps, tellProposalChanged } from './move-proposal.ts';
import { openProposal } from './open-proposal.ts';
import { writableProposalStates } from './proposal.ts';
import { findProposalRow, touchProposal, updateProposal } from './store.ts';

/**
 * Somebody writes in the thread of a proposal: makes sure that it still lives while they do, and that the client's first
 * word makes it active, once. Two members who reply at the same moment both get through.
 * @returns whether this was the client's first reply
 * @throws 404, 409 by state: `proposal_withdrawn`
 */
export async function writeToProposal(
  trx: Executor,
  deps: ProposalDeps,
  scope: TenantScope,
  doer: Doer,
  id: string,
  side: 'client' | 'freelancer',
): Promise<boolean> {
  const nowMs = deps.clock.now();
  // Whoever answers has read.
  if (side === 'client') await openProposal(trx, deps, scope, doer, id);
  const isFirst = side === 'client' && (await reply(trx, deps, scope, doer, id, nowMs));
  if (!isFirst && !(await touchProposal(trx, scope, id, writableProposalStates, nowMs))) {
    const row = await findProposalRow(trx, scope, id);
    throw row ? moveRefused('proposal', 'be written to', row.state) : notFound();
  }
  return isFirst;
}

async function reply(
  trx: Executor,
  deps: ProposalDeps,
  scope: TenantScope,
  doer: Doer,
  id: string,
  nowMs: number,
): Promise<boolean> {
  const replied = { state: 'active', repliedAt: nowMs, updatedAt: nowMs } as const;
  if (!(await updateProposal(trx, scope, id, { from: ['submitted'] }, replied))) return false;
  const subject = { kind: 'proposal', id };
  await recordMove(trx, deps, scope, doer, { subject, move: 'reply', from: 'submitted', to: 'active' });
  await tellProposalChanged(trx, deps, (await findProposalRow(trx, scope, id))!);
  return true;
}
