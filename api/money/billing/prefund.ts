import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import { Refusal, unprocessable } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type Money, money } from '../money.ts';
import { paymentsPolicy } from '../payments/policy.ts';
import type { PaymentPurpose } from '../payments/purpose.ts';
import type { Payment } from '../payments/read-payments.ts';
import { type ClientPaymentDeps, recordClientPayment } from '../payments/record-client-payment.ts';
import { tellDeclined } from '../payments/tell-of-payment.ts';

export const prefund = 'prefund';

/** Puts money on the tenant's balance, free of our fees. @throws 404, 409, 422 prefund_too_small, prefund_too_large */
export async function recordPrefunding(
  trx: Executor,
  deps: ClientPaymentDeps,
  scope: TenantScope,
  doer: Doer,
  { amount, methodId }: { amount: Money; methodId: string },
): Promise<Payment> {
  const { prefundMinMinor, prefundMaxMinor } = await readPolicy(trx, undefined, paymentsPolicy);
  if (amount.amountMinor < prefundMinMinor) throw outOfBounds('prefund_too_small', 'least', prefundMinMinor);
  if (amount.amountMinor > prefundMaxMinor) throw outOfBounds('prefund_too_large', 'most', prefundMaxMinor);
  const nothing = money(0, amount.currency);
  return recordClientPayment(trx, deps, scope, doer, {
    purpose: prefund,
    subject: { kind: 'tenant', id: scope.tenantId },
    contractId: null,
    freelancerId: null,
    team: null,
    costCenter: null,
    purchaseOrder: null,
    charge: { amount, fee: nothing, initiation: nothing, tax: nothing, taxCountry: '', total: amount },
    destination: [{ account: { kind: 'clientFunding', ownerId: scope.tenantId }, amount }],
    source: { kind: 'method', methodId },
    details: {},
    description: 'Balance',
  });
}

/** The ledger itself is the balance: nothing else is written when it arrives. */
export function prefundPurpose(deps: { outbox: Outbox; clock: Clock }): PaymentPurpose {
  return {
    description: 'Balance',
    async posted() {},
    async voided(trx, payment, isLate) {
      if (isLate) await tellDeclined(trx, deps, payment);
    },
  };
}

/** @throws 402 payment_declined */
export function requireNotDeclined(payment: Payment): Payment {
  if (payment.state !== 'voided') return payment;
  throw new Refusal(
    402,
    'payment_declined',
    `The payment was declined (${(payment.refusal ?? 'no reason given').replaceAll('_', ' ')}); nothing was taken. Choose another payment method.`,
  );
}

function outOfBounds(code: string, bound: string, minor: number) {
  return unprocessable(code, `The ${bound} is ${minor} in minor units; nothing was paid. Choose another sum.`, [
    { pointer: '/amount/amountMinor', code, message: `At ${bound} ${minor}.` },
  ]);
}
