import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireRole } from '../auth/require-role.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { pictureOfPage } from '../documents/picture-of-page.ts';
import { letterheadOf, printedBrand } from '../documents/printed-brand.ts';
import { printSample } from '../documents/sample-document.ts';
import type { Files } from '../files/files.ts';
import { type HttpContext, type HttpEnv, requireScope } from '../http/environment.ts';
import { notFound } from '../http/problem.ts';
import { newRoutes } from '../http/routes.ts';
import { actionMail } from '../mail/action-mail.ts';
import { listMail } from '../mail/list-mail.ts';
import { getDraftDocument, getDraftMail, type mailKinds } from './brand-schema.ts';
import type { WordLocale } from './brand-words.ts';
import { readBrand } from './change-brand.ts';
import { brandOf, type MailSite } from './mail-brand.ts';
import type { Tenant } from './tenant.ts';
import type { TenantDirectory } from './tenant-directory.ts';

type PreviewDeps = {
  database: Database;
  files: Files;
  clock: Clock;
  site: MailSite;
  directory: Pick<TenantDirectory, 'byId'>;
};

/** Mails and documents in the draft’s look, by what makes the real ones. */
export function brandPreviewRoutes({ database, files, clock, site, directory }: PreviewDeps): OpenAPIHono<HttpEnv> {
  /** The tenant as it would be with the draft. */
  async function draftOf(c: HttpContext): Promise<Tenant> {
    const tenant = await directory.byId(requireScope(c).tenantId);
    if (!tenant) throw notFound();
    requireRole(c, 'owner', 'accountAdmin');
    const { draft } = await readBrand(database.db, tenant.id);
    return { ...tenant, brand: draft, brandName: draft.name, theme: draft.theme };
  }

  return newRoutes()
    .openapi(getDraftMail, async (c) => {
      const { kind, locale } = c.req.valid('query');
      const tenant = await draftOf(c);
      return c.html(sampleMail(tenant, kind, locale, site), 200, previewHeaders);
    })
    .openapi(getDraftDocument, async (c) => {
      const { as, locale } = c.req.valid('query');
      const letterhead = await letterheadOf(files, printedBrand(await draftOf(c)));
      const pdf = await printSample(letterhead, locale, clock.now());
      const headers = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' };
      if (as === 'pdf')
        return c.body(new Uint8Array(pdf), 200, { ...headers, 'content-type': 'application/pdf' }) as never;
      return c.body(new Uint8Array(await pictureOfPage(pdf)), 200, {
        ...headers,
        'content-type': 'image/png',
      }) as never;
    });
}

function sampleMail(tenant: Tenant, kind: (typeof mailKinds)[number], locale: WordLocale, site: MailSite): string {
  const brand = brandOf(tenant, site);
  const url = site.portalOf(tenant);
  const to = 'reader@example.com';
  if (kind === 'invite') return actionMail('invite', brand, locale, to, 'Amara Okafor', url).html;
  if (kind === 'action') return actionMail('verify', brand, locale, to, 'Amara Okafor', url).html;
  return listMail({
    ...{ brand, locale, to },
    ...listWords[locale],
    button: { text: listWords[locale].see, url },
    stop: { text: listWords[locale].end, url },
  }).html;
}

const listWords = {
  en: {
    subject: '3 new for “React”',
    lead: '3 new people match “React”.',
    lines: [
      'Amara Okafor – Senior front-end engineer',
      'Jonas Keller – Design engineer',
      'Priya Nair – Accessibility lead',
    ],
    see: 'See them',
    end: 'No more mails for this search',
  },
  de: {
    subject: '3 neu für „React“',
    lead: '3 neue Personen passen zu „React“.',
    lines: [
      'Amara Okafor – Senior Front-End Engineer',
      'Jonas Keller – Design Engineer',
      'Priya Nair – Accessibility Lead',
    ],
    see: 'Ansehen',
    end: 'Keine Mails mehr zu dieser Suche',
  },
};

/** Shown in a frame of the editor: the mail brings its own styles, and nothing in it runs. */
const previewHeaders = {
  'cache-control': 'private, no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin",
  'x-frame-options': 'SAMEORIGIN',
};
