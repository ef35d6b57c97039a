import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { findCommitment } from './commitment-store.ts';
import type { Exposure } from './exposure.ts';
import { openOf } from './exposure.ts';
import type { PurchaseOrderChoice } from './put-commitment.ts';
import { purchaseOrderNotYours, purchaseOrderOtherCostCenter, purchaseOrderUnknown, whyRefused } from './refusals.ts';
import { findByNumber, keepsAny } from './store.ts';
import type { PurchaseOrderRow } from './table.ts';

export type User = { personId: string | null; team: string | null; costCenter: string | null };

/**
 * Who may put something on it: anybody, or those whose team or who themselves are named; and for which cost centers.
 * @throws 403 purchase_order_not_yours, 409 purchase_order_other_cost_center, 422 purchase_order_unknown
 */
export async function requireUsable(db: Executor, scope: TenantScope, number: string, user: User): Promise<void> {
  const row = await findByNumber(db, scope, number);
  if (!row) {
    if (await keepsAny(db, scope)) throw purchaseOrderUnknown(number);
    return;
  }
  if (!isFor(row, user)) throw purchaseOrderNotYours(row);
  const costCenters: string[] = JSON.parse(row.costCenters);
  if (costCenters.length > 0 && !(user.costCenter && costCenters.includes(user.costCenter)))
    throw purchaseOrderOtherCostCenter(number, costCenters);
}

/**
 * Before somebody is asked to approve: what could not be sent afterwards is refused at once. Nothing is bound yet.
 * @throws as requireUsable and commitOffer
 */
export async function requireRoom(
  db: Executor,
  scope: TenantScope,
  {
    offerId,
    purchaseOrder,
    exposure,
    ...user
  }: User & { offerId: string | null; purchaseOrder: PurchaseOrderChoice; exposure: Exposure },
  nowMs: number,
): Promise<void> {
  if (purchaseOrder?.kind !== 'number') return;
  await requireUsable(db, scope, purchaseOrder.number, user);
  const row = await findByNumber(db, scope, purchaseOrder.number);
  if (!row) return;
  const bound = offerId === null ? undefined : await findCommitment(db, scope, { kind: 'offer', id: offerId });
  const before = bound?.purchaseOrder === row.number ? bound.openMinor : 0;
  const horizonMs = row.endsAt;
  const more = openOf(exposure, { fundedMinor: 0, isFresh: true, horizonMs, nowMs }) - before;
  const isOpen = row.state === 'open' || row.state === 'exhausted';
  const isValid = isOpen && row.startsAt <= nowMs && row.endsAt > nowMs && row.currency === exposure.currency;
  const fits = row.overrun === 'byApproval' || more <= row.amountMinor - row.committedMinor - row.spentMinor;
  if (!isValid || !fits) throw whyRefused(row, more, exposure.currency, nowMs);
}

/** By its team or by name; neither is named: everybody. */
export function isFor(
  row: Pick<PurchaseOrderRow, 'teams' | 'personIds'>,
  { personId, team }: Omit<User, 'costCenter'>,
) {
  const [teams, people]: string[][] = [JSON.parse(row.teams), JSON.parse(row.personIds)];
  if (teams!.length === 0 && people!.length === 0) return true;
  return (team !== null && teams!.includes(team)) || (personId !== null && people!.includes(personId));
}
