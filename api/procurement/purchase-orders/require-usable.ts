import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { purchaseOrderNotYours, purchaseOrderOtherCostCenter, purchaseOrderUnknown } from './refusals.ts';
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

/** By its team or by name; neither is named: everybody. */
export function isFor(
  row: Pick<PurchaseOrderRow, 'teams' | 'personIds'>,
  { personId, team }: Omit<User, 'costCenter'>,
) {
  const [teams, people]: string[][] = [JSON.parse(row.teams), JSON.parse(row.personIds)];
  if (teams!.length === 0 && people!.length === 0) return true;
  return (team !== null && teams!.includes(team)) || (personId !== null && people!.includes(personId));
}
