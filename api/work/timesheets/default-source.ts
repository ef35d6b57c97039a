import { readBalance } from '../../money/ledger/read-ledger.ts';
import { readMethods } from '../../money/payment-methods/read-methods.ts';
import type { FundingSource } from '../../money/payments/payment.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';

/** What a week is taken from when nobody is there to choose: the first saved method, or what is prefunded. */
export async function defaultSource(db: Executor, { tenantId }: TenantScope, currency = 'USD'): Promise<FundingSource> {
  const [method] = await readMethods(db, { kind: 'tenant', id: tenantId });
  const { availableMinor } = await readBalance(db, { kind: 'clientFunding', ownerId: tenantId }, currency);
  return method && availableMinor === 0 ? { kind: 'method', methodId: method.id } : { kind: 'balance' };
}
