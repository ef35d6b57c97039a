import type { OpenAPIHono } from '@hono/zod-openapi';
import { hasRole, isPerson } from '../auth/actor.ts';
import type { Identity } from '../auth/identity.ts';
import { requireElevation } from '../auth/require-role.ts';
import { ownOrigin } from '../auth/same-site.ts';
import type { Clock, NewId } from '../clock/clock.ts';
import type { DemoClock } from '../clock/demo-clock.ts';
import type { Database } from '../database/database.ts';
import { type HttpContext, type HttpEnv, requirePerson, requireScope } from '../http/environment.ts';
import { forbidden, notFound, unauthenticated } from '../http/problem.ts';
import { newRoutes } from '../http/routes.ts';
import { requireFeature } from '../tenants/require-feature.ts';
import type { Tenant } from '../tenants/tenant.ts';
import { vouchedElevation } from './elevation.ts';
import { deleteSession, postOwnSession, postSession, sessionSecondsMax } from './schema.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { endSession, type SessionDeps, startSession, startSessionForMember } from './start-session.ts';
import { findSession } from './store.ts';
import { everyFeature } from './widget-features.ts';

export function embedSessionRoutes(
  impure: { database: Database; clock: Clock; demoClock?: DemoClock; newId: NewId },
  identity: Identity,
): OpenAPIHono<HttpEnv> {
  const { site, authority, tokens, directory } = identity;
  const deps: SessionDeps = { ...impure, site, authority, tokens };
  /** A demo's clock runs ahead, a host's does not. */
  const realNowMs = () => impure.clock.now() - (impure.demoClock?.shiftMs() ?? 0);
  const notKept = { 'cache-control': 'no-store' };
  const tenantOf = async (c: HttpContext): Promise<Tenant> => {
    const tenant = await directory.byId(requireScope(c).tenantId);
    if (!tenant) throw notFound();
    return tenant;
  };

  const routes = newRoutes()
    .openapi(postSession, async (c) => {
      const actor = c.get('actor');
      if (actor.kind === 'anonymous') throw unauthenticated();
      if (actor.kind !== 'secretKey') throw forbidden('Only a secret key makes sessions for members.');
      requireFeature(c, 'widgets');
      const { member, origins, widgets, ttlSeconds, elevate, confirmedAt } = c.req.valid('json');
      const elevation = vouchedElevation(elevate, confirmedAt, realNowMs());
      const asked = { email: member.email, origins, widgets: grantsOf(widgets), ttlSeconds, elevation };
      const by = { actor, requestId: c.get('requestId') };
      return c.json(await startSessionForMember(deps, await tenantOf(c), by, asked), 201, notKept);
    })
    .openapi(postOwnSession, async (c) => {
      const person = requirePerson(c);
      const { personId, via } = person;
      if (via.kind !== 'cookie' || !via.sessionId) throw forbidden('A widget session cannot make another one.');
      const { elevate } = c.req.valid('json') ?? {};
      for (const scope of elevate ?? []) requireElevation(person, scope, impure.clock);
      const by = { actor: person, requestId: c.get('requestId') };
      const started = await startSession(deps, await tenantOf(c), by, {
        personId,
        origins: [ownOrigin(c, site)],
        widgets: everyFeature(),
        source: { kind: 'signIn', id: via.sessionId },
        ttlSeconds: sessionSecondsMax,
        elevation: elevate && { scopes: elevate, confirmedAtMs: via.signedInAtMs ?? impure.clock.now() },
      });
      return c.json(started, 201, notKept);
    })
    .openapi(deleteSession, async (c) => {
      if (c.get('actor').kind === 'anonymous') throw unauthenticated();
      const scope = requireScope(c);
      const { id } = c.req.valid('param');
      const session = await findSession(impure.database.db, scope, id);
      if (!session || !mayEnd(c, session)) throw notFound();
      await endSession(deps, scope, { actor: c.get('actor'), requestId: c.get('requestId') }, session);
      return c.body(null, 204);
    });
  routes.route('/', signInRoutes(deps, tenantOf));
  return routes;
}

/** The server that may make them, an account admin, and the person whose session it is. */
function mayEnd(c: HttpContext, { personId }: { personId: string }): boolean {
  const actor = c.get('actor');
  if (actor.kind === 'secretKey') return true;
  if (!isPerson(actor)) return false;
  return actor.personId === personId || (actor.via.kind === 'cookie' && hasRole(actor, 'owner', 'accountAdmin'));
}

/** Leaves out what was asked for as `undefined`. */
function grantsOf(widgets: Record<string, Record<string, boolean | undefined> | undefined>) {
  return Object.fromEntries(
    Object.entries(widgets).map(([widget, features]) => [
      widget,
      Object.fromEntries(Object.entries(features ?? {}).map(([feature, on]) => [feature, on === true])),
    ]),
  );
}
