import { fromAuthInstant } from '../auth/auth-instant.ts';
import type { Executor } from '../database/database.ts';
import { listTenantBrands } from './directory-store.ts';

/** How a tenant is known to those outside of it. */
export type TenantBrand = {
  id: string;
  name: string;
  logoUrl: string | null;
  country: string | null;
  createdAtMs: number;
};

export async function readTenantBrands(db: Executor): Promise<TenantBrand[]> {
  return (await listTenantBrands(db)).map(({ id, name, brandName, logo, country, createdAt }) => {
    return { id, name: brandName ?? name, logoUrl: logo, country, createdAtMs: fromAuthInstant(createdAt) };
  });
}
