import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Person } from '../../platform/auth/actor.ts';
import { requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import { requireElevation } from '../../platform/auth/require-role.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { onceByKey } from '../../platform/http/idempotency.ts';
import { notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readDefaultSource } from '../billing/default-source.ts';
import { requireBillingManager, requireBillingReader } from '../grants.ts';
import type { PaymentDeps } from '../payments/settle-payment.ts';
import { presentMethod, presentSetup } from './present-method.ts';
import { readMethods } from './read-methods.ts';
import { forgetAtProcessor, removeMethod } from './remove-method.ts';
import { ownDefinitions, tenantDefinitions } from './schema.ts';
import { completeSetup, openSetup, recordSetup } from './start-setup.ts';
import { findSetup } from './store.ts';
import type { MethodOwner, MethodSetupRow } from './table.ts';

type Owning = { owner: MethodOwner; ownerName: string; person: Person };
/** Who reads, and who changes, the methods at an address. */
type Edge = {
  definitions: typeof tenantDefinitions | typeof ownDefinitions;
  reader(c: HttpContext): Owning;
  manager(c: HttpContext): Owning;
};

export function methodRoutes(deps: PaymentDeps): OpenAPIHono<HttpEnv> {
  const routes = newRoutes();
  addRoutes(routes, deps, {
    definitions: tenantDefinitions,
    reader: (c) => tenantOwning(c, requireBillingReader(c)),
    manager: (c) => tenantOwning(c, requireBillingManager(c)),
  });
  addRoutes(routes, deps, { definitions: ownDefinitions, reader: freelancerOwning, manager: freelancerOwning });
  return routes;
}

function tenantOwning(c: HttpContext, { scope, person }: { scope: { tenantId: string }; person: Person }): Owning {
  return { owner: { kind: 'tenant', id: scope.tenantId }, ownerName: c.get('tenant')?.slug ?? scope.tenantId, person };
}

function freelancerOwning(c: HttpContext): Owning {
  const { person, freelancer } = requireFreelancer(c);
  return { owner: { kind: 'freelancer', id: freelancer.freelancerId }, ownerName: person.email, person };
}

function addRoutes(routes: OpenAPIHono<HttpEnv>, deps: PaymentDeps, { definitions, reader, manager }: Edge): void {
  const { database, processor, clock } = deps;
  const { db } = database;

  routes.openapi(definitions.list, async (c) => {
    const { owner } = reader(c);
    const preferred = owner.kind === 'tenant' ? await readDefaultSource(db, tenantScope(owner.id)) : undefined;
    const methods = await readMethods(db, owner);
    return c.json({ items: methods.map((method) => presentMethod(method, preferred, processor.name)) }, 200);
  });

  routes.openapi(definitions.start, async (c) => {
    const { owner, ownerName, person } = elevated(manager(c));
    const { kind } = c.req.valid('json');
    const { body } = await onceByKey(c, database, person.personId, clock.now(), async (trx) => {
      const { id } = await recordSetup(trx, deps, { owner, ownerName, kind, personId: person.personId });
      return { status: 201, body: { id } };
    });
    const { setup, clientSecret } = await openSetup(deps, (body as { id: string }).id, ownerName);
    return c.json(presentSetup(setup, clientSecret, processor), 201);
  });

  routes.openapi(definitions.complete, async (c) => {
    const { owner } = elevated(manager(c));
    const setup = await ownSetup(owner, c.req.valid('param').id);
    const doer = { actor: c.get('actor'), requestId: c.get('requestId') };
    const completed = await completeSetup(deps, setup, c.req.valid('json').testMethod, doer);
    return c.json(presentSetup(completed, null, processor), 200);
  });

  routes.openapi(definitions.remove, async (c) => {
    const { owner } = elevated(manager(c));
    const doer = { actor: c.get('actor'), requestId: c.get('requestId') };
    const { id } = c.req.valid('param');
    const method = await database.transaction((trx) => removeMethod(trx, deps, owner, id, doer));
    await forgetAtProcessor(deps, method);
    return c.body(null, 204);
  });

  function elevated(owning: Owning): Owning {
    requireElevation(owning.person, 'money', clock);
    return owning;
  }

  async function ownSetup(owner: MethodOwner, id: string): Promise<MethodSetupRow> {
    const setup = await findSetup(db, id);
    if (!setup || setup.ownerKind !== owner.kind || setup.ownerId !== owner.id) throw notFound();
    return setup;
  }
}
