import type { TenantTheme } from '@portico/themes/tokens.ts';
import { type Brand, plainBrand, wornBrand } from './brand.ts';
import type { Plan } from './plan.ts';
import type { TenantRow } from './table.ts';

export type Tenant = {
  id: string;
  slug: string;
  name: string;
  /** What people see; the legal name unless another was chosen. */
  brandName: string;
  logoUrl: string | null;
  plan: Plan;
  locale: string;
  theme: TenantTheme;
  /** What of its brand the plan lets it wear. */
  brand: Brand;
  revision: number;
  domains: readonly string[];
  /** Exact origins whose pages may use widgets. */
  origins: ReadonlySet<string>;
};

export function tenantFromRow(row: TenantRow, domains: readonly string[], origins: readonly string[]): Tenant {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    brandName: row.brandName ?? row.name,
    logoUrl: row.logo,
    plan: row.plan,
    locale: row.locale,
    theme: JSON.parse(row.theme),
    brand: wornBrand(row.plan, brandOfRow(row)),
    revision: row.revision,
    domains,
    origins: new Set(origins),
  };
}

/** Whole, whatever the plan: what is edited. Members that later versions added are filled in. */
export function brandOfRow(row: Pick<TenantRow, 'name' | 'brandName' | 'theme' | 'brand'>): Brand {
  const name = row.brandName ?? row.name;
  const theme: TenantTheme = JSON.parse(row.theme);
  const kept: Partial<Brand> = row.brand === null ? {} : JSON.parse(row.brand);
  return { ...plainBrand(name), ...kept, name, theme };
}
