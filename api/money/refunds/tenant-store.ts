import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { RefundRow } from './table.ts';

export type RefundsFilter = {
  contractId?: string | undefined;
  fromMs?: number | undefined;
  toMs?: number | undefined;
};

/** The newest first, from below `after` on. */
export function listRefundsOfTenant(
  db: Executor,
  { tenantId }: TenantScope,
  { contractId, fromMs, toMs }: RefundsFilter,
  after: { at: number; id: string } | undefined,
  limit: number,
): Promise<RefundRow[]> {
  return db
    .selectFrom('refunds')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .$if(contractId !== undefined, (query) => query.where('contractId', '=', contractId!))
    .$if(fromMs !== undefined, (query) => query.where('createdAt', '>=', fromMs!))
    .$if(toMs !== undefined, (query) => query.where('createdAt', '<', toMs!))
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('createdAt', '<', after!.at), eb.and([eb('createdAt', '=', after!.at), eb('id', '<', after!.id)])]),
      ),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
