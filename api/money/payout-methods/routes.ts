import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Logger } from 'pino';
import { requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import { requireElevation } from '../../platform/auth/require-role.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { onceByKey } from '../../platform/http/idempotency.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { doerOf, requireMoneyDesk } from '../payees/money-desk.ts';
import { addMethod } from './add-method.ts';
import { clearMethod, removeMethod } from './change-method.ts';
import { readLegalNames } from './check-name.ts';
import type { MethodDeps } from './deps.ts';
import { lookAtAccount, openOnboarding } from './hosted-account.ts';
import { payoutsPolicy } from './policy.ts';
import { presentMethod, presentOptions } from './present-method.ts';
import { getOwnMethod, readBlockedMethods } from './read-methods.ts';
import * as definitions from './schema.ts';
import { listMethods } from './store.ts';
import type { PayoutMethodRow } from './table.ts';

export type MethodRouteDeps = MethodDeps & { database: Database; log: Logger; baseUrl: string };

export function payoutMethodRoutes(deps: MethodRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, clock, payoutRails } = deps;
  const { db } = database;
  const routes = newRoutes();

  const readSettings = () => readPolicy(db, undefined, payoutsPolicy);
  const present = async (row: PayoutMethodRow) => presentMethod(row, await readSettings(), payoutRails);
  /** Who changes a way to be paid has just confirmed who they are. */
  const requireConfirmed = (c: HttpContext) => {
    const { person, freelancer } = requireFreelancer(c);
    requireElevation(person, 'money', clock);
    return { person, freelancerId: freelancer.freelancerId };
  };

  routes.openapi(definitions.listPayoutMethodsRoute, async (c) => {
    const { freelancerId } = requireFreelancer(c).freelancer;
    const policy = await readSettings();
    const rows = await listMethods(db, freelancerId);
    const [legalName = ''] = await readLegalNames(db, deps, freelancerId);
    const items = rows.map((row) => presentMethod(row, policy, payoutRails));
    const options = presentOptions(payoutRails, policy);
    return c.json({ items, options, legalName, waitDays: policy.methodWaitDays }, 200);
  });

  routes.openapi(definitions.addPayoutMethodRoute, async (c) => {
    const { person, freelancerId } = requireConfirmed(c);
    const asked = c.req.valid('json');
    const { body } = await onceByKey(c, database, person.personId, clock.now(), async (trx) => {
      const row = await addMethod(trx, deps, doerOf(c), freelancerId, asked);
      return { status: 201, body: presentMethod(row, await readPolicy(trx, undefined, payoutsPolicy), payoutRails) };
    });
    return c.json(body as definitions.PayoutMethod, 201);
  });

  routes.openapi(definitions.removePayoutMethodRoute, async (c) => {
    const { person, freelancerId } = requireConfirmed(c);
    const { id } = c.req.valid('param');
    const { body } = await onceByKey(c, database, person.personId, clock.now(), async (trx) => {
      const row = await removeMethod(trx, deps, doerOf(c), freelancerId, id);
      return { status: 200, body: presentMethod(row, await readPolicy(trx, undefined, payoutsPolicy), payoutRails) };
    });
    return c.json(body as definitions.PayoutMethod, 200);
  });

  routes.openapi(definitions.openOnboardingRoute, async (c) => {
    const { freelancerId } = requireConfirmed(c);
    const row = await getOwnMethod(db, freelancerId, c.req.valid('param').id);
    const { url, expiresAtMs } = await openOnboarding(deps, row, deps.baseUrl);
    return c.json({ url, expiresAt: isoInstant(expiresAtMs) }, 201);
  });

  routes.openapi(definitions.refreshPayoutMethodRoute, async (c) => {
    const { freelancerId } = requireFreelancer(c).freelancer;
    const row = await getOwnMethod(db, freelancerId, c.req.valid('param').id);
    return c.json(await present(await lookAtAccount(deps, row)), 200);
  });

  routes.openapi(definitions.listBlockedMethodsRoute, async (c) => {
    requireMoneyDesk(c);
    const rows = await readBlockedMethods(db, c.req.valid('query').limit);
    const payees = await deps.readPayees(db, [...new Set(rows.map(({ freelancerId }) => freelancerId))]);
    const policy = await readSettings();
    const items = await Promise.all(
      rows.map(async (row) => ({
        ...presentMethod(row, policy, payoutRails),
        freelancer: { id: row.freelancerId, name: payees.get(row.freelancerId)?.name ?? '' },
        legalNames: [...(await readLegalNames(db, deps, row.freelancerId))],
      })),
    );
    return c.json({ items }, 200);
  });

  routes.openapi(definitions.clearPayoutMethodRoute, async (c) => {
    const person = requireMoneyDesk(c);
    requireElevation(person, 'money', clock);
    const asked = { ...c.req.valid('param'), ...c.req.valid('json') };
    const { body } = await onceByKey(c, database, person.personId, clock.now(), async (trx) => {
      const row = await clearMethod(trx, deps, doerOf(c), asked);
      return { status: 200, body: presentMethod(row, await readPolicy(trx, undefined, payoutsPolicy), payoutRails) };
    });
    return c.json(body as definitions.PayoutMethod, 200);
  });

  return routes;
}
