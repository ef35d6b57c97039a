import type { TenantTheme } from '@portico/themes/tokens.ts';
import type { BrandWords } from './brand-words.ts';
import { type Plan, type PlanFeature, planIncludes } from './plan.ts';

/** How a tenant looks and speaks wherever its people meet it. Pure. */
export type Brand = {
  name: string;
  /** Images by their content's hash. */
  logo: string | null;
  darkLogo: string | null;
  favicon: string | null;
  theme: TenantTheme;
  /** Of those who chose none for themselves. */
  density: Density;
  support: { email: string | null; url: string | null };
  signIn: { headline: string | null; text: string | null; picture: string | null };
  mail: MailLook;
  print: PrintLook;
  words: BrandWords;
  legal: Record<LegalKind, LegalText | null>;
};

export const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];

export const mailHeaders = ['plain', 'accent'] as const;
export type MailLook = {
  /** A strip in the accent colour, or the name and logo on the mail's own ground. */
  header: (typeof mailHeaders)[number];
  showsLogo: boolean;
  /** Instead of the brand's name. */
  senderName: string | null;
  replyTo: string | null;
  footer: string | null;
};

export const pageSizes = ['A4', 'Letter'] as const;
export type PageSize = (typeof pageSizes)[number];
export type PrintLook = {
  showsLogo: boolean;
  /** Another than the theme's. */
  accent: string | null;
  footer: readonly string[];
  pageSize: PageSize;
};

export const legalKinds = ['terms', 'privacy', 'imprint'] as const;
export type LegalKind = (typeof legalKinds)[number];
/** Kept elsewhere and linked to, or a Markdown text shown here. */
export type LegalText = { title: string | null } & (
  | { url: string; markdown?: undefined }
  | { url?: undefined; markdown: string }
);

export const brandImageKinds = ['logo', 'darkLogo', 'favicon', 'picture'] as const;
export type BrandImageKind = (typeof brandImageKinds)[number];

/** Where each image of a brand stands. */
export const brandImages = {
  logo: ({ logo }: Brand) => logo,
  darkLogo: ({ darkLogo }: Brand) => darkLogo,
  favicon: ({ favicon }: Brand) => favicon,
  picture: ({ signIn }: Brand) => signIn.picture,
} satisfies Record<BrandImageKind, (brand: Brand) => string | null>;

export const brandLimits = {
  name: 60,
  headline: 80,
  signInText: 400,
  mailFooter: 400,
  senderName: 60,
  printFooterLines: 3,
  printFooterLine: 90,
  legalTitle: 80,
  legalText: 60_000,
  url: 500,
  email: 254,
} as const;

export const plainBrand = (name: string, theme: TenantTheme = {}): Brand => ({
  name,
  logo: null,
  darkLogo: null,
  favicon: null,
  theme,
  density: 'comfortable',
  support: { email: null, url: null },
  signIn: { headline: null, text: null, picture: null },
  mail: { header: 'plain', showsLogo: true, senderName: null, replyTo: null, footer: null },
  print: { showsLogo: true, accent: null, footer: [], pageSize: 'A4' },
  words: {},
  legal: { terms: null, privacy: null, imprint: null },
});

/** Path behind the API’s base; what is behind it never changes. */
export const brandImagePath = (hash: string, size = 'full'): string => `/v1/brand/images/${hash}/${size}.png`;

export type BrandPart = keyof Brand | 'mailSender';

/**
 * What a plan opens (domain rules §1): everybody has a name, colours and logo; `brand` adds what speaks for the tenant,
 * and a mail’s own sender belongs to white-label.
 */
const neededFor: Readonly<Partial<Record<BrandPart, PlanFeature>>> = {
  signIn: 'brand',
  mail: 'brand',
  print: 'brand',
  words: 'brand',
  legal: 'brand',
  mailSender: 'whiteLabel',
};

export const featureNeededFor = (part: BrandPart): PlanFeature | undefined => neededFor[part];
export const planHasPart = (plan: Plan, part: BrandPart): boolean => {
  const feature = neededFor[part];
  return feature === undefined || planIncludes(plan, feature);
};

/** What of a brand is shown under a plan: after a smaller one was chosen the rest waits, and is not lost. */
export function wornBrand(plan: Plan, brand: Brand): Brand {
  const plain = plainBrand(brand.name, brand.theme);
  const worn: Brand = { ...brand };
  for (const part of ['signIn', 'mail', 'print', 'words', 'legal'] as const)
    if (!planHasPart(plan, part)) Object.assign(worn, { [part]: plain[part] });
  if (!planHasPart(plan, 'mailSender')) worn.mail = { ...worn.mail, senderName: null, replyTo: null };
  return worn;
}

/** Parts in which two brands differ. */
export function brandDifferences(one: Brand, other: Brand): BrandPart[] {
  const { senderName, replyTo, ...mail } = one.mail;
  const { senderName: otherName, replyTo: otherReplyTo, ...otherMail } = other.mail;
  const parts = (Object.keys(one) as (keyof Brand)[]).filter((part) =>
    part === 'mail' ? !isSame(mail, otherMail) : !isSame(one[part], other[part]),
  );
  return senderName === otherName && replyTo === otherReplyTo ? parts : [...parts, 'mailSender'];
}

/** By content: the order in which keys were written says nothing. */
function isSame(one: unknown, other: unknown): boolean {
  return sorted(one) === sorted(other);
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, held) =>
    held && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
