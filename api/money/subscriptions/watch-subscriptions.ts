import type { Executor } from '../../platform/database/database.ts';
import { isUniqueViolation } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer, recordMove } from '../../platform/moves/record-move.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantCommandDeps } from '../../platform/tenants/command-deps.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type PaymentDeps, settlePayment } from '../payments/settle-payment.ts';
import { applyPlan } from './apply-plan.ts';
import { chargeNextPeriod } from './charge-subscription.ts';
import { subscriptionsPolicy } from './policy.ts';
import { findSubscription, listToCharge, listToEnd, updateSubscription } from './store.ts';
import { dayMs, openingStates, subscriptionMoves } from './subscription.ts';
import { tellPayers } from './subscription-purpose.ts';
import type { SubscriptionRow } from './table.ts';

export type SubscriptionDeps = PaymentDeps & Pick<TenantCommandDeps, 'authority'> & { jobs: JobRunner };

const everyMs = 60_000;
const atOnce = 100;

/** ⏱ Charges the next period when the last is over, tries what was declined again, and ends what is paid no more. */
export function watchSubscriptions(deps: SubscriptionDeps): void {
  const { jobs, database, clock } = deps;
  jobs.every({
    kind: 'subscriptions.charge',
    everyMs,
    run: async (job) => {
      for (const row of await listToCharge(database.db, clock.now(), atOnce)) await chargeOne(deps, row, job.id);
    },
  });
  jobs.every({
    kind: 'subscriptions.end',
    everyMs,
    run: async (job) => {
      for (const row of await listToEnd(database.db, clock.now(), atOnce))
        await database.transaction((trx) => endOne(trx, deps, row, job.id));
    },
  });
  jobs.listen({
    kind: 'subscriptions.applyPlan',
    on: 'subscriptionMoved',
    run: async ({ id, payload: { tenantId } }) => {
      await applyPlan(deps, clockDoer(id), tenantId);
    },
  });
}

async function chargeOne(deps: SubscriptionDeps, { id, tenantId }: SubscriptionRow, jobId: string): Promise<void> {
  const { database } = deps;
  try {
    const payment = await database.transaction(async (trx) => {
      const row = await findSubscription(trx, tenantScope(tenantId), id);
      // Whoever takes it charges it: its next charge is known again when this one is settled.
      if (!row || row.nextChargeAt === null || row.cancelsAtEnd === 1) return undefined;
      if (!(await updateSubscription(trx, row, openingStates, { nextChargeAt: null }))) return undefined;
      return chargeNextPeriod(trx, deps, clockDoer(jobId), row);
    });
    if (payment) await settlePayment(deps, payment.id, true);
  } catch (error) {
    if (isUniqueViolation(error)) return;
    if (!(error instanceof Refusal)) throw error;
    await database.transaction((trx) => cannotCharge(trx, deps, { id, tenantId }, jobId, error.code));
  }
}

/** The payment method is gone: as if it had been declined. */
async function cannotCharge(
  trx: Executor,
  deps: SubscriptionDeps,
  { id, tenantId }: Pick<SubscriptionRow, 'id' | 'tenantId'>,
  jobId: string,
  refusal: string,
): Promise<void> {
  const scope = tenantScope(tenantId);
  const row = await findSubscription(trx, scope, id);
  if (!row || row.periodEnd === null) return;
  const { graceDays, retryEveryDays } = await readPolicy(trx, undefined, subscriptionsPolicy);
  const graceUntil = row.graceUntil ?? row.periodEnd + graceDays * dayMs;
  const { from, to } = subscriptionMoves.fallBehind;
  const nextChargeAt = deps.clock.now() + retryEveryDays * dayMs;
  if (!(await updateSubscription(trx, row, from, { state: to, refusal, graceUntil, nextChargeAt }))) return;
  const subject = { kind: 'subscription', id };
  const told = { subject, move: 'fallBehind', from: row.state, to, reason: refusal };
  await recordMove(trx, deps, scope, clockDoer(jobId), told);
  const date = new Date(graceUntil).toISOString().slice(0, 10);
  await tellPayers(trx, deps, row, 'subscription.pastDue', { date, reason: refusal.replaceAll('_', ' ') });
}

async function endOne(trx: Executor, deps: SubscriptionDeps, known: SubscriptionRow, jobId: string): Promise<void> {
  const scope = tenantScope(known.tenantId);
  const { from, to } = subscriptionMoves.end;
  const endReason = known.cancelsAtEnd === 1 ? 'cancelled' : 'unpaid';
  const change = { state: to, endedAt: deps.clock.now(), endReason, nextChargeAt: null } as const;
  if (!(await updateSubscription(trx, known, from, change))) return;
  const subject = { kind: 'subscription', id: known.id };
  await recordMove(trx, deps, scope, clockDoer(jobId), {
    subject,
    move: 'end',
    from: known.state,
    to,
    reason: endReason,
  });
  await deps.outbox.record(trx, 'subscriptionMoved', known.tenantId, { tenantId: known.tenantId }, deps.clock.now());
  await tellPayers(trx, deps, known, 'subscription.ended', {});
}
