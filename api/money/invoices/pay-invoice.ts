import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound, unprocessable } from '../../platform/http/problem.ts';
import { moveRefused } from '../../platform/moves/require-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { LedgerDeps } from '../ledger/post-transfer.ts';
import { type Money, money } from '../money.ts';
import type { FundingSource } from '../payments/payment.ts';
import type { PaymentPurpose } from '../payments/purpose.ts';
import type { Payment } from '../payments/read-payments.ts';
import { type ClientPaymentDeps, recordClientPayment } from '../payments/record-client-payment.ts';
import { invoiceCan, openMinor } from './invoice.ts';
import { addToSums } from './settle-invoice.ts';
import { insertPaymentOnce, settlePaymentRow, takeInvoice } from './store.ts';
import type { InvoicePaymentRow, InvoiceRow } from './table.ts';

export const invoicePurposeName = 'invoice';

/**
 * Pays what is open of an invoice, or a part of it; its credit can be used again once the payment is posted.
 * @throws 404, 409 by state, nothing_open, 422 amount_over_open, currency_mixed
 */
export async function payInvoice(
  trx: Executor,
  deps: ClientPaymentDeps,
  scope: TenantScope,
  doer: Doer,
  { id, source, amount }: { id: string; source: Exclude<FundingSource, { kind: 'credit' }>; amount?: Money },
): Promise<Payment> {
  const invoice = await takeInvoice(trx, { kind: 'tenant', id: scope.tenantId }, id);
  if (!invoice) throw notFound();
  const paid = amountToPay(invoice, amount);
  await addToSums(trx, deps, doer, invoice, { pendingMinor: paid.amountMinor });
  const nothing = money(0, paid.currency);
  const payment = await recordClientPayment(trx, deps, scope, doer, {
    purpose: invoicePurposeName,
    subject: { kind: 'invoice', id },
    contractId: null,
    freelancerId: null,
    team: null,
    costCenter: null,
    purchaseOrder: invoice.purchaseOrder,
    charge: { amount: paid, fee: nothing, initiation: nothing, tax: nothing, taxCountry: '', total: paid },
    destination: [{ account: { kind: 'clientCredit', ownerId: scope.tenantId }, amount: paid }],
    source,
    details: { invoiceId: id, number: invoice.number },
    description: invoice.number ?? id,
  });
  // What the balance pays was posted within, and is written down by the purpose already.
  await insertPaymentOnce(trx, paymentRow(deps, invoice, payment, 'pending'));
  return payment;
}

/** @throws 409 by state, nothing_open, 422 amount_over_open, currency_mixed */
export function amountToPay(invoice: InvoiceRow, amount: Money | undefined): Money {
  if (!invoiceCan.pay(invoice)) throw moveRefused('invoice', 'pay', invoice.state);
  const open = money(openMinor(invoice), invoice.currency);
  if (open.amountMinor === 0) throw nothingOpen();
  if (!amount) return open;
  if (amount.currency !== open.currency) throw currencyMixed(open.currency);
  if (amount.amountMinor <= 0 || amount.amountMinor > open.amountMinor) throw amountOverOpen(open);
  return amount;
}

/** What the end of its payment does to an invoice; handed to payments at assembly. */
export function invoicePurpose(deps: LedgerDeps): PaymentPurpose {
  async function settle(trx: Executor, payment: Payment, outcome: 'posted' | 'voided'): Promise<void> {
    const owner = { kind: 'tenant', id: payment.tenantId! } as const;
    const invoice = (await takeInvoice(trx, owner, payment.subjectId))!;
    const doer: Doer = { actor: { kind: 'clock' }, requestId: payment.id };
    const row = paymentRow(deps, invoice, payment, outcome);
    if (!(await insertPaymentOnce(trx, row))) await settlePaymentRow(trx, row, outcome);
    const { principalMinor } = payment;
    const paidMinor = outcome === 'posted' ? principalMinor : 0;
    await addToSums(trx, deps, doer, invoice, { pendingMinor: -principalMinor, ...(paidMinor && { paidMinor }) });
  }
  return {
    description: 'Invoice',
    posted: (trx, payment) => settle(trx, payment, 'posted'),
    voided: (trx, payment) => settle(trx, payment, 'voided'),
  };
}

function paymentRow(
  { newId, clock }: LedgerDeps,
  invoice: InvoiceRow,
  payment: Payment,
  state: InvoicePaymentRow['state'],
): InvoicePaymentRow {
  return {
    id: newId('ip'),
    invoiceId: invoice.id,
    ownerId: invoice.ownerId,
    via: payment.sourceKind === 'balance' ? 'balance' : 'method',
    paymentId: payment.id,
    transferId: payment.transferId,
    label: payment.methodLabel,
    amountMinor: payment.principalMinor,
    currency: payment.currency,
    state,
    occurredAt: clock.now(),
  };
}

const nothingOpen = () =>
  conflict('nothing_open', 'All of this invoice is paid or being paid; nothing more was charged. Look at it again.');
const currencyMixed = (currency: string) =>
  unprocessable('currency_mixed', `This invoice is in ${currency}; nothing was paid. Send an amount in it.`, [
    { pointer: '/amount/currency', code: 'currency_mixed', message: `This must be ${currency}.` },
  ]);
const amountOverOpen = ({ amountMinor, currency }: Money) =>
  unprocessable(
    'amount_over_open',
    `At most ${amountMinor} minor units of ${currency} are open on this invoice, and at least 1 is paid; nothing was paid.`,
    [{ pointer: '/amount/amountMinor', code: 'amount_over_open', message: `Between 1 and ${amountMinor}.` }],
  );
