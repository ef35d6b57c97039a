import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireElevation } from '../../platform/auth/require-role.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { onceByKey } from '../../platform/http/idempotency.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { requireBillingManager, requireBillingReader, requireSourceChooser } from '../grants.ts';
import { getActiveMethod } from '../payment-methods/read-methods.ts';
import { type PaymentDeps, settlePayment } from '../payments/settle-payment.ts';
import { setDefaultSource } from './default-source.ts';
import { presentAll } from './payment-routes.ts';
import { recordPrefunding, requireNotDeclined } from './prefund.ts';
import { readBilling } from './read-billing.ts';
import { readFundingChoices } from './read-sources.ts';
import * as definitions from './schema.ts';

/** How a tenant pays. */
export function billingRoutes(deps: PaymentDeps): OpenAPIHono<HttpEnv> {
  const { database, processor, clock } = deps;
  const { db } = database;
  const { name, isSandbox, publishableKey } = processor;
  const routes = newRoutes();

  routes.openapi(definitions.getBillingRoute, async (c) => {
    const { scope } = requireBillingReader(c);
    return c.json(await readBilling(db, scope, processor), 200);
  });

  routes.openapi(definitions.listSourcesRoute, async (c) => {
    const { scope } = requireSourceChooser(c);
    return c.json({ processor: { name, isSandbox }, items: await readFundingChoices(db, scope, name) }, 200);
  });

  routes.openapi(definitions.setDefaultSourceRoute, async (c) => {
    const { scope, person } = requireBillingManager(c);
    requireElevation(person, 'money', clock);
    const source = c.req.valid('json');
    const doer = { actor: c.get('actor'), requestId: c.get('requestId') };
    await database.transaction(async (trx) => {
      const owner = { kind: 'tenant', id: scope.tenantId } as const;
      if (source.kind === 'method') await getActiveMethod(trx, owner, source.methodId, name);
      await setDefaultSource(trx, deps, scope, doer, source);
    });
    return c.json(await readBilling(db, scope, processor), 200);
  });

  routes.openapi(definitions.prefundRoute, async (c) => {
    const { scope, person } = requireBillingManager(c);
    requireElevation(person, 'money', clock);
    const asked = c.req.valid('json');
    const doer = { actor: c.get('actor'), requestId: c.get('requestId') };
    const { body } = await onceByKey(c, database, person.personId, clock.now(), async (trx) => {
      const { id } = await recordPrefunding(trx, deps, scope, doer, asked);
      return { status: 201, body: { id } };
    });
    const payment = requireNotDeclined(await settlePayment(deps, (body as { id: string }).id));
    return c.json((await presentAll(db, publishableKey, [payment]))[0]!, 201);
  });

  return routes;
}
