import { settleTransfer } from '../../money/ledger/settle-transfer.ts';
import type { Executor } from '../../platform/database/database.ts';
import * as boosts from './boost-store.ts';
import { type ConnectsDeps, giveBackToLots, takeTurn } from './wallet.ts';

/**
 * The client opened the proposal for the first time: a boost that stands in a top slot has done its work and is paid.
 * Does nothing for a proposal without one. In the transaction that marks it opened.
 */
export async function payBoost(trx: Executor, deps: ConnectsDeps, { proposalId }: { proposalId: string }) {
  const boost = await boosts.findBoost(trx, proposalId);
  if (boost?.state !== 'standing') return;
  const settledAt = deps.clock.now();
  if (!(await boosts.moveBoost(trx, proposalId, ['standing'], { state: 'paid', settledAt }))) return;
  await settleTransfer(trx, deps, boost.transferId!, 'posted');
}

/**
 * The proposal or its post ended before the client opened it: nothing is paid. Call it with every end of a proposal;
 * it does nothing where no boost stands.
 */
export async function releaseBoost(trx: Executor, deps: ConnectsDeps, { proposalId }: { proposalId: string }) {
  await letGo(trx, deps, proposalId, 'released');
}

/** @returns false when the boost did not stand any more */
export async function letGo(
  trx: Executor,
  deps: ConnectsDeps,
  proposalId: string,
  state: 'released' | 'outbid',
): Promise<boolean> {
  const boost = await boosts.findBoost(trx, proposalId);
  if (boost?.state !== 'standing') return false;
  await takeTurn(trx, deps, boost.freelancerId);
  const settledAt = deps.clock.now();
  if (!(await boosts.moveBoost(trx, proposalId, ['standing'], { state, settledAt }))) return false;
  await settleTransfer(trx, deps, boost.transferId!, 'voided');
  await giveBackToLots(trx, deps, boost.freelancerId, boost.transferId!, boost.transferId!);
  return true;
}
