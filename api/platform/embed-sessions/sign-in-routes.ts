import type { OpenAPIHono } from '@hono/zod-openapi';
import { isMember, isTeamMember, type Person } from '../auth/actor.ts';
import { requireElevation } from '../auth/require-role.ts';
import { pageOrigin } from '../auth/same-site.ts';
import { type HttpContext, type HttpEnv, requirePerson } from '../http/environment.ts';
import { forbidden } from '../http/problem.ts';
import { rateLimit } from '../http/rate-limit.ts';
import { newRoutes } from '../http/routes.ts';
import { requireFeature } from '../tenants/require-feature.ts';
import type { Tenant } from '../tenants/tenant.ts';
import { allowSignIn, readSignInRequest } from './allow-sign-in.ts';
import { redeemSignInCode, refreshSignIn } from './redeem-sign-in.ts';
import { getSignInRequest, postSignIn, postToken } from './sign-in-schema.ts';
import type { SessionDeps } from './start-session.ts';

/** A whole company may sit behind one address, and each page asks every twelve minutes. */
const tokensAMinute = 600;
const signInsAMinute = 20;

export function signInRoutes(deps: SessionDeps, tenantOf: (c: HttpContext) => Promise<Tenant>): OpenAPIHono<HttpEnv> {
  const notKept = { 'cache-control': 'no-store' };
  const routes = newRoutes();
  routes.use('/v1/embed/tokens', rateLimit({ name: 'embed-tokens', limit: tokensAMinute, windowSeconds: 60 }));
  routes.use('/v1/embed/sign-ins', rateLimit({ name: 'embed-sign-ins', limit: signInsAMinute, windowSeconds: 60 }));

  return routes
    .openapi(getSignInRequest, async (c) => {
      const { personId } = requireMemberAtPortal(c);
      const { redirectUrl } = c.req.valid('query');
      return c.json(await readSignInRequest(deps, await tenantOf(c), personId, redirectUrl), 200, notKept);
    })
    .openapi(postSignIn, async (c) => {
      const person = requireMemberAtPortal(c);
      const { redirectUrl, codeChallenge, elevate } = c.req.valid('json');
      for (const scope of elevate ?? []) requireElevation(person, scope, deps.clock);
      const by = { actor: person, requestId: c.get('requestId') };
      const { sessionId, signedInAtMs = deps.clock.now() } = person.via;
      const allowed = await allowSignIn(deps, await tenantOf(c), by, {
        personId: person.personId,
        signInId: sessionId,
        redirectUrl,
        codeChallenge,
        elevate,
        confirmedAtMs: signedInAtMs,
      });
      return c.json(allowed, 201, notKept);
    })
    .openapi(postToken, async (c) => {
      requireFeature(c, 'widgets');
      const asked = c.req.valid('json');
      const page = { origin: pageOrigin(c, deps.site), requestId: c.get('requestId') };
      const tenant = await tenantOf(c);
      const session =
        asked.grantType === 'refreshToken'
          ? await refreshSignIn(deps, tenant, page, asked.refreshToken)
          : await redeemSignInCode(deps, tenant, page, asked);
      return c.json(session, 201, notKept);
    });
}

type PersonAtPortal = Person & { via: Extract<Person['via'], { kind: 'cookie' }> & { sessionId: string } };

/** @throws 401, 403 */
function requireMemberAtPortal(c: HttpContext): PersonAtPortal {
  const person = requirePerson(c);
  const { via } = person;
  if (via.kind !== 'cookie' || !via.sessionId) throw forbidden('This is done in the portal, not in a widget.');
  if (!isMember(person) && !isTeamMember(person)) throw forbidden('Only members of this company can do this.');
  requireFeature(c, 'widgets');
  return { ...person, via: { ...via, sessionId: via.sessionId } };
}
