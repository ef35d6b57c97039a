import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { SpendingDeps } from './deps.ts';
import { type Placing, putCommitment } from './put-commitment.ts';
import { requireUsable } from './require-usable.ts';

export type OfferToCommit = Omit<Placing, 'subject'> & {
  offerId: string;
  /** Somebody approved that it takes more than is left. */
  mayExceed: boolean;
};

/**
 * Binds what an offer may cost, in the transaction that sends it; another version of it takes the place of the one
 * before. Of many at the same moment only those get through that fit.
 * @throws 403 purchase_order_not_yours, 409 purchase_order_expired, _closed, _draft, _not_valid_yet, _exceeded,
 * _other_cost_center, 422 purchase_order_unknown, _other_currency
 */
export async function commitOffer(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  { offerId, mayExceed, ...placing }: OfferToCommit,
): Promise<void> {
  const { purchaseOrder, ...who } = placing;
  if (purchaseOrder?.kind === 'number') await requireUsable(trx, scope, purchaseOrder.number, who);
  await putCommitment(
    trx,
    deps,
    scope,
    doer,
    { ...placing, subject: { kind: 'offer', id: offerId } },
    { cause: 'offerSent' },
    mayExceed ? 'mayExceed' : 'guarded',
  );
}
