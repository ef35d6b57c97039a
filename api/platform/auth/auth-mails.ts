import type { Logger } from 'pino';
import { actionMail } from '../mail/action-mail.ts';
import { type MailKind, mailLocaleOf } from '../mail/mail-texts.ts';
import type { Mailer } from '../mail/mailer.ts';
import { brandOf } from '../tenants/mail-brand.ts';
import type { Site } from '../tenants/site.ts';
import type { Tenant } from '../tenants/tenant.ts';
import type { TenantDirectory } from '../tenants/tenant-directory.ts';
import { type AuthEvents, authPath, type MailedPerson, tenantHeader } from './auth.ts';
import type { Authority } from './authority.ts';

export type AuthMailDeps = {
  mailer: Mailer;
  site: Site;
  directory: TenantDirectory;
  authority: Authority;
  log: Logger;
};

/** Follows the auth library's events with mails in the brand of the tenant at whose address they were asked for. */
export function authEvents(deps: AuthMailDeps, origin: string, underway: Set<Promise<unknown>>): AuthEvents {
  const { mailer, site, directory, authority, log } = deps;

  async function send(
    kind: MailKind,
    person: MailedPerson,
    request: Request | undefined,
    path: (portal: string) => string,
  ) {
    const tenantId = request?.headers.get(tenantHeader);
    const tenant = tenantId ? await directory.byId(tenantId) : undefined;
    const portal = tenant ? portalAt(site, tenant, origin) : origin;
    const locale = mailLocaleOf(person.locale ?? tenant?.locale);
    await mailer.send(
      actionMail(kind, brandOf(tenant, site), locale, person.email, person.name, portal + path(portal)),
    );
  }

  return {
    verificationAsked: (person, token, request) =>
      send('verify', person, request, (portal) => {
        const back = encodeURIComponent(`${portal}/?verified=1`);
        return `${authPath}/verify-email?token=${encodeURIComponent(token)}&callbackURL=${back}`;
      }),
    resetAsked: (person, token, request) =>
      send('reset', person, request, () => `/reset-password?token=${encodeURIComponent(token)}`),
    signUpRepeated: (person, request) => send('signUpRepeated', person, request, () => '/sign-in'),
    signInEnded: ({ id }) => authority.change((trx) => authority.record(trx, { endedId: id })),
    inBackground: (work) => {
      const settled = work
        .catch((error: unknown) => log.error({ err: error }, 'mail could not be sent'))
        .finally(() => underway.delete(settled));
      underway.add(settled);
    },
  };
}

/** A link leads back to the host it was asked from; any other would not find the sign-in cookie. */
function portalAt(site: Site, tenant: Tenant, origin: string): string {
  return tenant.domains.some((host) => site.originOf(host) === origin) ? origin : `${origin}/t/${tenant.slug}`;
}
