import type { Clock } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import type { PaymentRow } from './table.ts';

type TellDeps = { outbox: Outbox; clock: Clock };

/** For invoices and reports, in the transaction that posts it. */
export async function tellPosted(trx: Executor, { outbox, clock }: TellDeps, payment: PaymentRow): Promise<void> {
  const { id, contractId, purpose, tenantId } = payment;
  await outbox.record(trx, 'paymentPosted', tenantId, { paymentId: id, contractId, purpose }, clock.now());
}

export async function tellRefunded(
  trx: Executor,
  { outbox, clock }: TellDeps,
  { id, contractId, purpose, tenantId }: PaymentRow,
  refundId: string,
): Promise<void> {
  const news = { paymentId: id, contractId, purpose, refundId };
  await outbox.record(trx, 'paymentRefunded', tenantId, news, clock.now());
}
