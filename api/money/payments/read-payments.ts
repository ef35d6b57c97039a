import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { findPayment } from './store.ts';
import type { PaymentRow } from './table.ts';

export type Payment = PaymentRow;

/** @throws 404 also for somebody else's */
export async function getPaymentOf(
  db: Executor,
  payer: { kind: PaymentRow['payerKind']; id: string },
  id: string,
): Promise<PaymentRow> {
  const found = await findPayment(db, id);
  if (!found || found.payerKind !== payer.kind || found.payerId !== payer.id) throw notFound();
  return found;
}
