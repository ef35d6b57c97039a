import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { LedgerDeps } from '../ledger/post-transfer.ts';
import { fillPurchaseOrder, takeInvoice, writeTaken } from './store.ts';
import type { InvoiceRow } from './table.ts';

/**
 * The purchase order that was "not yet" when it was bought: on the invoice and on each of its lines that has none.
 * @throws 409 purchase_order_set, document_without_order
 */
export async function setPurchaseOrder(
  trx: Executor,
  deps: LedgerDeps,
  scope: TenantScope,
  doer: Doer,
  invoice: InvoiceRow,
  purchaseOrder: string,
): Promise<InvoiceRow> {
  if (invoice.kind !== 'payment' && invoice.kind !== 'consolidated') throw documentWithoutOrder();
  const taken = (await takeInvoice(trx, { kind: 'tenant', id: scope.tenantId }, invoice.id))!;
  const filled = await fillPurchaseOrder(trx, taken, purchaseOrder);
  if (filled === 0) throw purchaseOrderSet();
  const row = await writeTaken(trx, taken, {
    purchaseOrder: taken.purchaseOrder ?? purchaseOrder,
    updatedAt: deps.clock.now(),
  });
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'invoice', id: invoice.id },
    move: 'purchaseOrderSet',
    audience: 'team',
    details: { purchaseOrder, lines: filled },
  });
  return row;
}

const purchaseOrderSet = () =>
  conflict(
    'purchase_order_set',
    'Every line of this invoice names a purchase order; nothing was changed. An issued invoice keeps what it names.',
  );
const documentWithoutOrder = () =>
  conflict('document_without_order', 'Only an invoice for work names a purchase order; nothing was changed.');
