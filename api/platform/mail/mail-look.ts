import type { TenantTheme } from '@portico/themes/tokens.ts';
import type { LegalKind, MailLook } from '../tenants/brand.ts';
import type { BrandWords } from '../tenants/brand-words.ts';

/** In whose name a mail is sent, and how it looks. Addresses are whole. */
export type MailBrand = {
  name: string;
  /** Instead of the name. */
  senderName: string | null;
  replyTo: string | null;
  theme: TenantTheme;
  header: MailLook['header'];
  logoUrl: string | null;
  darkLogoUrl: string | null;
  footer: string | null;
  support: { email: string | null; url: string | null };
  legal: readonly { kind: LegalKind; title: string | null; url: string }[];
  words: BrandWords;
};
