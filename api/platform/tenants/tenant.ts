import type { TenantTheme } from '@portico/themes/tokens.ts';
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
    revision: row.revision,
    domains,
    origins: new Set(origins),
  };
}
