import type { Doer } from '../../platform/audit/record-audit.ts';
import { actorId } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { readPlan } from '../../platform/tenants/read-plan.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { getActiveMethod } from '../payment-methods/read-methods.ts';
import type { Payment } from '../payments/read-payments.ts';
import type { ClientPaymentDeps } from '../payments/record-client-payment.ts';
import { chargeNextPeriod } from './charge-subscription.ts';
import { findLiving, insertSubscription, type SubscriptionChange, updateSubscription } from './store.ts';
import { type Interval, livingStates } from './subscription.ts';
import type { SubscriptionRow } from './table.ts';

/**
 * Begins to pay for Pro; the plan opens when the first payment is posted.
 * @throws 404 for a method that is not this tenant's; 409 plan_included, subscription_living, payment_method_removed
 */
export async function subscribe(
  trx: Executor,
  deps: ClientPaymentDeps,
  scope: TenantScope,
  doer: Doer,
  { interval, methodId }: { interval: Interval; methodId: string },
): Promise<Payment> {
  const plan = await readPlan(trx, scope);
  if (plan !== 'basic')
    throw conflict('plan_included', `This company has the ${plan} plan already; nothing was charged.`);
  if (await findLiving(trx, scope))
    throw conflict(
      'subscription_living',
      'A subscription is under way already; nothing was charged. Look at it again.',
    );
  const nowMs = deps.clock.now();
  const row: SubscriptionRow = {
    id: deps.newId('sb'),
    tenantId: scope.tenantId,
    plan: 'pro',
    state: 'pending',
    interval,
    nextInterval: interval,
    methodId,
    anchorAt: nowMs,
    monthsPaid: 0,
    periodStart: null,
    periodEnd: null,
    cancelsAtEnd: 0,
    nextChargeAt: null,
    graceUntil: null,
    refusal: null,
    startedBy: actorId(doer.actor) ?? '',
    createdAt: nowMs,
    endedAt: null,
    endReason: null,
    revision: 1,
  };
  await insertSubscription(trx, row);
  const subject = { kind: 'subscription', id: row.id };
  await recordMove(trx, deps, scope, doer, { subject, move: 'subscribe', to: 'pending', details: { interval } });
  return chargeNextPeriod(trx, deps, doer, row);
}

/** From the next charge on; what is past due is tried again at once. @throws 404, 409 payment_method_removed */
export async function changeSubscription(
  trx: Executor,
  deps: ClientPaymentDeps,
  scope: TenantScope,
  doer: Doer,
  { interval, methodId }: { interval?: Interval | undefined; methodId?: string | undefined },
): Promise<void> {
  const row = await getLiving(trx, scope);
  if (methodId !== undefined)
    await getActiveMethod(trx, { kind: 'tenant', id: scope.tenantId }, methodId, deps.processor.name);
  const isRetried = methodId !== undefined && row.state === 'pastDue' && row.nextChargeAt !== null;
  const change = {
    ...(interval !== undefined && { nextInterval: interval }),
    ...(methodId !== undefined && { methodId }),
    ...(isRetried && { nextChargeAt: deps.clock.now() }),
  };
  await write(trx, deps, scope, doer, row, 'changed', change);
}

/** @throws 404, 409 subscription_cancelled */
export async function cancelSubscription(
  trx: Executor,
  deps: ClientPaymentDeps,
  scope: TenantScope,
  doer: Doer,
): Promise<void> {
  const row = await getLiving(trx, scope);
  if (row.cancelsAtEnd === 1)
    throw conflict('subscription_cancelled', 'It ends with the period that is paid already; nothing was changed.');
  await write(trx, deps, scope, doer, row, 'cancelled', { cancelsAtEnd: 1 });
}

/** @throws 404, 409 subscription_not_cancelled */
export async function resumeSubscription(
  trx: Executor,
  deps: ClientPaymentDeps,
  scope: TenantScope,
  doer: Doer,
): Promise<void> {
  const row = await getLiving(trx, scope);
  if (row.cancelsAtEnd === 0)
    throw conflict('subscription_not_cancelled', 'It was not cancelled; nothing was changed.');
  await write(trx, deps, scope, doer, row, 'resumed', { cancelsAtEnd: 0 });
}

async function getLiving(trx: Executor, scope: TenantScope): Promise<SubscriptionRow> {
  const row = await findLiving(trx, scope);
  if (!row) throw notFound();
  return row;
}

async function write(
  trx: Executor,
  deps: ClientPaymentDeps,
  scope: TenantScope,
  doer: Doer,
  row: SubscriptionRow,
  move: 'changed' | 'cancelled' | 'resumed',
  change: SubscriptionChange,
): Promise<void> {
  if (!(await updateSubscription(trx, row, livingStates, change)))
    throw conflict('changed_meanwhile', 'It changed at the same moment; nothing was saved. Look at it again.');
  await recordMove(trx, deps, scope, doer, { subject: { kind: 'subscription', id: row.id }, move, details: change });
}
