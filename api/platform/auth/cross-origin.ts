import { createMiddleware } from 'hono/factory';
import type { HttpContext, HttpEnv } from '../http/environment.ts';
import { Refusal } from '../http/problem.ts';
import { addressOf, type Site } from '../tenants/site.ts';
import type { TenantDirectory } from '../tenants/tenant-directory.ts';

const allowedMethods = 'GET, POST, PUT, PATCH, DELETE';
const allowedHeaders =
  'authorization, content-type, if-match, if-none-match, idempotency-key, accept-language, x-request-id';
const exposedHeaders = 'etag, location, ratelimit, ratelimit-policy, retry-after, x-request-id';
const preflightSeconds = 600;

/**
 * CORS for pages we do not own: only the exact origins of the tenant that the address names, never credentials.
 * A refused origin gets no grant at all, so its page cannot even read why.
 */
export function crossOrigin(site: Site, directory: TenantDirectory) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    const origin = c.req.header('origin');
    const isPreflight = c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined;
    const isForeign = origin !== undefined && origin !== site.originOf(addressOf(c).host);
    const isGranted = isForeign && (await mayUseWidgets(c, directory, origin));
    if (isPreflight) {
      if (!isGranted) throw originNotAllowed();
      return c.newResponse(null, {
        status: 204,
        headers: {
          'access-control-allow-origin': origin,
          'access-control-allow-methods': allowedMethods,
          'access-control-allow-headers': allowedHeaders,
          'access-control-max-age': String(preflightSeconds),
          vary: 'Origin',
        },
      });
    }
    await next();
    c.res.headers.append('vary', 'Origin');
    if (!isGranted || isOriginRefusal(c.error)) return;
    c.res.headers.set('access-control-allow-origin', origin);
    c.res.headers.set('access-control-expose-headers', exposedHeaders);
  });
}

/** Cookies never cross origins, so the sign-in routes are closed to other origins altogether. */
async function mayUseWidgets(c: HttpContext, directory: TenantDirectory, origin: string): Promise<boolean> {
  const tenantId = c.get('tenant')?.id;
  if (!tenantId || c.req.path.startsWith('/v1/auth/')) return false;
  return (await directory.byId(tenantId))?.origins.has(origin) ?? false;
}

export const originNotAllowed = () =>
  new Refusal(403, 'origin_not_allowed', 'This page’s address is not on the list of allowed origins.', {
    headers: { vary: 'Origin' },
  });

function isOriginRefusal(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'origin_not_allowed';
}
