import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { readCountry } from '../../platform/tenants/read-country.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { Charge } from '../fees/fee.ts';
import { salesTaxPolicy } from '../fees/sales-tax-policy.ts';
import { add, basisPointsOf, money } from '../money.ts';
import type { Payment } from '../payments/read-payments.ts';
import { type ClientPaymentDeps, recordClientPayment } from '../payments/record-client-payment.ts';
import { subscriptionsPolicy } from './policy.ts';
import { insertCharge, setChargePayment } from './store.ts';
import { type Interval, monthsOf, periodEnd } from './subscription.ts';
import type { SubscriptionChargeRow, SubscriptionRow } from './table.ts';

export const subscriptionPurpose = 'subscription';

/** What a period costs now, with the tax of where the tenant has its seat. */
export async function quotePeriod(db: Executor, scope: TenantScope, interval: Interval): Promise<Charge> {
  const { currency, proMonthMinor, proYearMinor } = await readPolicy(db, undefined, subscriptionsPolicy);
  const amount = money(interval === 'month' ? proMonthMinor : proYearMinor, currency);
  const taxCountry = (await readCountry(db, scope)) ?? '';
  const { basisPointsByCountry } = await readPolicy(db, scope, salesTaxPolicy);
  const tax = basisPointsOf(amount, basisPointsByCountry[taxCountry] ?? 0);
  const nothing = money(0, currency);
  return { amount, fee: nothing, initiation: nothing, tax, taxCountry, total: add(amount, tax) };
}

/**
 * Writes the charge of the next period; the processor is asked by settlePayment once this is committed.
 * @throws 404 for a method that is not this tenant's; 409 payment_method_removed
 */
export async function chargeNextPeriod(
  trx: Executor,
  deps: ClientPaymentDeps,
  doer: Doer,
  row: Pick<SubscriptionRow, 'id' | 'tenantId' | 'methodId' | 'anchorAt' | 'monthsPaid' | 'nextInterval'>,
): Promise<Payment> {
  const scope = tenantScope(row.tenantId);
  const interval = row.nextInterval;
  const charge = await quotePeriod(trx, scope, interval);
  const period: SubscriptionChargeRow = {
    id: deps.newId('sp'),
    subscriptionId: row.id,
    tenantId: row.tenantId,
    interval,
    startsAt: periodEnd(row.anchorAt, row.monthsPaid),
    endsAt: periodEnd(row.anchorAt, row.monthsPaid + monthsOf[interval]),
    amountMinor: charge.amount.amountMinor,
    taxMinor: charge.tax.amountMinor,
    currency: charge.amount.currency,
    state: 'charging',
    paymentId: null,
    refusal: null,
    createdAt: deps.clock.now(),
    settledAt: null,
  };
  await insertCharge(trx, period);
  const payment = await recordClientPayment(trx, deps, scope, doer, {
    purpose: subscriptionPurpose,
    subject: { kind: 'subscriptionCharge', id: period.id },
    contractId: null,
    freelancerId: null,
    team: null,
    costCenter: null,
    purchaseOrder: null,
    charge,
    destination: [{ account: { kind: 'subscriptionSales', ownerId: '' }, amount: charge.amount }],
    source: { kind: 'method', methodId: row.methodId },
    details: { subscriptionId: row.id, interval },
    description: 'Pro plan',
  });
  await setChargePayment(trx, period, payment.id);
  return payment;
}
