/** `/t/<slug>/v1/me` → slug and `/v1/me`: every route also answers under a tenant's path. */
const tenantPath = /^\/t\/([a-z0-9-]{1,63})(\/.*)?$/;

export function tenantSlugOf(path: string): string | undefined {
  return tenantPath.exec(path)?.[1];
}

export function withoutTenantPath(path: string): string {
  const match = tenantPath.exec(path);
  return match ? (match[2] ?? '/') : path;
}
