import type { MailBrand } from '../mail/mail-look.ts';
import { brandImagePath, legalKinds, plainBrand } from './brand.ts';
import type { Site } from './site.ts';
import type { Tenant } from './tenant.ts';

export type MailSite = Pick<Site, 'origin' | 'name' | 'portalOf'>;

/** In whose name a mail is sent: the tenant's, or the installation's where there is none. */
export function brandOf(tenant: Tenant | undefined, site: MailSite): MailBrand {
  const brand = tenant?.brand ?? plainBrand(site.name);
  const root = tenant ? site.portalOf(tenant) : site.origin;
  const { mail, support, legal } = brand;
  return {
    name: tenant?.brandName ?? brand.name,
    senderName: mail.senderName,
    replyTo: mail.replyTo ?? support.email,
    theme: tenant?.theme ?? brand.theme,
    header: mail.header,
    logoUrl: mail.showsLogo && brand.logo ? root + brandImagePath(brand.logo) : null,
    darkLogoUrl: mail.showsLogo && brand.darkLogo ? root + brandImagePath(brand.darkLogo) : null,
    footer: mail.footer,
    support,
    legal: legalKinds.flatMap((kind) => {
      const text = legal[kind];
      return text ? [{ kind, title: text.title, url: text.url ?? `${root}/legal/${kind}` }] : [];
    }),
    words: brand.words,
  };
}
