import { hasRole, type Person } from '../../platform/auth/actor.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { featuresOfPlan, plans } from '../../platform/tenants/plan.ts';
import { readPlan } from '../../platform/tenants/read-plan.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { billingReaders } from '../grants.ts';
import { money } from '../money.ts';
import { readMethods } from '../payment-methods/read-methods.ts';
import { quotePeriod } from './charge-subscription.ts';
import type { TenantPlan } from './schema.ts';
import { findLiving, listCharges } from './store.ts';
import type { Interval } from './subscription.ts';
import type { SubscriptionChargeRow, SubscriptionRow } from './table.ts';

/** Whoever answers for the company decides what it pays for. */
export const planManagers = ['owner'] as const;
const chargesShown = 36;

export async function presentPlan(
  db: Executor,
  scope: TenantScope,
  person: Person,
  { isSandbox }: { isSandbox: boolean },
): Promise<TenantPlan> {
  const seesMoney = hasRole(person, ...billingReaders);
  const prices = { month: await priceOf(db, scope, 'month'), year: await priceOf(db, scope, 'year') };
  const row = seesMoney ? await findLiving(db, scope) : undefined;
  return {
    plan: await readPlan(db, scope),
    offers: plans.map((plan) => ({
      plan,
      features: [...featuresOfPlan(plan)],
      prices: plan === 'pro' ? prices : null,
      isByAgreement: plan === 'enterprise',
    })),
    subscription: row ? await presentSubscription(db, scope, row) : null,
    charges: seesMoney ? (await listCharges(db, scope, chargesShown)).map(presentCharge) : [],
    mayManage: hasRole(person, ...planManagers),
    isSandbox,
  };
}

async function priceOf(db: Executor, scope: TenantScope, interval: Interval) {
  const { amount, tax, total } = await quotePeriod(db, scope, interval);
  return { amount, tax, total };
}

async function presentSubscription(db: Executor, scope: TenantScope, row: SubscriptionRow) {
  const methods = await readMethods(db, { kind: 'tenant', id: scope.tenantId });
  const price = await priceOf(db, scope, row.nextInterval);
  const isCharged = row.nextChargeAt !== null && row.cancelsAtEnd === 0;
  return {
    id: row.id,
    plan: row.plan,
    state: row.state,
    interval: row.interval,
    nextInterval: row.nextInterval,
    methodId: row.methodId,
    methodLabel: methods.find(({ id }) => id === row.methodId)?.label ?? '',
    periodStart: instantOf(row.periodStart),
    periodEnd: instantOf(row.periodEnd),
    cancelsAtEnd: row.cancelsAtEnd === 1,
    nextCharge: isCharged ? { at: isoInstant(row.nextChargeAt!), ...price } : null,
    graceUntil: instantOf(row.graceUntil),
    refusal: row.refusal,
  };
}

function presentCharge(row: SubscriptionChargeRow): TenantPlan['charges'][number] {
  return {
    id: row.id,
    startsAt: isoInstant(row.startsAt),
    endsAt: isoInstant(row.endsAt),
    total: money(row.amountMinor + row.taxMinor, row.currency),
    state: row.state,
    paymentId: row.paymentId,
    refusal: row.refusal,
    chargedAt: isoInstant(row.createdAt),
  };
}

const instantOf = (atMs: number | null) => (atMs === null ? null : isoInstant(atMs));
