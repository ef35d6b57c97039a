import { personOf } from '../../platform/auth/people.ts';
import type { Database } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { composeMail } from '../../platform/mail/action-mail.ts';
import { type MailLocale, type MailText, mailLocaleOf } from '../../platform/mail/mail-texts.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { brandOf } from '../../platform/tenants/mail-brand.ts';
import type { Site } from '../../platform/tenants/site.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { isoDate } from './dates.ts';
import { invitationMailJob } from './deliver-offer.ts';
import { findOffer } from './store.ts';

type MailDeps = {
  database: Database;
  jobs: JobRunner;
  mailer: Mailer;
  site: Pick<Site, 'origin' | 'portalOf' | 'name'>;
  directory: Pick<TenantDirectory, 'byId'>;
};

/** To somebody who has no profile here yet. One that was answered, replaced or taken meanwhile is not sent. */
export function mailOfferInvitations({ database, jobs, mailer, site, directory }: MailDeps): void {
  jobs.handle(invitationMailJob, async ({ tenantId, payload }) => {
    const tenant = tenantId ? await directory.byId(tenantId) : undefined;
    if (!tenant) return;
    const { id, version, isReminder } = payload as { id: string; version: number; isReminder?: boolean };
    const offer = await findOffer(database.db, tenantScope(tenant.id), id);
    if (offer?.state !== 'sent' || offer.version !== version || offer.freelancerId || !offer.invitedEmail) return;
    const sender = offer.sentBy ? await personOf(database.db, offer.sentBy) : undefined;
    const locale = mailLocaleOf(tenant.locale);
    await mailer.send(
      composeMail(texts[locale][isReminder ? 'reminder' : 'invitation'], {
        brand: brandOf(tenant, site),
        locale,
        to: offer.invitedEmail,
        url: site.portalOf(tenant) + portalPaths.offerInvitation(id),
        words: {
          sender: sender?.name ?? tenant.brandName,
          name: offer.invitedName ?? '',
          title: offer.title,
          date: isoDate(offer.expiresAt!),
        },
      }),
    );
  });
}

const texts: Record<MailLocale, Record<'invitation' | 'reminder', MailText>> = {
  en: {
    invitation: {
      subject: '{brand} offers you work: {title}',
      lead: 'Hello {name}, {sender} of {brand} sends you an offer: {title}. Read the terms, sign, or propose others.',
      button: 'See the offer',
      after: 'It waits for this e-mail address until {date}. Sign up with this address and nobody else can take it.',
    },
    reminder: {
      subject: 'Until {date}: the offer of {brand}',
      lead: 'Hello {name}, the offer “{title}” of {sender} still waits for you. After {date} it ends.',
      button: 'See the offer',
      after: 'Sign up with this e-mail address; nobody else can take the offer. If you do not want it, do nothing.',
    },
  },
  de: {
    invitation: {
      subject: '{brand} bietet Ihnen einen Auftrag an: {title}',
      lead: 'Guten Tag {name}, {sender} von {brand} schickt Ihnen ein Angebot: {title}. Lesen Sie die Bedingungen, unterschreiben Sie oder schlagen Sie andere vor.',
      button: 'Angebot ansehen',
      after:
        'Es wartet bis {date} auf diese E-Mail-Adresse. Registrieren Sie sich mit ihr; niemand sonst kann es annehmen.',
    },
    reminder: {
      subject: 'Bis {date}: das Angebot von {brand}',
      lead: 'Guten Tag {name}, das Angebot „{title}“ von {sender} wartet noch auf Sie. Nach dem {date} endet es.',
      button: 'Angebot ansehen',
      after:
        'Registrieren Sie sich mit dieser E-Mail-Adresse; niemand sonst kann das Angebot annehmen. Wenn Sie es nicht möchten, tun Sie nichts.',
    },
  },
  ar: {
    invitation: {
      subject: 'يعرض عليك {brand} عملًا: {title}',
      lead: 'مرحبًا {name}، أرسل إليك {sender} من {brand} عرضًا: {title}. اقرأ الشروط ثم وقّع أو اقترح غيرها.',
      button: 'عرض التفاصيل',
      after: 'ينتظر العرض عنوان البريد هذا حتى {date}. سجّل بهذا العنوان ولن يستطيع غيرك قبوله.',
    },
    reminder: {
      subject: 'حتى {date}: عرض {brand}',
      lead: 'مرحبًا {name}، ما زال عرض «{title}» من {sender} في انتظارك، وينتهي بعد {date}.',
      button: 'عرض التفاصيل',
      after: 'سجّل بعنوان البريد هذا ولن يستطيع غيرك قبول العرض. وإن لم ترغب فيه فلا حاجة إلى فعل شيء.',
    },
  },
};
