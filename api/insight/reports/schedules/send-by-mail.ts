import { buffer } from 'node:stream/consumers';
import { isoInstant } from '../../../platform/clock/clock.ts';
import { composeMail } from '../../../platform/mail/action-mail.ts';
import type { MailLocale } from '../../../platform/mail/mail-texts.ts';
import { readPolicy } from '../../../platform/policies/read-policy.ts';
import { brandOf } from '../../../platform/tenants/mail-brand.ts';
import { tenantScope } from '../../../platform/tenants/tenant-scope.ts';
import { fileName } from '../exports/present-export.ts';
import type { ReportExportRow } from '../exports/table.ts';
import { reportTitle } from '../files/labels.ts';
import { contentTypes } from '../files/write-file.ts';
import { reportsPolicy } from '../policy.ts';
import { coversReach, reachOfPerson } from '../reach-of-person.ts';
import { linkOf } from '../resolve-filters.ts';
import { tenantDefinition } from '../tenant-definition.ts';
import type { ScheduleDeps } from './deps.ts';
import { NotDelivered } from './not-delivered.ts';
import type { Delivery } from './schema.ts';
import type { ReportDeliveryRow, ReportScheduleRow } from './table.ts';

const mebibyte = 1024 * 1024;

/** To each member who may see all of it; the file attached where it is small, and always a link to the report as it is. */
export async function sendByMail(
  deps: ScheduleDeps,
  schedule: ReportScheduleRow,
  { personIds }: Extract<Delivery, { kind: 'mail' }>,
  { isTest }: ReportDeliveryRow,
  made: ReportExportRow,
): Promise<string> {
  const { database, authority, directory, site, mailer } = deps;
  const scope = tenantScope(schedule.tenantId);
  const tenant = await directory.byId(schedule.tenantId);
  const definition = tenantDefinition(schedule.report);
  const needed = await reachOfPerson(database.db, deps, scope, schedule.personId, definition);
  if (!tenant || !needed) throw new NotDelivered('Whoever made this schedule may no longer open the report.');
  const { attachmentMaxMebibytes } = await readPolicy(database.db, scope, reportsPolicy);
  const attachments = made.fileBytes! <= attachmentMaxMebibytes * mebibyte ? [await attachmentOf(deps, made)] : [];
  const sentTo: string[] = [];
  for (const personId of personIds) {
    const reach = await reachOfPerson(database.db, deps, scope, personId, definition);
    const person = await authority.person(personId);
    if (!person || !coversReach(reach, needed)) continue;
    const locale: MailLocale = (person.locale ?? tenant.locale).startsWith('de') ? 'de' : 'en';
    const text = texts[locale === 'de' ? 'de' : 'en'];
    const mail = composeMail(
      { ...text, subject: isTest ? `${text.test}: ${text.subject}` : text.subject },
      {
        brand: brandOf(tenant, site),
        locale,
        to: person.email,
        url: `${site.portalOf(tenant)}${linkOf(schedule.report, JSON.parse(made.filters), made.asOf)}`,
        words: {
          name: schedule.name,
          report: reportTitle(schedule.report, locale),
          at: `${isoInstant(made.asOf).slice(0, 16).replace('T', ' ')} UTC`,
          rows: String(made.rowsDone),
        },
      },
    );
    await mailer.send({ ...mail, attachments });
    sentTo.push(person.email);
  }
  if (sentTo.length === 0) throw new NotDelivered('None of its recipients may open all of this report.');
  return sentTo.join(', ');
}

const texts = {
  en: {
    test: 'Test',
    subject: '{name}: {report}',
    lead: '“{name}” is here: {report} as of {at}, {rows} rows. A small file is attached.',
    button: 'Open the report',
    after: 'You get this because a schedule at {brand} names you.',
  },
  de: {
    test: 'Test',
    subject: '{name}: {report}',
    lead: '„{name}“ ist da: {report}, Stand {at}, {rows} Zeilen. Eine kleine Datei ist angehängt.',
    button: 'Bericht öffnen',
    after: 'Sie bekommen dies, weil ein Plan bei {brand} Sie nennt.',
  },
};

async function attachmentOf({ files }: ScheduleDeps, made: ReportExportRow) {
  const bytes = await files.getStream(made.fileKey!);
  if (!bytes) throw new NotDelivered('There is no file of it any more.');
  return { name: fileName(made), type: contentTypes[made.format], content: await buffer(bytes) };
}
