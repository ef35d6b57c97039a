import type { Executor } from '../../platform/database/database.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readCreditLine } from '../credit/read-credit.ts';
import { presentMethod } from '../payment-methods/present-method.ts';
import { readMethods } from '../payment-methods/read-methods.ts';
import { paymentsPolicy } from '../payments/policy.ts';
import type { PaymentProcessor } from '../payments/processor.ts';
import { readDefaultSource } from './default-source.ts';
import { moneyOn } from './read-sources.ts';
import type { Billing } from './schema.ts';

/** Balances, credit, saved methods, and what pays by default. */
export async function readBilling(
  db: Executor,
  scope: TenantScope,
  { name, isSandbox }: Pick<PaymentProcessor, 'name' | 'isSandbox'>,
): Promise<Billing> {
  const preferred = await readDefaultSource(db, scope);
  const methods = await readMethods(db, { kind: 'tenant', id: scope.tenantId });
  const { prefundMinMinor, prefundMaxMinor } = await readPolicy(db, undefined, paymentsPolicy);
  return {
    processor: { name, isSandbox },
    balances: await moneyOn(db, 'clientFunding', scope),
    credit: await readCredit(db, scope),
    defaultSource: preferred ?? null,
    methods: methods.map((method) => presentMethod(method, preferred, name)),
    prefund: { minMinor: prefundMinMinor, maxMinor: prefundMaxMinor },
  };
}

async function readCredit(db: Executor, scope: TenantScope): Promise<Billing['credit']> {
  const line = await readCreditLine(db, scope);
  if (!line || line.limitMinor === 0) return null;
  const { currency, limitMinor } = line;
  const available = (await moneyOn(db, 'clientCredit', scope)).find((one) => one.currency === currency);
  return { available: available ?? { amountMinor: 0, currency }, limit: { amountMinor: limitMinor, currency } };
}
