import type { HttpContext } from '../http/environment.ts';
import { partsOf, tenantSlugOf } from '../http/tenant-path.ts';
import type { Tenant } from './tenant.ts';

/** Where the installation and its tenants are reached: hosts, origins and the addresses that mails link to. */
export type Site = {
  origin: string;
  /** What the installation calls itself where no tenant is. */
  name: string;
  isOwnHost(host: string): boolean;
  /** On this machine alone, as in development: names under .localhost lead here too. */
  isLocal: boolean;
  /** The origin of pages served under this host: its scheme is the installation's, whatever a request says of it. */
  originOf(host: string): string;
  /** Address of a tenant's portal, without a slash at the end. */
  portalOf(tenant: Pick<Tenant, 'slug' | 'domains'>): string;
};

export const plainSiteName = 'Talent';

export function createSite(baseUrl: string, name: string = plainSiteName): Site {
  const base = new URL(baseUrl);
  const isLocal = isLoopback(base.hostname);
  const isOwnHost = (host: string) => host === base.hostname || (isLocal && isLoopback(host));
  // A company's name leads to its proxy, which listens where browsers look; only names under .localhost come to our port.
  const portOf = (host: string) => (base.port && (isLocal || isOwnHost(host)) ? `:${base.port}` : '');
  const originOf = (host: string) => `${base.protocol}//${host}${portOf(host)}`;
  return {
    origin: base.origin,
    name,
    isLocal,
    isOwnHost,
    originOf,
    portalOf: ({ slug, domains }) => (domains[0] ? originOf(domains[0]) : `${base.origin}/t/${slug}`),
  };
}

/** Host name and tenant slug that a request's address names; the host as a configured proxy passed it on. */
export function addressOf(c: HttpContext): { host: string; slug: string | undefined } {
  const { host, path } = partsOf(c.req.raw.url);
  return { host: c.get('forwardedHost') ?? host, slug: tenantSlugOf(path) };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}
