import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ContractToCommit } from './commit-contract.ts';
import { findCommitment } from './commitment-store.ts';
import type { SpendingDeps } from './deps.ts';
import { openOf } from './exposure.ts';
import { putCommitment } from './put-commitment.ts';
import { requireUsable } from './require-usable.ts';
import { findByNumber } from './store.ts';

/**
 * The client puts other terms to the freelancer: what they would cost on top is bound until there is an answer, so that
 * a signature never fails for want of a remainder that is none of the freelancer’s business.
 * @throws as commitOffer
 */
export async function reserveChange(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  amendmentId: string,
  { contractId, mayExceed, ...after }: ContractToCommit & { mayExceed: boolean },
): Promise<void> {
  const number = after.purchaseOrder?.kind === 'number' ? after.purchaseOrder.number : null;
  if (number !== null) await requireUsable(trx, scope, number, after);
  const bound = await findCommitment(trx, scope, { kind: 'contract', id: contractId });
  const isSame = bound !== undefined && bound.purchaseOrder === number;
  const order = number === null ? undefined : await findByNumber(trx, scope, number);
  if (!order) return;
  const openMinor = openOf(after.exposure, {
    fundedMinor: bound?.fundedMinor ?? 0,
    isFresh: !bound || bound.spentMinor === 0,
    horizonMs: order.endsAt,
    nowMs: deps.clock.now(),
  });
  const moreMinor = openMinor - (isSame ? bound.openMinor : 0);
  if (moreMinor <= 0) return;
  const { currency, startsAtMs, endsAtMs } = after.exposure;
  const sums = { onceMinor: 0, principalMinor: moreMinor, totalMinor: moreMinor };
  const exposure = { kind: 'fixed', currency, startsAtMs, endsAtMs, ...sums } as const;
  const placing = { ...after, exposure, subject: { kind: 'amendment', id: amendmentId } as const };
  await putCommitment(trx, deps, scope, doer, placing, { cause: 'termsChanged' }, mayExceed ? 'mayExceed' : 'guarded');
}
