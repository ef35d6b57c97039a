import type { OpenAPIHono } from '@hono/zod-openapi';
import { isOperator, memberRoles, type Person } from '../../platform/auth/actor.ts';
import { requireElevation, requireRole } from '../../platform/auth/require-role.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type HttpContext, type HttpEnv, requirePerson, requireScope } from '../../platform/http/environment.ts';
import { onceByKey, onceIfKeyed } from '../../platform/http/idempotency.ts';
import { conflict, forbidden, notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { changePlan } from '../../platform/tenants/change-plan.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { requireNotDeclined } from '../billing/prefund.ts';
import { presentPayment } from '../payments/present-payment.ts';
import { settlePayment } from '../payments/settle-payment.ts';
import { applyPlan } from './apply-plan.ts';
import { cancelSubscription, changeSubscription, resumeSubscription, subscribe } from './change-subscription.ts';
import { planManagers, presentPlan } from './present-plan.ts';
import * as definitions from './schema.ts';
import { findLiving } from './store.ts';
import type { SubscriptionDeps } from './watch-subscriptions.ts';

export function subscriptionRoutes(
  deps: SubscriptionDeps & { directory: Pick<TenantDirectory, 'bySlug'> },
): OpenAPIHono<HttpEnv> {
  const { database, processor, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.getPlanRoute, async (c) => {
    const person = requireRole(c, ...memberRoles);
    return c.json(await presentPlan(db, requireScope(c), person, processor), 200);
  });

  routes.openapi(definitions.subscribeRoute, async (c) => {
    const { scope, person } = requireManager(c);
    requireElevation(person, 'money', clock);
    const asked = c.req.valid('json');
    const { body } = await onceByKey(c, database, person.personId, clock.now(), async (trx) => {
      const { id } = await subscribe(trx, deps, scope, doerOf(c), asked);
      return { status: 201, body: { id } };
    });
    const payment = requireNotDeclined(await settlePayment(deps, (body as { id: string }).id));
    // At once, and not with the next event: the next request already has it.
    await applyPlan(deps, doerOf(c), scope.tenantId);
    // A payment of this moment has no refunds yet.
    const shown = presentPayment(payment, [], processor.publishableKey);
    return c.json({ page: await presentPlan(db, scope, person, processor), payment: shown }, 201);
  });

  routes.openapi(definitions.changeSubscriptionRoute, async (c) => {
    const asked = c.req.valid('json');
    return c.json(await changed(c, (trx, scope) => changeSubscription(trx, deps, scope, doerOf(c), asked)), 200);
  });

  routes.openapi(definitions.cancelSubscriptionRoute, async (c) =>
    c.json(await changed(c, (trx, scope) => cancelSubscription(trx, deps, scope, doerOf(c))), 200),
  );

  routes.openapi(definitions.resumeSubscriptionRoute, async (c) =>
    c.json(await changed(c, (trx, scope) => resumeSubscription(trx, deps, scope, doerOf(c))), 200),
  );

  routes.openapi(definitions.setPlanRoute, async (c) => {
    requireOperatorAdmin(c);
    const { slug } = c.req.valid('param');
    const { plan, reason } = c.req.valid('json');
    const tenant = await deps.directory.bySlug(slug);
    if (!tenant) throw notFound();
    const scope = tenantScope(tenant.id);
    const living = await findLiving(db, scope);
    if (living && plan !== 'enterprise')
      throw conflict(
        'subscription_living',
        'This company pays for a plan by itself, which ends when it cancels; nothing was changed.',
      );
    // What is given by hand is not paid for any longer than it is paid already.
    if (living?.cancelsAtEnd === 0)
      await database.transaction((trx) => cancelSubscription(trx, deps, scope, doerOf(c)));
    return c.json({ slug, plan: await changePlan(deps, scope, doerOf(c), () => plan, { reason }) }, 200);
  });

  return routes;

  /** What is changed may be charged: confirmed first, and kept by its key where one is sent. */
  async function changed(c: HttpContext, command: (trx: Executor, scope: TenantScope) => Promise<void>) {
    const { scope, person } = requireManager(c);
    requireElevation(person, 'money', clock);
    await onceIfKeyed(c, database, person.personId, clock.now(), async (trx) => {
      await command(trx, scope);
      return { status: 200, body: null };
    });
    return presentPlan(db, scope, person, processor);
  }
}

function requireManager(c: HttpContext): { scope: TenantScope; person: Person } {
  const person = requireRole(c, ...memberRoles);
  if (!person.roles.some((role) => planManagers.some((manager) => manager === role)))
    throw forbidden('An owner decides what this company pays for. Ask one of them; nothing was charged.');
  return { scope: requireScope(c), person };
}

function requireOperatorAdmin(c: HttpContext): void {
  const person = requirePerson(c);
  if (!isOperator(person)) throw forbidden('This is for administrators of the marketplace.');
}

function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}
