import type { AgreedTerms } from '../../../work/contracts/schema.ts';
import type { TenantReading } from '../definition.ts';

/** The newest version of each contract's terms that was in force as of the instant asked for. */
export async function termsInForce(
  { db, scope, asOfMs }: TenantReading,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { version: number; terms: AgreedTerms }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('contractTerms')
    .select(['contractId', 'version', 'terms'])
    .where('tenantId', '=', scope.tenantId)
    .where('contractId', 'in', ids)
    .where('effectiveFrom', '<=', asOfMs)
    .orderBy('contractId')
    .orderBy('version')
    .execute();
  return new Map(rows.map(({ contractId, version, terms }) => [contractId, { version, terms: JSON.parse(terms) }]));
}

/** The orders that were named after terms had said “not yet”. */
export async function ordersOf(
  { db, scope, asOfMs }: TenantReading,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('spendingEntries')
    .select(['contractId', 'purchaseOrder'])
    .where('tenantId', '=', scope.tenantId)
    .where('contractId', 'in', ids)
    .where('cause', '=', 'numberAssigned')
    .where('purchaseOrder', 'is not', null)
    .where('at', '<=', asOfMs)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ contractId, purchaseOrder }) => [contractId!, purchaseOrder]));
}
