import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { LedgerDeps } from '../ledger/post-transfer.ts';
import type { Payment } from '../payments/read-payments.ts';
import { giveNumber } from './give-number.ts';
import { draftOf, linesAt, type NewInvoice } from './new-invoice.ts';
import { insertInvoiceOnce, insertLines, insertPaymentOnce, setNumber } from './store.ts';
import type { InvoicePaymentRow, InvoiceRow } from './table.ts';

/** The timeline of a freelancer's own purchases is the installation's. */
const scopeOf = ({ tenantId }: Pick<InvoiceRow, 'tenantId'>) => tenantScope(tenantId ?? '');

/**
 * Issues a document of what has happened already, with its number, once for its source.
 * @param slug of a tenant: the beginning of its numbers
 * @param paid how it was paid; without it the document asks for nothing
 * @returns undefined when there was one before
 */
export async function issueAtOnce(
  trx: Executor,
  deps: LedgerDeps,
  doer: Doer,
  invoice: NewInvoice,
  {
    slug,
    paid,
    change = {},
  }: {
    slug: string | undefined;
    paid?: Pick<Payment, 'id' | 'transferId' | 'sourceKind' | 'methodLabel'>;
    change?: Partial<InvoiceRow>;
  },
): Promise<InvoiceRow | undefined> {
  const nowMs = deps.clock.now();
  const draft = draftOf(invoice, nowMs);
  const issued: InvoiceRow = { ...draft, state: 'issued', issuedAt: nowMs, ...change };
  const row: InvoiceRow = paid ? { ...issued, state: 'paid', paidMinor: draft.totalMinor, settledAt: nowMs } : issued;
  // The source is claimed before a number is taken, so that whoever is second takes none.
  if (!(await insertInvoiceOnce(trx, { ...row, number: null, sequence: null }))) return undefined;
  const numbered = await giveNumber(trx, invoice.owner, invoice.kind, slug);
  await setNumber(trx, invoice.owner, invoice.id, numbered);
  await insertLines(trx, linesAt(row, invoice.lines));
  const subject = { kind: 'invoice', id: row.id };
  const details = { number: numbered.number };
  await recordMove(trx, deps, scopeOf(row), doer, { subject, move: 'issue', from: 'draft', to: 'issued', details });
  if (!paid) return { ...row, ...numbered };
  await insertPaymentOnce(trx, paymentRow(deps, row, paid));
  await recordMove(trx, deps, scopeOf(row), doer, { subject, move: 'pay', from: 'issued', to: 'paid' });
  return { ...row, ...numbered };
}

function paymentRow(
  { newId }: LedgerDeps,
  { id, ownerId, totalMinor, currency, issuedAt }: InvoiceRow,
  paid: Pick<Payment, 'id' | 'transferId' | 'sourceKind' | 'methodLabel'>,
): InvoicePaymentRow {
  return {
    id: newId('ip'),
    invoiceId: id,
    ownerId,
    via: paid.sourceKind === 'balance' ? 'balance' : 'method',
    paymentId: paid.id,
    transferId: paid.transferId,
    label: paid.methodLabel,
    amountMinor: totalMinor,
    currency,
    state: 'posted',
    occurredAt: issuedAt!,
  };
}
