import { type Clock, isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { peopleWithRoles } from '../../platform/tenants/members.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { sourceChoosers } from '../grants.ts';
import { formatMoney } from '../money.ts';
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

/** Whoever paid is no longer on the page, or the clock charged: those who may pay are asked to answer the bank. */
export async function tellToConfirm(
  trx: Executor,
  deps: TellDeps,
  payment: PaymentRow,
  confirmBy: number,
): Promise<void> {
  const { id, tenantId, personId, description } = payment;
  if (tenantId === null) return;
  await notify(trx, deps, {
    personIds: personId ? [personId] : await peopleWithRoles(trx, tenantScope(tenantId), sourceChoosers),
    kind: 'payment.toConfirm',
    subject: { kind: 'payment', id },
    words: { description, amount: amountOf(payment), date: isoInstant(confirmBy).slice(0, 10) },
    path: portalPaths.payment(id),
    tenantId,
  });
}

/** For what nobody else tells of: a prefunding that came to nothing later. */
export async function tellDeclined(trx: Executor, deps: TellDeps, payment: PaymentRow): Promise<void> {
  const { id, tenantId, personId, description, refusal } = payment;
  if (tenantId === null || personId === null) return;
  await notify(trx, deps, {
    personIds: [personId],
    kind: 'payment.declined',
    subject: { kind: 'payment', id },
    words: { description, amount: amountOf(payment), reason: (refusal ?? '').replaceAll('_', ' ') },
    path: portalPaths.payment(id),
    tenantId,
  });
}

const amountOf = ({ amountMinor, currency }: PaymentRow) => formatMoney({ amountMinor, currency }, 'en');
