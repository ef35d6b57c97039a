import type { Authority } from '../../platform/auth/authority.ts';
import type { Database } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { composeMail } from '../../platform/mail/action-mail.ts';
import { type MailLocale, type MailText, mailLocaleOf } from '../../platform/mail/mail-texts.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { brandOf } from '../../platform/tenants/mail-brand.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readPool } from '../talent-pools/read-membership.ts';
import { listInterviewsOf } from './interview-store.ts';
import { type InterviewMail, interviewMailJob } from './mail-interview.ts';
import { type CalendarDeps, presentCalendar } from './present-calendar.ts';
import { findApplication } from './store.ts';
import type { VettingInterviewRow } from './table.ts';

type MailDeps = CalendarDeps & {
  database: Database;
  jobs: JobRunner;
  mailer: Mailer;
  authority: Pick<Authority, 'person'>;
};

/** As it stands when the mail goes out: of two changes shortly after each other both mails say the last. */
export function sendInterviewMails(deps: MailDeps): void {
  const { database, jobs, mailer, site, directory, authority } = deps;
  const { db } = database;
  jobs.handle(interviewMailJob, async ({ tenantId, payload }) => {
    const { applicationId, interviewId, personId, side } = payload as InterviewMail;
    const scope = tenantScope(tenantId ?? '');
    const application = await findApplication(db, scope, applicationId);
    const interview = (await listInterviewsOf(db, scope, [applicationId])).find(({ id }) => id === interviewId);
    const person = await authority.person(personId);
    if (!application || !interview || !person?.isVerified || person.isDisabled) return;
    const tenant = tenantId ? await directory.byId(tenantId) : undefined;
    const locale = mailLocaleOf(person.locale ?? tenant?.locale);
    const path = side === 'applicant' ? portalPaths.ownVetting(applicationId) : deskPath(tenantId, applicationId);
    const mail = composeMail(texts[locale][interview.state === 'calledOff' ? 'calledOff' : 'booked'], {
      brand: brandOf(tenant, site),
      locale,
      to: person.email,
      url: (tenant ? site.portalOf(tenant) : site.origin) + path,
      words: {
        name: person.name,
        pool: (await readPool(db, application.poolId))?.name ?? '',
        time: timeText(interview, locale),
        place: interview.place,
      },
    });
    const content = await presentCalendar(db, deps, application, interview, side);
    await mailer.send({
      ...mail,
      attachments: [{ name: 'interview.ics', type: 'text/calendar; charset=utf-8', content }],
    });
  });
}

function deskPath(tenantId: string | null, id: string): string {
  return tenantId ? portalPaths.vettingCase(id) : portalPaths.operatorVettingCase(id);
}

/** In the time zone in which it was offered, which is named. */
function timeText({ startsAt, timeZone }: VettingInterviewRow, locale: MailLocale): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'full',
    timeStyle: 'long',
    timeZone,
  }).format(startsAt);
}

const texts: Record<MailLocale, Record<'booked' | 'calledOff', MailText>> = {
  en: {
    booked: {
      subject: 'Interview for {pool}: {time}',
      lead: 'Hello {name}, the interview for “{pool}” is on {time}. Place: {place}',
      button: 'See the interview',
      after: 'The attached file puts it into your calendar, in your own time zone.',
    },
    calledOff: {
      subject: 'Called off: interview for {pool}',
      lead: 'Hello {name}, the interview for “{pool}” on {time} does not take place.',
      button: 'See what is next',
      after: 'The attached file takes it out of your calendar.',
    },
  },
  de: {
    booked: {
      subject: 'Gespräch für {pool}: {time}',
      lead: 'Guten Tag {name}, das Gespräch für „{pool}“ ist am {time}. Ort: {place}',
      button: 'Gespräch ansehen',
      after: 'Die angehängte Datei trägt es in Ihren Kalender ein, in Ihrer eigenen Zeitzone.',
    },
    calledOff: {
      subject: 'Abgesagt: Gespräch für {pool}',
      lead: 'Guten Tag {name}, das Gespräch für „{pool}“ am {time} findet nicht statt.',
      button: 'Sehen, wie es weitergeht',
      after: 'Die angehängte Datei nimmt es aus Ihrem Kalender.',
    },
  },
  ar: {
    booked: {
      subject: 'مقابلة {pool}: {time}',
      lead: 'مرحبًا {name}، مقابلة «{pool}» في {time}. المكان: {place}',
      button: 'عرض المقابلة',
      after: 'الملف المرفق يضيفها إلى تقويمك بتوقيتك المحلي.',
    },
    calledOff: {
      subject: 'أُلغيت مقابلة {pool}',
      lead: 'مرحبًا {name}، لن تُعقد مقابلة «{pool}» في {time}.',
      button: 'عرض الخطوة التالية',
      after: 'الملف المرفق يزيلها من تقويمك.',
    },
  },
};
