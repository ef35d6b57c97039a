import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ApprovalRow } from './table.ts';

export type LogFilter = {
  /** By when it was asked for. */
  fromMs: EpochMs;
  toMs: EpochMs;
  /** Names; undefined for every team, and what has none. */
  teams?: readonly string[] | undefined;
  costCenters?: readonly string[] | undefined;
  purchaseOrders?: readonly string[] | undefined;
};

/** Asked for in a span, the oldest first. */
export function listForLog(
  db: Executor,
  { tenantId }: TenantScope,
  { fromMs, toMs, teams, costCenters, purchaseOrders }: LogFilter,
  after: { requestedAt: EpochMs; id: string } | undefined,
  limit: number,
): Promise<ApprovalRow[]> {
  let query = db
    .selectFrom('approvals')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('requestedAt', '>=', fromMs)
    .where('requestedAt', '<', toMs);
  if (teams) query = query.where('team', 'in', [...teams, '']);
  if (costCenters) query = query.where('costCenter', 'in', [...costCenters, '']);
  if (purchaseOrders) query = query.where('purchaseOrder', 'in', [...purchaseOrders, '']);
  if (after)
    query = query.where((eb) =>
      eb.or([
        eb('requestedAt', '>', after.requestedAt),
        eb.and([eb('requestedAt', '=', after.requestedAt), eb('id', '>', after.id)]),
      ]),
    );
  return query.orderBy('requestedAt').orderBy('id').limit(limit).execute();
}
