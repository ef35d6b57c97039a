import { holdTransfer } from '../../money/ledger/post-transfer.ts';
import { settleTransfer } from '../../money/ledger/settle-transfer.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, unprocessable } from '../../platform/http/problem.ts';
import { requireMove } from '../../platform/moves/require-move.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import * as boosts from './boost-store.ts';
import { boostMoves, boostSlots } from './connects.ts';
import { connectsPolicy } from './policy.ts';
import { type BoostStanding, boostStanding } from './read-boosts.ts';
import { letGo } from './settle-boost.ts';
import { type PaidProposal, requireBalance } from './spend-connects.ts';
import type { BoostRow } from './table.ts';
import { tellFreelancer } from './tell-freelancer.ts';
import { type ConnectsDeps, connectsAccount, giveBackToLots, inConnects, takeFromLots, takeTurn } from './wallet.ts';

/**
 * Bids for a top slot of a post, or raises an earlier bid. The bid is sealed: its answer says whether it stands and in
 * which slot, not what others bid. A bid that stands is held until the client opens the proposal (paid), somebody
 * bids more for the last slot (nothing is paid) or the proposal ends unopened (nothing is paid).
 * A bid too low for a slot is kept as outbid, costs nothing and can be raised.
 * @throws 409 connects_balance_too_low, boost_not_higher, boost_paid, boost_released; 422 boost_out_of_bounds
 */
export async function placeBoost(
  trx: Executor,
  deps: ConnectsDeps,
  { amount, ...proposal }: PaidProposal & { amount: number },
): Promise<BoostStanding> {
  const { proposalId, jobPostId, tenantId, freelancerId } = proposal;
  await requireInBounds(trx, amount);
  await boosts.takeAuctionTurn(trx, { jobPostId, tenantId, turns: 1 });
  const earlier = await boosts.findBoost(trx, proposalId);
  if (earlier) await takeBack(trx, deps, earlier, amount);
  const bid = { amount, bidAt: deps.clock.now(), bids: (earlier?.bids ?? 0) + 1 };
  const shown = await boosts.listBoosts(trx, jobPostId, ['standing', 'paid']);
  const isStanding = shown.filter((other) => other.amount >= amount).length < boostSlots;
  const transferId = isStanding ? await hold(trx, deps, proposal, bid) : (earlier?.transferId ?? null);
  const state = isStanding ? 'standing' : 'outbid';
  await boosts.putBoost(trx, { ...proposal, ...bid, state, transferId, settledAt: null, returnReason: null });
  if (isStanding) await dropOutbid(trx, deps, jobPostId);
  return boostStanding(trx, { jobPostId, proposalId, freelancerId });
}

/** A bid binds: it can be raised, not lowered. */
async function takeBack(trx: Executor, deps: ConnectsDeps, earlier: BoostRow, amount: number): Promise<void> {
  const { proposalId, freelancerId, transferId, state } = earlier;
  requireMove(boostMoves, 'boost', 'raise', state);
  if (amount <= earlier.amount)
    throw conflict('boost_not_higher', `Your bid is ${earlier.amount}; nothing was changed. Bid more to raise it.`);
  await takeTurn(trx, deps, freelancerId);
  if (state !== 'standing') return;
  // Opened at this very moment: the client's side won, and the bid is paid as it was.
  if (!(await boosts.moveBoost(trx, proposalId, ['standing'], { state: 'outbid', settledAt: null })))
    throw conflict('boost_paid', 'The client has just opened your proposal, so your bid is paid; nothing was changed.');
  await settleTransfer(trx, deps, transferId!, 'voided');
  await giveBackToLots(trx, deps, freelancerId, transferId!, transferId!);
}

async function hold(
  trx: Executor,
  deps: ConnectsDeps,
  { freelancerId, tenantId, proposalId, jobPostId, jobPostTitle }: PaidProposal,
  { amount, bids }: { amount: number; bids: number },
): Promise<string> {
  await takeTurn(trx, deps, freelancerId);
  await requireBalance(trx, freelancerId, amount);
  const { id } = await holdTransfer(trx, deps, {
    key: `connects.boost ${proposalId} ${bids}`,
    kind: 'connects.boost',
    tenantId,
    subject: { kind: 'proposal', id: proposalId },
    details: { jobPostId, jobPostTitle },
    entries: [
      { account: connectsAccount(freelancerId), amount: inConnects(-amount) },
      { account: { kind: 'connectsSpent', ownerId: '' }, amount: inConnects(amount) },
    ],
  });
  await takeFromLots(trx, freelancerId, id, amount);
  return id;
}

/** Who stood in the slots and does no longer; a paid bid keeps what it bought. */
async function dropOutbid(trx: Executor, deps: ConnectsDeps, jobPostId: string): Promise<void> {
  const shown = await boosts.listBoosts(trx, jobPostId, ['standing', 'paid']);
  const beyond = shown.slice(boostSlots).filter(({ state }) => state === 'standing');
  for (const { proposalId, freelancerId, jobPostTitle, tenantId } of beyond) {
    if (!(await letGo(trx, deps, proposalId, 'outbid'))) continue;
    await tellFreelancer(trx, deps, freelancerId, {
      kind: 'connects.outbid',
      subject: { kind: 'proposal', id: proposalId },
      words: { title: jobPostTitle },
      path: portalPaths.ownProposal(proposalId),
      tenantId,
    });
  }
}

async function requireInBounds(trx: Executor, amount: number): Promise<void> {
  const { boostMax } = await readPolicy(trx, undefined, connectsPolicy);
  if (Number.isInteger(amount) && amount >= 1 && amount <= boostMax) return;
  const detail = `A boost is 1 to ${boostMax} connects; nothing was sent or taken. Bid within that.`;
  throw unprocessable('boost_out_of_bounds', detail, [
    { pointer: '/boost', code: 'boost_out_of_bounds', message: `Bid 1 to ${boostMax} connects.` },
  ]);
}
