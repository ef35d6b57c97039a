import { actorId, type Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { requireCredit } from '../credit/require-credit.ts';
import type { Charge } from '../fees/fee.ts';
import type { AccountRef } from '../ledger/ledger.ts';
import { holdTransfer, type LedgerDeps, type NewEntry, postTransfer } from '../ledger/post-transfer.ts';
import { getActiveMethod } from '../payment-methods/read-methods.ts';
import { feeEntries, negated } from './charge-entries.ts';
import type { ClientPurpose, FundingSource } from './payment.ts';
import type { PaymentProcessor } from './processor.ts';
import type { PaymentPurposes } from './purpose.ts';
import type { Payment } from './read-payments.ts';
import { firstLookMs, unsettled } from './record-payment.ts';
import { insertPayment } from './store.ts';
import type { PaymentRow } from './table.ts';
import { tellPosted } from './tell-of-payment.ts';

export type NewClientPayment = {
  purpose: ClientPurpose;
  /** `{ kind: 'milestone', id }` */
  subject: { kind: string; id: string };
  contractId: string | null;
  freelancerId: string | null;
  team: string | null;
  costCenter: string | null;
  purchaseOrder: string | null;
  /** From quoteCharge. */
  charge: Charge;
  /** Where what is paid for goes: sums to the charge's amount. Our fees and the tax are added. */
  destination: readonly NewEntry[];
  source: FundingSource;
  details: Record<string, unknown>;
  /** What the payer's statement says: `Milestone “Design” of Website`. */
  description: string;
};

export type ClientPaymentDeps = LedgerDeps & {
  outbox: Outbox;
  processor: Pick<PaymentProcessor, 'name'>;
  purposes: PaymentPurposes;
};

/**
 * Takes what a tenant pays for. Balance and credit decide at once: the payment comes back posted, and its purpose was
 * told within this call. A saved method is asked by settlePayment once this is committed, which tells the purpose then;
 * so put what is paid for in its waiting state before.
 * @throws 404 for a method that is not this tenant's; 409 payment_method_removed, balance_too_low, no_credit_line, account_overdue
 */
export async function recordClientPayment(
  trx: Executor,
  deps: ClientPaymentDeps,
  scope: TenantScope,
  doer: Doer,
  payment: NewClientPayment,
): Promise<Payment> {
  requireWhole(payment);
  const { clock, newId } = deps;
  const [id, createdAt] = [newId('pay'), clock.now()];
  const { purpose, charge, destination, source, details, contractId } = payment;
  if (source.kind === 'credit') await requireCredit(trx, scope, charge.total.currency);
  const from = await openSource(trx, deps, scope, source);
  const transfer = await (source.kind === 'method' ? holdTransfer : postTransfer)(trx, deps, {
    key: `payment ${id}`,
    kind: purpose,
    tenantId: scope.tenantId,
    contractId,
    subject: { kind: 'payment', id },
    details: { ...details, subject: payment.subject },
    entries: [{ account: from.account, amount: negated(charge.total) }, ...destination, ...feeEntries(charge)],
  });
  const row: PaymentRow = {
    ...unsettled,
    id,
    tenantId: scope.tenantId,
    payerKind: 'tenant',
    payerId: scope.tenantId,
    personId: doer.actor.kind === 'person' ? actorId(doer.actor) : null,
    purpose,
    subjectKind: payment.subject.kind,
    subjectId: payment.subject.id,
    contractId,
    freelancerId: payment.freelancerId,
    team: payment.team,
    costCenter: payment.costCenter,
    purchaseOrder: payment.purchaseOrder,
    details: JSON.stringify(details),
    description: payment.description,
    ...charge.total,
    principalMinor: charge.amount.amountMinor,
    feeMinor: charge.fee.amountMinor,
    initiationMinor: charge.initiation.amountMinor,
    taxMinor: charge.tax.amountMinor,
    taxCountry: charge.taxCountry,
    sourceKind: source.kind,
    ...from.columns,
    transferId: transfer.id,
    createdAt,
    nextLookAt: createdAt + firstLookMs,
    ...(source.kind !== 'method' && { state: 'posted', settledAt: createdAt, nextLookAt: null }),
  };
  await insertPayment(trx, row);
  if (row.state !== 'posted') return row;
  await deps.purposes[purpose]!.posted(trx, row, false);
  await tellPosted(trx, deps, row);
  return row;
}

/** `{ account, columns }`: which account gives, and what the payment remembers of it. */
async function openSource(
  trx: Executor,
  { processor }: ClientPaymentDeps,
  { tenantId }: TenantScope,
  source: FundingSource,
): Promise<{
  account: AccountRef;
  columns: Pick<PaymentRow, 'methodId' | 'processor' | 'customerToken' | 'methodToken' | 'methodLabel'>;
}> {
  if (source.kind === 'method') {
    const method = await getActiveMethod(trx, { kind: 'tenant', id: tenantId }, source.methodId, processor.name);
    const { id, customerToken, token, label } = method;
    return {
      account: { kind: 'processor', ownerId: processor.name },
      columns: { methodId: id, processor: processor.name, customerToken, methodToken: token, methodLabel: label },
    };
  }
  const none = { methodId: null, customerToken: null, methodToken: '' };
  return {
    account: { kind: source.kind === 'balance' ? 'clientFunding' : 'clientCredit', ownerId: tenantId },
    columns: { ...none, processor: source.kind, methodLabel: source.kind === 'balance' ? 'Balance' : 'Credit line' },
  };
}

function requireWhole({ charge, destination, purpose }: NewClientPayment): void {
  const sum = destination.reduce((total, { amount }) => total + amount.amountMinor, 0);
  if (sum !== charge.amount.amountMinor || charge.amount.amountMinor <= 0)
    throw new RangeError(`${purpose}: ${sum} would arrive of ${charge.amount.amountMinor} paid`);
}
