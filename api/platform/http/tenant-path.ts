/** `/t/<slug>/v1/me` → slug and `/v1/me`: every route also answers under a tenant's path. */
const tenantPath = /^\/t\/([a-z0-9-]{1,63})(\/.*)?$/;

export function tenantSlugOf(path: string): string | undefined {
  return path.startsWith('/t/') ? tenantPath.exec(path)?.[1] : undefined;
}

export function withoutTenantPath(path: string): string {
  const match = path.startsWith('/t/') ? tenantPath.exec(path) : null;
  return match ? (match[2] ?? '/') : path;
}

const plainAddress = /^https?:\/\/([a-z][a-z0-9.-]*|127\.0\.0\.1)(?::\d+)?(\/[^?#]*)/;

/**
 * Host name and path of a request's address. Almost all are read without making a URL, which was
 * made several times a request; `Request` has normalized the address already.
 */
export function partsOf(address: string): { host: string; path: string } {
  const plain = plainAddress.exec(address);
  if (plain) return { host: plain[1]!, path: plain[2]! };
  // A Host header may hold what no URL does, as 1.2.3.4.5; it names nobody.
  const parsed = URL.parse(address);
  return { host: parsed?.hostname ?? '', path: parsed?.pathname ?? '/' };
}
