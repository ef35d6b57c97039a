import type { Executor } from '../../platform/database/database.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { salesTaxPolicy } from '../fees/sales-tax-policy.ts';
import { basisPointsOf, money } from '../money.ts';
import type { Payment } from '../payments/read-payments.ts';
import type { InvoiceNames } from './deps.ts';
import type { LineNames, Purchase } from './invoice-lines.ts';

/** What whoever charges for time writes beside the payment. */
type TimeDetails = { minutes?: number; rateMinor?: number };

/** A posted payment, part by part. */
export async function purchaseOf(db: Executor, scope: TenantScope | undefined, payment: Payment): Promise<Purchase> {
  const { minutes, rateMinor }: TimeDetails = JSON.parse(payment.details);
  const { currency, feeMinor, initiationMinor, taxMinor, taxCountry } = payment;
  // Of work only our fees are ours to tax; a plan is sold by us as a whole.
  const baseMinor = payment.purpose === 'subscription' ? payment.principalMinor : feeMinor + initiationMinor;
  return {
    ...identityOf(payment),
    transferId: payment.transferId,
    description: payment.description,
    quantityMinutes: minutes ?? null,
    unitPriceMinor: minutes === undefined ? null : (rateMinor ?? null),
    amountMinor: payment.principalMinor,
    feeMinor,
    initiationMinor,
    taxMinor,
    taxCountry,
    taxBasisPoints: await taxRate(db, scope, taxCountry, { currency, baseMinor, taxMinor }),
    occurredAt: payment.settledAt ?? payment.createdAt,
  };
}

/** What of a payment came back, below zero. */
export function takenBack(
  payment: Payment,
  {
    transferId,
    amountMinor,
    feeMinor,
    taxMinor,
    reason,
    atMs,
  }: { transferId: string; amountMinor: number; feeMinor: number; taxMinor: number; reason: string; atMs: number },
  taxBasisPoints: number | null,
): Purchase {
  return {
    ...identityOf(payment),
    transferId,
    description: reason || payment.description,
    quantityMinutes: null,
    unitPriceMinor: null,
    // `0 -` leaves no sign on a zero.
    amountMinor: 0 - amountMinor,
    feeMinor: 0 - feeMinor,
    initiationMinor: 0,
    taxMinor: 0 - taxMinor,
    taxCountry: payment.taxCountry,
    taxBasisPoints,
    occurredAt: atMs,
  };
}

function identityOf({ id, purpose, contractId, freelancerId, currency, team, costCenter, purchaseOrder }: Payment) {
  return { purpose, paymentId: id, contractId, freelancerId, currency, team, costCenter, purchaseOrder };
}

/** The rate in force, where it is what was charged; null where it has changed since. */
export async function taxRate(
  db: Executor,
  scope: TenantScope | undefined,
  country: string,
  { currency, baseMinor, taxMinor }: { currency: string; baseMinor: number; taxMinor: number },
): Promise<number | null> {
  if (taxMinor === 0) return null;
  const { basisPointsByCountry } = await readPolicy(db, scope, salesTaxPolicy);
  const basisPoints = basisPointsByCountry[country] ?? 0;
  return basisPointsOf(money(baseMinor, currency), basisPoints).amountMinor === taxMinor ? basisPoints : null;
}

export async function namesFor(
  db: Executor,
  names: InvoiceNames,
  { contractId, freelancerId }: { contractId: string | null; freelancerId: string | null },
): Promise<LineNames> {
  return {
    contracts: await names.contractTitles(db, contractId ? [contractId] : []),
    freelancers: await names.freelancerNames(db, freelancerId ? [freelancerId] : []),
  };
}
