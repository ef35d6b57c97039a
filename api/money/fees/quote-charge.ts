import type { Executor } from '../../platform/database/database.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { readCountry } from '../../platform/tenants/read-country.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { Money } from '../money.ts';
import { type Charge, type ClientFee, chargeOf, type FeeSchedule } from './fee.ts';
import { salesTaxPolicy } from './sales-tax-policy.ts';

/** What a contract costs both sides, fixed when it opens. */
export type ContractFees = { freelancer: FeeSchedule; client: ClientFee };

/** What a client pays in all for something worth `amount`: shown before it says yes, and charged after. */
export async function quoteCharge(
  db: Executor,
  scope: TenantScope,
  { amount, client, isFirstOfContract }: { amount: Money; client: ClientFee; isFirstOfContract: boolean },
): Promise<Charge> {
  const country = (await readCountry(db, scope)) ?? '';
  const { basisPointsByCountry } = await readPolicy(db, scope, salesTaxPolicy);
  return chargeOf(amount, client, isFirstOfContract, { country, basisPoints: basisPointsByCountry[country] ?? 0 });
}
