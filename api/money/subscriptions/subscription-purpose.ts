import type { Executor } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import { clockDoer, recordMove } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import type { NoticeKind, NoticeWords } from '../../platform/notices/notice-kinds.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { peopleWithRoles } from '../../platform/tenants/members.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { billingManagers } from '../grants.ts';
import type { LedgerDeps } from '../ledger/post-transfer.ts';
import type { PaymentPurpose } from '../payments/purpose.ts';
import type { Payment } from '../payments/read-payments.ts';
import { subscriptionsPolicy } from './policy.ts';
import { findCharge, findSubscription, type SubscriptionChange, settleCharge, updateSubscription } from './store.ts';
import { dayMs, monthsOf, type SubscriptionMove, subscriptionMoves } from './subscription.ts';
import type { SubscriptionChargeRow, SubscriptionRow } from './table.ts';

type Deps = LedgerDeps & { outbox: Outbox };

/** What the end of a period's payment does to its subscription; handed to payments at assembly. */
export function subscriptionPurposeOf(deps: Deps): PaymentPurpose {
  return {
    description: 'Plan',
    posted: (trx, payment) => settle(trx, deps, payment, 'paid'),
    voided: (trx, payment) => settle(trx, deps, payment, 'failed'),
  };
}

async function settle(trx: Executor, deps: Deps, payment: Payment, state: 'paid' | 'failed'): Promise<void> {
  const scope = tenantScope(payment.tenantId!);
  const charge = (await findCharge(trx, scope, payment.subjectId!))!;
  const refusal = state === 'failed' ? (payment.refusal ?? 'declined') : null;
  const settledAt = deps.clock.now();
  if (!(await settleCharge(trx, charge, { state, refusal, settledAt, paymentId: payment.id }))) return;
  const row = (await findSubscription(trx, scope, charge.subscriptionId))!;
  if (state === 'paid') await paid(trx, deps, row, charge, payment);
  else await declined(trx, deps, row, payment, refusal!);
}

async function paid(
  trx: Executor,
  deps: Deps,
  row: SubscriptionRow,
  charge: SubscriptionChargeRow,
  payment: Payment,
): Promise<void> {
  const change = {
    interval: charge.interval,
    monthsPaid: row.monthsPaid + monthsOf[charge.interval],
    periodStart: charge.startsAt,
    periodEnd: charge.endsAt,
    nextChargeAt: charge.endsAt,
    graceUntil: null,
    refusal: null,
  };
  await move(trx, deps, row, row.state === 'pending' ? 'activate' : 'renew', change, payment);
}

async function declined(
  trx: Executor,
  deps: Deps,
  row: SubscriptionRow,
  payment: Payment,
  refusal: string,
): Promise<void> {
  const nowMs = deps.clock.now();
  if (row.state === 'pending') {
    const change = { refusal, endedAt: nowMs, endReason: 'declined', nextChargeAt: null } as const;
    return move(trx, deps, row, 'fail', change, payment, refusal);
  }
  const { graceDays, retryEveryDays } = await readPolicy(trx, undefined, subscriptionsPolicy);
  const graceUntil = row.graceUntil ?? row.periodEnd! + graceDays * dayMs;
  const change = { refusal, graceUntil, nextChargeAt: nowMs + retryEveryDays * dayMs };
  await move(trx, deps, row, 'fallBehind', change, payment, refusal);
  const date = new Date(graceUntil).toISOString().slice(0, 10);
  await tellPayers(trx, deps, row, 'subscription.pastDue', { date, reason: refusal.replaceAll('_', ' ') });
}

async function move(
  trx: Executor,
  deps: Deps,
  row: SubscriptionRow,
  name: SubscriptionMove,
  change: SubscriptionChange,
  payment: Payment,
  reason: string | null = null,
): Promise<void> {
  const { from, to } = subscriptionMoves[name];
  if (!(await updateSubscription(trx, row, from, { ...change, state: to })))
    throw new Error(`subscription ${row.id} was not where its payment ${payment.id} found it`);
  await recordMove(trx, deps, tenantScope(row.tenantId), clockDoer(payment.id), {
    subject: { kind: 'subscription', id: row.id },
    move: name,
    from: row.state,
    to,
    reason,
    details: { paymentId: payment.id },
  });
  await deps.outbox.record(trx, 'subscriptionMoved', row.tenantId, { tenantId: row.tenantId }, deps.clock.now());
}

type SubscriptionNotice = Extract<NoticeKind, `subscription.${string}`>;

/** Whoever keeps the tenant's ways to pay. */
export async function tellPayers<Kind extends SubscriptionNotice>(
  trx: Executor,
  deps: Deps,
  { id, tenantId }: Pick<SubscriptionRow, 'id' | 'tenantId'>,
  kind: Kind,
  words: NoticeWords<Kind>,
): Promise<void> {
  await notify(trx, deps, {
    personIds: await peopleWithRoles(trx, tenantScope(tenantId), billingManagers),
    kind,
    subject: { kind: 'subscription', id },
    words,
    path: portalPaths.plan(),
    tenantId,
  });
}

declare module '../../platform/events/events.ts' {
  interface EventPayloads {
    /** Its plan is worked out again. */
    subscriptionMoved: { tenantId: string };
  }
}
