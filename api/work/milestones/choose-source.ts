import { readMethods } from '../../money/payment-methods/read-methods.ts';
import type { FundingSource } from '../../money/payments/payment.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';

/** What was chosen, or the tenant’s default. @throws 409 no_payment_source */
export async function chooseSource(
  db: Executor,
  scope: TenantScope,
  chosen: FundingSource | undefined,
): Promise<FundingSource> {
  if (chosen) return chosen;
  const [method] = await readMethods(db, { kind: 'tenant', id: scope.tenantId });
  if (method) return { kind: 'method', methodId: method.id };
  throw conflict('no_payment_source', 'Nothing is set up to pay with; nothing was paid. Add a payment method first.');
}
