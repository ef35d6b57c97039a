import { createMiddleware } from 'hono/factory';
import type { HttpContext, HttpEnv } from '../http/environment.ts';
import { Refusal } from '../http/problem.ts';
import { addressOf, type Site } from '../tenants/site.ts';

/** The origin of the page that sent this, as far as its browser says. */
export function pageOrigin(c: HttpContext, site: Site): string | undefined {
  const origin = c.req.header('origin');
  if (origin !== undefined) return origin;
  // Browsers leave Origin out of a same-origin GET.
  return c.req.header('sec-fetch-site') === 'same-origin' ? ownOrigin(c, site) : undefined;
}

export function ownOrigin(c: HttpContext, site: Site): string {
  return site.originOf(addressOf(c).host);
}

export function changesState(c: HttpContext): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);
}

/** A cookie travels by itself, so a change made with one must come from our own page. */
export function sameSiteOnly(site: Site) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    const actor = c.get('actor');
    const byCookie = actor.kind === 'person' && actor.via.kind === 'cookie';
    if (byCookie && changesState(c) && pageOrigin(c, site) !== ownOrigin(c, site)) throw crossSiteRequest();
    await next();
  });
}

export const crossSiteRequest = () =>
  new Refusal(403, 'cross_site_request', 'This change was sent from another site; nothing was changed.');
