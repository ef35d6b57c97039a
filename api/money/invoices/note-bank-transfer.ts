import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { postTransfer } from '../ledger/post-transfer.ts';
import { type Money, money } from '../money.ts';
import type { InvoiceDeps } from './deps.ts';
import { amountToPay } from './pay-invoice.ts';
import { addToSums } from './settle-invoice.ts';
import { findAnyInvoice, insertPaymentOnce, takeInvoice } from './store.ts';
import type { InvoiceRow } from './table.ts';

/** Where money that came without a processor is counted. */
export const bankProcessor = 'bank';

/**
 * The operator found money for an invoice on the bank account.
 * @throws 404, 409 by state, nothing_open, bank_reference_used, 422 amount_over_open
 */
export async function noteBankTransfer(
  trx: Executor,
  deps: InvoiceDeps,
  doer: Doer,
  { id, amount, reference }: { id: string; amount: Money; reference: string },
): Promise<InvoiceRow> {
  const found = await findAnyInvoice(trx, id);
  if (found?.kind !== 'consolidated' || !found.tenantId) throw notFound();
  const scope = tenantScope(found.tenantId);
  const invoice = (await takeInvoice(trx, { kind: 'tenant', id: scope.tenantId }, id))!;
  const { amountMinor, currency } = amountToPay(invoice, amount);
  const transfer = await postTransfer(trx, deps, {
    key: `bankTransfer ${reference}`,
    kind: 'invoice.bankTransfer',
    tenantId: scope.tenantId,
    subject: { kind: 'invoice', id },
    details: { reference, number: invoice.number },
    entries: [
      { account: { kind: 'processor', ownerId: bankProcessor }, amount: money(-amountMinor, currency) },
      { account: { kind: 'clientCredit', ownerId: scope.tenantId }, amount: money(amountMinor, currency) },
    ],
  });
  if (!transfer.isNew) throw referenceUsed(reference);
  await insertPaymentOnce(trx, {
    id: deps.newId('ip'),
    invoiceId: id,
    ownerId: scope.tenantId,
    via: 'bankTransfer',
    paymentId: null,
    transferId: transfer.id,
    label: reference,
    amountMinor,
    currency,
    state: 'posted',
    occurredAt: deps.clock.now(),
  });
  return addToSums(trx, deps, doer, invoice, { paidMinor: amountMinor });
}

const referenceUsed = (reference: string) =>
  conflict(
    'bank_reference_used',
    `The bank’s reference ${reference} was noted before; nothing was booked. Check which invoice it paid.`,
  );
