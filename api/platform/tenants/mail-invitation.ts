import { personOf } from '../auth/people.ts';
import type { Database } from '../database/database.ts';
import type { JobRunner } from '../jobs/run-jobs.ts';
import { actionMail } from '../mail/action-mail.ts';
import { mailLocaleOf } from '../mail/mail-texts.ts';
import type { Mailer } from '../mail/mailer.ts';
import { invitationMailJob } from './invite-member.ts';
import { brandOf } from './mail-brand.ts';
import type { Site } from './site.ts';
import { findInvitation } from './store.ts';
import type { TenantDirectory } from './tenant-directory.ts';
import { tenantScope } from './tenant-scope.ts';

type MailDeps = { database: Database; jobs: JobRunner; mailer: Mailer };

/** Sends what inviteMember queued; an invitation canceled meanwhile is not sent. */
export function mailInvitations({ database, jobs, mailer }: MailDeps, site: Site, directory: TenantDirectory): void {
  jobs.handle(invitationMailJob, async ({ tenantId, payload }) => {
    const tenant = tenantId ? await directory.byId(tenantId) : undefined;
    if (!tenant) return;
    const { invitationId } = payload as { invitationId: string };
    const invitation = await findInvitation(database.db, tenantScope(tenant.id), invitationId);
    if (invitation?.status !== 'pending') return;
    const inviter = await personOf(database.db, invitation.inviterId);
    const url = `${site.portalOf(tenant)}/accept-invitation?id=${encodeURIComponent(invitation.id)}`;
    const locale = mailLocaleOf(tenant.locale);
    const from = inviter?.name ?? tenant.brandName;
    await mailer.send(actionMail('invite', brandOf(tenant, site), locale, invitation.email, from, url));
  });
}
