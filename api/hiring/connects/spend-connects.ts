import { connectsUnit } from '../../money/ledger/ledger.ts';
import { postTransfer } from '../../money/ledger/post-transfer.ts';
import { readBalance } from '../../money/ledger/read-ledger.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import * as store from './store.ts';
import { type ConnectsDeps, connectsAccount, inConnects, takeFromLots, takeTurn } from './wallet.ts';

/** A proposal and the post it is for, as statements will name them. */
export type PaidProposal = {
  freelancerId: string;
  tenantId: string;
  proposalId: string;
  jobPostId: string;
  jobPostTitle: string;
};

/**
 * Pays for a proposal in the transaction that submits it; nothing where it is free. With a boost, call placeBoost
 * first: auctions come before wallets everywhere, so that two transactions never wait for each other.
 * @param amount from priceOfProposal
 * @throws 409 connects_balance_too_low, proposal_paid
 */
export async function spendConnects(
  trx: Executor,
  deps: ConnectsDeps,
  { amount, ...proposal }: PaidProposal & { amount: number },
): Promise<void> {
  if (amount === 0) return;
  const { freelancerId, tenantId, proposalId, jobPostId, jobPostTitle } = proposal;
  await takeTurn(trx, deps, freelancerId);
  await requireBalance(trx, freelancerId, amount);
  const { id, isNew } = await postTransfer(trx, deps, {
    key: `connects.proposal ${proposalId}`,
    kind: 'connects.proposal',
    tenantId,
    subject: { kind: 'proposal', id: proposalId },
    details: { jobPostId, jobPostTitle },
    entries: [
      { account: connectsAccount(freelancerId), amount: inConnects(-amount) },
      { account: { kind: 'connectsSpent', ownerId: '' }, amount: inConnects(amount) },
    ],
  });
  if (!isNew)
    throw conflict(
      'proposal_paid',
      'This proposal was paid for already; nothing was taken again. Open your proposals.',
    );
  await store.insertSpendOnce(trx, { ...proposal, amount, transferId: id, returnedAt: null, returnReason: null });
  await takeFromLots(trx, freelancerId, id, amount);
}

/** The ledger refuses too; this says how many are missing. */
export async function requireBalance(trx: Executor, freelancerId: string, amount: number): Promise<void> {
  const { availableMinor } = await readBalance(trx, connectsAccount(freelancerId), connectsUnit);
  if (availableMinor >= amount) return;
  throw conflict(
    'connects_balance_too_low',
    `This takes ${amount} connects and you have ${availableMinor}; nothing was sent or taken. Buy ${amount - availableMinor} more, or wait for next month's.`,
  );
}
