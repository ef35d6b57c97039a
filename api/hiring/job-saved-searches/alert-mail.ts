import { listMail } from '../../platform/mail/list-mail.ts';
import type { MailBrand } from '../../platform/mail/mail-look.ts';
import { type MailLocale, mailLocaleOf } from '../../platform/mail/mail-texts.ts';
import type { Mail } from '../../platform/mail/mailer.ts';

export type JobAlertMail = {
  to: string;
  locale: string | null | undefined;
  brand: MailBrand;
  searchName: string;
  count: number;
  /** The first of the posts found. */
  posts: readonly { title: string; clientName: string }[];
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
      count === 1 ? `One new job matches “${search}”.` : `${count} new jobs match “${search}”.`,
    more: (count) => `… and ${count} more`,
    button: 'See them',
    stop: 'No more mails for this search',
  },
  de: {
    subject: (count, search) => `${count} neu für „${search}“`,
    lead: (count, search) =>
      count === 1 ? `Ein neuer Auftrag passt zu „${search}“.` : `${count} neue Aufträge passen zu „${search}“.`,
    more: (count) => `… und ${count} weitere`,
    button: 'Ansehen',
    stop: 'Keine Mails mehr zu dieser Suche',
  },
  ar: {
    subject: (count, search) => `${count} وظائف جديدة لـ «${search}»`,
    lead: (count, search) => `عدد الوظائف الجديدة المطابقة لـ «${search}»: ${count}.`,
    more: (count) => `… و${count} أخرى`,
    button: 'عرضها',
    stop: 'إيقاف رسائل هذا البحث',
  },
};

export function jobAlertMail(mail: JobAlertMail): Mail {
  const { to, brand, searchName, count, posts, searchUrl, unsubscribeUrl } = mail;
  const locale = mailLocaleOf(mail.locale);
  const text = words[locale];
  const lines = posts.map(({ title, clientName }) => `${title} – ${clientName}`);
  if (count > posts.length) lines.push(text.more(count - posts.length));
  return listMail({
    to,
    locale,
    brand,
    subject: text.subject(count, searchName),
    lead: text.lead(count, searchName),
    lines,
    button: { text: text.button, url: searchUrl },
    stop: { text: text.stop, url: unsubscribeUrl },
  });
}
