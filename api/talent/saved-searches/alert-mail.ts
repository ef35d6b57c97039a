import { listMail } from '../../platform/mail/list-mail.ts';
import type { MailBrand } from '../../platform/mail/mail-look.ts';
import { type MailLocale, mailLocaleOf } from '../../platform/mail/mail-texts.ts';
import type { Mail } from '../../platform/mail/mailer.ts';

export type AlertMail = {
  to: string;
  locale: string | null | undefined;
  brand: MailBrand;
  searchName: string;
  count: number;
  /** The first of the people found. */
  people: readonly { name: string; headline: string }[];
  searchUrl: string;
  unsubscribeUrl: string;
};

type Words = {
  subject: (count: number, search: string) => string;
  lead: (count: number, search: string) => string;
  more: (count: number) => string;
  button: string;
  stop: string;
};

const words: Record<MailLocale, Words> = {
  en: {
    subject: (count, search) => `${count} new for “${search}”`,
    lead: (count, search) =>
      count === 1 ? `One more person matches “${search}”.` : `${count} more people match “${search}”.`,
    more: (count) => `… and ${count} more`,
    button: 'See them',
    stop: 'No more mails for this search',
  },
  de: {
    subject: (count, search) => `${count} neu für „${search}“`,
    lead: (count, search) =>
      count === 1 ? `Eine weitere Person passt zu „${search}“.` : `${count} weitere Personen passen zu „${search}“.`,
    more: (count) => `… und ${count} weitere`,
    button: 'Ansehen',
    stop: 'Keine Mails mehr zu dieser Suche',
  },
  ar: {
    subject: (count, search) => `${count} نتائج جديدة لـ «${search}»`,
    lead: (count, search) => `عدد الأشخاص الجدد المطابقين لـ «${search}»: ${count}.`,
    more: (count) => `… و${count} آخرون`,
    button: 'عرضهم',
    stop: 'إيقاف رسائل هذا البحث',
  },
};

export function alertMail({
  to,
  locale,
  brand,
  searchName,
  count,
  people,
  searchUrl,
  unsubscribeUrl,
}: AlertMail): Mail {
  const language = mailLocaleOf(locale);
  const text = words[language];
  const lines = people.map(({ name, headline }) => (headline ? `${name} – ${headline}` : name));
  if (count > people.length) lines.push(text.more(count - people.length));
  return listMail({
    to,
    locale: language,
    brand,
    subject: text.subject(count, searchName),
    lead: text.lead(count, searchName),
    lines,
    button: { text: text.button, url: searchUrl },
    stop: { text: text.stop, url: unsubscribeUrl },
  });
}
