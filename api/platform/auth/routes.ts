import { Hono } from 'hono';
import type { StatusCode } from 'hono/utils/http-status';
import type { HttpContext, HttpEnv } from '../http/environment.ts';
import { problemBody, Refusal } from '../http/problem.ts';
import type { Site } from '../tenants/site.ts';
import { createAttempts } from './attempts.ts';
import { type Auth, authPath, clientAddressHeader, tenantHeader } from './auth.ts';
import { changesState, crossSiteRequest, ownOrigin } from './same-site.ts';

export type AuthRoutesDeps = { site: Site; authOf(origin: string): Auth };

/**
 * The auth library's own routes, those we want: e-mail and password, verification, reset, TOTP, passkeys, sessions.
 * Its organization routes stay closed, because members change by our commands only (audit, last owner, authority).
 */
const openRoutes =
  /^\/(ok|get-session|sign-up\/email|sign-in\/(email|passkey)|sign-out|verify-email|send-verification-email|request-password-reset|reset-password|change-password|verify-password|update-user|list-sessions|revoke-(session|sessions|other-sessions)|two-factor\/[a-z-]+|passkey\/[a-z-]+)$/;

export function authRoutes({ site, authOf }: AuthRoutesDeps): Hono<HttpEnv> {
  const attempts = createAttempts();
  return new Hono<HttpEnv>().on(['GET', 'POST'], `${authPath}/*`, async (c, next) => {
    const path = c.req.path.slice(authPath.length);
    if (!openRoutes.test(path)) return next();
    refuseOtherSites(c, site);
    const body = changesState(c) ? await c.req.text() : undefined;
    await attempts.begin(c.get('clientAddress'), path, body);
    const origin = ownOrigin(c, site);
    const answer = await authOf(origin).handler(forwarded(c, origin, body));
    if (answer.ok) await attempts.succeeded(path, body);
    return presented(c, answer);
  });
}

/** A sign-in forged from elsewhere would put somebody into a stranger's account, cookie or not. */
function refuseOtherSites(c: HttpContext, site: Site): void {
  if (!changesState(c)) return;
  const origin = c.req.header('origin');
  const isForeign =
    origin !== undefined ? origin !== ownOrigin(c, site) : c.req.header('sec-fetch-site') === 'cross-site';
  if (isForeign) throw crossSiteRequest();
}

/** The request at its fixed origin, with what the edge knows in place of what a client might claim. */
function forwarded(c: HttpContext, origin: string, body: string | undefined): Request {
  const headers = new Headers(c.req.raw.headers);
  for (const name of ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', tenantHeader])
    headers.delete(name);
  headers.delete('content-length');
  headers.delete('authorization');
  headers.set(clientAddressHeader, c.get('clientAddress'));
  const tenant = c.get('tenant');
  if (tenant) headers.set(tenantHeader, tenant.id);
  const address = new URL(origin);
  address.pathname = c.req.path;
  address.search = new URL(c.req.url).search;
  return new Request(address, { method: c.req.method, headers, ...(body && { body }) });
}

async function presented(c: HttpContext, answer: Response): Promise<Response> {
  const headers = new Headers(answer.headers);
  headers.set('cache-control', 'no-store');
  const text = await answer.text();
  // A redirect says it is JSON and is empty.
  if (text === '' || !headers.get('content-type')?.includes('json'))
    return c.newResponse(text || null, { status: answer.status as StatusCode, headers });
  const body = JSON.parse(text) as Record<string, unknown> | null;
  headers.delete('content-length');
  if (answer.ok)
    return c.newResponse(JSON.stringify(withoutTokens(body)), { status: answer.status as StatusCode, headers });
  if (answer.status >= 500)
    throw new Refusal(500, 'internal_error', 'Something went wrong here; tell support the request id.');
  headers.set('content-type', 'application/problem+json');
  const code = String(body?.code ?? 'refused').toLowerCase();
  const problem = problemBody(
    answer.status,
    code,
    String(body?.message ?? 'This was not accepted.'),
    c.get('requestId'),
  );
  return c.newResponse(JSON.stringify(problem), { status: answer.status as StatusCode, headers });
}

/** The cookie is HttpOnly so that no script can read the session's token; the body must not give it away. */
function withoutTokens(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withoutTokens);
  if (typeof body !== 'object' || body === null) return body;
  const { token: _, session, ...rest } = body as Record<string, unknown>;
  return session === undefined ? rest : { ...rest, session: withoutTokens(session) };
}
