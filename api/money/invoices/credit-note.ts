import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { InvoiceDeps } from './deps.ts';
import { gather } from './gather-purchase.ts';
import { openMinor } from './invoice.ts';
import { type LineNames, linesOf, type NewLine, type Purchase } from './invoice-lines.ts';
import { issueAtOnce } from './issue-invoice.ts';
import type { Parties } from './parties.ts';
import { addToSums } from './settle-invoice.ts';
import { findInvoiceOfTransfer, insertPaymentOnce, takeInvoice } from './store.ts';
import type { InvoiceRow } from './table.ts';

export type Refunded = {
  /** Names the refund, so that its credit note is made once. */
  refundId: string;
  /** Of the payment that is given back. */
  paymentTransferId: string;
  purchase: Purchase;
  names: LineNames;
  parties: Parties;
  locale: string;
  slug: string | undefined;
  reason: string | null;
};

/**
 * Writes down what came back: in the draft where it still gathers, else as a credit note against its invoice. What of
 * a paid month on credit came back is taken off the next.
 */
export async function creditRefund(
  trx: Executor,
  deps: InvoiceDeps,
  scope: TenantScope,
  doer: Doer,
  refunded: Refunded,
): Promise<void> {
  const owner = { kind: 'tenant', id: scope.tenantId } as const;
  const { purchase, names, parties, locale } = refunded;
  if (await findInvoiceOfTransfer(trx, owner, purchase.transferId)) return;
  const invoiceId = await findInvoiceOfTransfer(trx, owner, refunded.paymentTransferId);
  if (!invoiceId) throw new Error(`refund ${refunded.refundId}: its payment is on no invoice yet`);
  const invoice = (await takeInvoice(trx, owner, invoiceId))!;
  const lines = linesOf(purchase, names);
  if (invoice.state === 'draft') {
    await gather(trx, deps, scope, doer, { currency: invoice.currency, lines, parties, locale });
    return;
  }
  const note = await issueCreditNote(trx, deps, doer, invoice, lines, refunded);
  if (!note) return;
  const backMinor = -note.totalMinor;
  const isOnCredit = invoice.kind === 'consolidated';
  const returnedMinor = backMinor - (isOnCredit ? Math.min(backMinor, openMinor(invoice)) : 0);
  await insertPaymentOnce(trx, {
    id: deps.newId('ip'),
    invoiceId,
    ownerId: scope.tenantId,
    via: 'creditNote',
    paymentId: null,
    transferId: purchase.transferId,
    label: note.number!,
    amountMinor: backMinor,
    currency: note.currency,
    state: 'posted',
    occurredAt: deps.clock.now(),
  });
  await addToSums(trx, deps, doer, invoice, { creditedMinor: backMinor, returnedMinor });
  if (isOnCredit && returnedMinor > 0)
    await gather(trx, deps, scope, doer, {
      currency: invoice.currency,
      lines: [carried(purchase, note, returnedMinor)],
      parties,
      locale,
    });
}

async function issueCreditNote(
  trx: Executor,
  deps: InvoiceDeps,
  doer: Doer,
  invoice: InvoiceRow,
  lines: readonly NewLine[],
  { refundId, parties, locale, slug, reason }: Refunded,
): Promise<InvoiceRow | undefined> {
  const { id, ownerId, tenantId, currency, purchaseOrder } = invoice;
  return issueAtOnce(
    trx,
    deps,
    doer,
    {
      id: deps.newId('inv'),
      kind: 'creditNote',
      owner: { kind: 'tenant', id: ownerId },
      tenantId,
      sourceKey: `refund ${refundId}`,
      currency,
      lines,
      parties,
      locale,
    },
    { slug, change: { creditsId: id, reason, ...(purchaseOrder && { purchaseOrder }) } },
  );
}

/** What a paid invoice was refunded is owed to the client, and taken off what it buys next. */
function carried(purchase: Purchase, note: InvoiceRow, returnedMinor: number): NewLine {
  const [line] = linesOf(purchase, { contracts: new Map(), freelancers: new Map() });
  return {
    ...line!,
    kind: 'credit',
    description: note.number!,
    amountMinor: -returnedMinor,
    taxBasisPoints: null,
    taxCountry: null,
  };
}
