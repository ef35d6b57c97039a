import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { LedgerDeps } from '../ledger/post-transfer.ts';
import { type InvoiceMove, type InvoiceState, invoiceMoves, owedMinor } from './invoice.ts';
import { writeTaken } from './store.ts';
import type { InvoiceRow } from './table.ts';

type Sums = Partial<Pick<InvoiceRow, 'paidMinor' | 'pendingMinor' | 'creditedMinor' | 'returnedMinor'>>;

/**
 * Adds to what was paid or taken back of an invoice that was taken, and moves it to where it then stands.
 * @param by what is added
 */
export async function addToSums(
  trx: Executor,
  deps: LedgerDeps,
  doer: Doer,
  invoice: InvoiceRow,
  by: Sums,
): Promise<InvoiceRow> {
  const nowMs = deps.clock.now();
  const sums = {
    paidMinor: invoice.paidMinor + (by.paidMinor ?? 0),
    pendingMinor: invoice.pendingMinor + (by.pendingMinor ?? 0),
    creditedMinor: invoice.creditedMinor + (by.creditedMinor ?? 0),
    returnedMinor: invoice.returnedMinor + (by.returnedMinor ?? 0),
  };
  const moved = moveFor({ ...invoice, ...sums }, by);
  const to = moved ? invoiceMoves[moved].to : invoice.state;
  const isOver = to === 'paid' || to === 'credited';
  const changed = await writeTaken(trx, invoice, {
    ...sums,
    state: to,
    updatedAt: nowMs,
    ...(isOver && { settledAt: invoice.settledAt ?? nowMs, remindAt: null }),
  });
  if (moved)
    await recordMove(trx, deps, tenantScope(invoice.tenantId ?? ''), doer, {
      subject: { kind: 'invoice', id: invoice.id },
      move: moved,
      from: invoice.state,
      to,
      details: { amountMinor: by.paidMinor ?? by.creditedMinor ?? 0, currency: invoice.currency },
    });
  return changed;
}

/** What the sums make of it; undefined when it stays where it is. */
function moveFor(invoice: InvoiceRow, by: Sums): InvoiceMove | undefined {
  const { state, totalMinor, creditedMinor } = invoice;
  const may = (move: InvoiceMove) => (invoiceMoves[move].from as readonly InvoiceState[]).includes(state);
  if (creditedMinor >= totalMinor && may('credit')) return 'credit';
  if (owedMinor(invoice) === 0 && may('pay')) return 'pay';
  if (!by.paidMinor) return undefined;
  return may('payPart') ? 'payPart' : may('payPartLate') ? 'payPartLate' : undefined;
}
