import { formatColorHex, parseColor } from '@portico/themes/color.ts';
import { neutral } from '@portico/themes/ready/neutral.ts';
import type { Files } from '../files/files.ts';
import type { PageSize } from '../tenants/brand.ts';
import { brandImageKey } from '../tenants/brand-images.ts';
import type { Tenant } from '../tenants/tenant.ts';

/** A tenant as its documents show it; plain facts, which are kept with what was issued. */
export type PrintedBrand = {
  name: string;
  accent: string;
  accentContrast: string;
  /** By hash. Left out, like those below, by documents that were made before brands had them. */
  logo?: string;
  /** On each page’s foot. */
  footer?: readonly string[];
  pageSize?: PageSize;
};

/** With what only printing needs. */
export type Letterhead = PrintedBrand & { logoPng?: Uint8Array };

const paper = parseColor('#ffffff')!;
const ink = parseColor('#18181b')!;

type Branded = Pick<Tenant, 'brandName' | 'theme'> & Partial<Pick<Tenant, 'brand'>>;

export function printedBrand(tenant: Branded | undefined): PrintedBrand {
  const { print, logo } = tenant?.brand ?? {};
  const own = print?.accent ? parseColor(print.accent) : undefined;
  return {
    name: tenant?.brandName ?? '',
    accent: own ? formatColorHex(own) : colorOf(tenant, 'accent'),
    accentContrast: own ? formatColorHex(own.l > 0.65 ? ink : paper) : colorOf(tenant, 'accentContrast'),
    ...(print?.showsLogo && logo && { logo }),
    ...(print && print.footer.length > 0 && { footer: [...print.footer] }),
    ...(print?.pageSize === 'Letter' && { pageSize: print.pageSize }),
  };
}

/** The logo’s bytes beside its hash: documents are printed where no files are. */
export async function letterheadOf<Brand extends PrintedBrand>(
  files: Pick<Files, 'get'>,
  brand: Brand,
): Promise<Brand & Letterhead> {
  const key = brand.logo && brandImageKey(brand.logo, 'full');
  const logoPng = key ? await files.get(key) : undefined;
  return logoPng ? { ...brand, logoPng: new Uint8Array(logoPng) } : brand;
}

/** A document knows neither oklch nor our tokens. */
function colorOf(tenant: Pick<Tenant, 'theme'> | undefined, token: 'accent' | 'accentContrast'): string {
  const color = parseColor(tenant?.theme.light?.[token]) ?? parseColor(neutral.light[token]);
  return color ? formatColorHex(color) : '#18181b';
}
