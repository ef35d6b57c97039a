import type { OpenAPIHono } from '@hono/zod-openapi';
import { isOperator } from '../auth/actor.ts';
import { requireRole } from '../auth/require-role.ts';
import type { Clock, NewId } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { type HttpContext, type HttpEnv, requirePerson, requireScope } from '../http/environment.ts';
import { requireIfMatch } from '../http/etag.ts';
import { forbidden, notFound } from '../http/problem.ts';
import { newRoutes } from '../http/routes.ts';
import { tenantScope } from '../tenants/tenant-scope.ts';
import { changePolicy, getPolicy, type PolicyPlace, readPolicies } from './change-policy.ts';
import type { AnyPolicy } from './policy.ts';
import * as definitions from './schema.ts';

export type PolicyDeps = { database: Database; clock: Clock; newId: NewId };

/** The installation's own chain of audit entries. */
const installation = tenantScope('');

/** @param policies every one there is, listed at assembly */
export function policyRoutes(deps: PolicyDeps, policies: readonly AnyPolicy[]): OpenAPIHono<HttpEnv> {
  const { database } = deps;
  const { db } = database;
  const routes = newRoutes();

  const change = async (c: HttpContext, place: PolicyPlace, name: string, settings: Record<string, unknown>) => {
    const before = await getPolicy(db, policies, place, name);
    requireIfMatch(c, before.etag);
    const doer = { actor: c.get('actor'), requestId: c.get('requestId') };
    await database.transaction((trx) => changePolicy(trx, deps, policies, place, doer, before, settings, installation));
    return getPolicy(db, policies, place, name);
  };

  routes.openapi(definitions.listTenantPolicies, async (c) => {
    requireRole(c, 'owner', 'accountAdmin', 'financeAdmin', 'auditor');
    return c.json({ items: await readPolicies(db, policies, placeOf(c)) }, 200);
  });

  routes.openapi(definitions.putTenantPolicy, async (c) => {
    requireRole(c, 'owner', 'accountAdmin');
    const saved = await change(c, placeOf(c), c.req.valid('param').name, c.req.valid('json').settings);
    return c.json(saved, 200, { etag: saved.etag });
  });

  routes.openapi(definitions.listOperatorPolicies, async (c) => {
    requireOperator(c);
    return c.json({ items: await readPolicies(db, policies, 'installation') }, 200);
  });

  routes.openapi(definitions.getOperatorPolicy, async (c) => {
    requireOperator(c);
    const policy = await getPolicy(db, policies, 'installation', c.req.valid('param').name);
    return c.json(policy, 200, { etag: policy.etag });
  });

  routes.openapi(definitions.putOperatorPolicy, async (c) => {
    requireOperator(c);
    const saved = await change(c, 'installation', c.req.valid('param').name, c.req.valid('json').settings);
    return c.json(saved, 200, { etag: saved.etag });
  });

  return routes;
}

function placeOf(c: HttpContext): PolicyPlace {
  const tenant = c.get('tenant');
  if (!tenant) throw notFound();
  return { scope: requireScope(c), plan: tenant.plan };
}

/** @throws 401, 403 */
function requireOperator(c: HttpContext): void {
  requirePerson(c);
  if (!isOperator(c.get('actor'))) throw forbidden('Only the operator of this installation sets its policies.');
}
