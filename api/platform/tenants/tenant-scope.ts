declare const provenBy: unique symbol;

/**
 * Proof that a request may touch one tenant's rows. Stores take it as a parameter; only the edge (http, jobs) makes one.
 */
export type TenantScope = { readonly tenantId: string; readonly [provenBy]: 'edge' };

export function tenantScope(tenantId: string): TenantScope {
  return { tenantId } as TenantScope;
}
