import { postTransfer } from '../../money/ledger/post-transfer.ts';
import type { Executor } from '../../platform/database/database.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import * as boosts from './boost-store.ts';
import type { ReturnReason } from './connects.ts';
import { connectsPolicy } from './policy.ts';
import { releaseBoost } from './settle-boost.ts';
import * as store from './store.ts';
import type { BoostRow, SpendRow } from './table.ts';
import { tellFreelancer } from './tell-freelancer.ts';
import { type ConnectsDeps, connectsAccount, giveBackToLots, inConnects, takeTurn } from './wallet.ts';

/**
 * Gives back what a proposal cost, a paid boost too, and lets go of one that stands; once, and only where the tenant's
 * policy says so for this reason. In the transaction of the move that is the reason.
 * @returns how many connects came back
 */
export async function refundConnects(
  trx: Executor,
  deps: ConnectsDeps,
  { proposalId, reason }: { proposalId: string; reason: ReturnReason },
): Promise<number> {
  await releaseBoost(trx, deps, { proposalId });
  const spend = await store.findSpend(trx, proposalId);
  const boost = await boosts.findBoost(trx, proposalId);
  const paid = spend ?? boost;
  if (!paid || !(await givesBack(trx, paid.tenantId, reason))) return 0;
  await takeTurn(trx, deps, paid.freelancerId);
  const nowMs = deps.clock.now();
  let count = 0;
  if (spend && (await store.markReturned(trx, proposalId, reason, nowMs)))
    count += await giveBack(trx, deps, spend, reason, 'return');
  const returned = { state: 'returned', settledAt: nowMs, returnReason: reason } as const;
  if (boost && (await boosts.moveBoost(trx, proposalId, ['paid'], returned)))
    count += await giveBack(trx, deps, boost, reason, 'boostReturn');
  if (count > 0) await tell(trx, deps, paid, count, reason);
  return count;
}

async function givesBack(trx: Executor, tenantId: string, reason: ReturnReason): Promise<boolean> {
  const { returnsExpired, returnsUnopened } = await readPolicy(trx, tenantScope(tenantId), connectsPolicy);
  switch (reason) {
    case 'postClosed':
    case 'postRemoved':
      return true;
    case 'postExpired':
      return returnsExpired;
    case 'unopened':
      return returnsUnopened;
  }
}

async function giveBack(
  trx: Executor,
  deps: ConnectsDeps,
  { freelancerId, tenantId, proposalId, jobPostId, jobPostTitle, amount, transferId }: SpendRow | BoostRow,
  reason: ReturnReason,
  kind: 'return' | 'boostReturn',
): Promise<number> {
  const { id } = await postTransfer(trx, deps, {
    key: `connects.${kind} ${proposalId}`,
    kind: `connects.${kind}`,
    tenantId,
    subject: { kind: 'proposal', id: proposalId },
    details: { jobPostId, jobPostTitle, reason },
    entries: [
      { account: { kind: 'connectsSpent', ownerId: '' }, amount: inConnects(-amount) },
      { account: connectsAccount(freelancerId), amount: inConnects(amount) },
    ],
  });
  await giveBackToLots(trx, deps, freelancerId, transferId!, id);
  return amount;
}

async function tell(
  trx: Executor,
  deps: ConnectsDeps,
  { freelancerId, tenantId, proposalId, jobPostTitle }: SpendRow | BoostRow,
  count: number,
  reason: ReturnReason,
): Promise<void> {
  await tellFreelancer(trx, deps, freelancerId, {
    kind: 'connects.returned',
    subject: { kind: 'proposal', id: proposalId },
    words: { count: String(count), title: jobPostTitle, reason },
    path: portalPaths.connects(),
    tenantId,
  });
}
