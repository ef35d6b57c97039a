import { readDefaultSource } from '../../money/billing/default-source.ts';
import type { FundingSource } from '../../money/payments/payment.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';

/** What a week is taken from when nobody is there to choose. @throws 409 no_payment_source */
export async function defaultSource(db: Executor, scope: TenantScope): Promise<FundingSource> {
  const source = await readDefaultSource(db, scope);
  if (!source)
    throw conflict('no_payment_source', 'No way to pay is saved, so nothing was charged. Add one under billing first.');
  return source;
}
