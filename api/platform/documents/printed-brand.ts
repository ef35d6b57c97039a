import { formatColorHex, parseColor } from '@portico/themes/color.ts';
import { neutral } from '@portico/themes/ready/neutral.ts';
import type { Tenant } from '../tenants/tenant.ts';

/** A tenant as its documents show it. */
export type PrintedBrand = { name: string; accent: string; accentContrast: string };

export function printedBrand(tenant: Pick<Tenant, 'brandName' | 'theme'> | undefined): PrintedBrand {
  return {
    name: tenant?.brandName ?? '',
    accent: colorOf(tenant, 'accent'),
    accentContrast: colorOf(tenant, 'accentContrast'),
  };
}

/** A document knows neither oklch nor our tokens. */
function colorOf(tenant: Pick<Tenant, 'theme'> | undefined, token: 'accent' | 'accentContrast'): string {
  const color = parseColor(tenant?.theme.light?.[token]) ?? parseColor(neutral.light[token]);
  return color ? formatColorHex(color) : '#18181b';
}
