import type { Authority } from '../../platform/auth/authority.ts';
import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { RecordedEvent } from '../../platform/events/events.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { composeMail } from '../../platform/mail/action-mail.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import type { RecordedNotice } from '../../platform/notices/notice.ts';
import { brandOf } from '../../platform/tenants/mail-brand.ts';
import type { Site } from '../../platform/tenants/site.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { isMailed, mailWords, noticeLocaleOf, noticeText } from './notice-text.ts';
import { findNotification, insertNotifications } from './store.ts';
import type { NotificationRow } from './table.ts';

export type TellDeps = {
  database: Database;
  jobs: JobRunner;
  clock: Clock;
  newId: NewId;
  mailer: Pick<Mailer, 'send'>;
  authority: Pick<Authority, 'person'>;
  site: Pick<Site, 'origin' | 'portalOf' | 'name'>;
  directory: Pick<TenantDirectory, 'byId'>;
  /** Where a mail’s second button leads, for what can be answered from it; handed in at assembly. */
  secondPath?: SecondPath;
};

export type SecondPath = (
  told: Pick<NotificationRow, 'kind' | 'subjectId' | 'tenantId' | 'personId'>,
) => Promise<string | undefined>;

const mailJob = 'notifications.mail';

/**
 * Turns what wings record into entries of people's portals, and into mails for what cannot wait.
 * @param onTold called with who has something new, once it can be read
 */
export function tellPeople(deps: TellDeps, onTold: (personIds: readonly string[]) => void): void {
  const { database, jobs } = deps;
  jobs.listen({
    kind: 'notifications.write',
    on: 'personNotified',
    run: async (event) => {
      const told = await database.transaction(async (trx) => {
        const personIds = await insertNotifications(trx, rowsOf(deps, event));
        const mailed = isMailed(event.payload.kind) ? personIds : [];
        for (const personId of mailed) {
          const payload = { eventId: event.id, personId };
          await jobs.enqueue(trx, mailJob, `${event.id} ${personId}`, payload, deps.clock.now(), event.tenantId);
        }
        return personIds;
      });
      if (told.length > 0) onTold(told);
    },
  });
  // A job of its own for each: a mail server that is down delays it and loses nothing.
  jobs.handle(mailJob, async ({ payload }) => {
    const { eventId, personId } = payload as { eventId: string; personId: string };
    const notification = await findNotification(database.db, eventId, personId);
    if (notification?.readAt === null) await mail(deps, notification);
  });
}

function rowsOf(
  { clock, newId }: TellDeps,
  { id: eventId, payload }: RecordedEvent<'personNotified'>,
): NotificationRow[] {
  const { personIds, kind, subject, words, path, tenantId }: RecordedNotice = payload;
  return [...new Set(personIds)].map((personId) => ({
    id: newId('nt'),
    personId,
    tenantId,
    eventId,
    kind,
    subjectKind: subject.kind,
    subjectId: subject.id,
    words: JSON.stringify(words),
    path,
    createdAt: clock.now(),
    readAt: null,
  }));
}

/** Nobody is mailed who was disabled or never confirmed the address; in the brand and at the address of the tenant. */
async function mail(deps: TellDeps, notification: NotificationRow): Promise<void> {
  const { personId, tenantId, kind, words, path } = notification;
  const { authority, directory, site, mailer } = deps;
  const [person, tenant] = await Promise.all([
    authority.person(personId),
    tenantId === null ? undefined : directory.byId(tenantId),
  ]);
  if (!person?.isVerified || person.isDisabled || (tenantId !== null && !tenant)) return;
  const brand = brandOf(tenant, site);
  const locale = noticeLocaleOf(person.locale, tenant?.locale);
  const { title, body, button, second } = noticeText(locale, kind, JSON.parse(words), brand.name, brand.words);
  const { hello, after } = mailWords[locale];
  // The sentence is filled already: what stands in it, be it braces, is somebody's title and stays as it is.
  const text = { subject: literal(title), lead: hello.replace('{lead}', () => literal(body)), button, after };
  const root = tenant ? site.portalOf(tenant) : site.origin;
  const more = second === undefined ? undefined : await deps.secondPath?.(notification);
  await mailer.send(
    composeMail(text, {
      brand,
      locale,
      to: person.email,
      url: `${root}${path}`,
      ...(more !== undefined && { second: { label: second!, url: `${root}${more}` } }),
      words: { name: person.name },
      isRenamed: true,
    }),
  );
}

function literal(text: string): string {
  return text.replace(/[{}]/g, (brace) => (brace === '{' ? '(' : ')'));
}
