import { type MailLocale, mailLocaleOf } from '../../platform/mail/mail-texts.ts';
import type { Mail } from '../../platform/mail/mailer.ts';

export type AlertMail = {
  to: string;
  locale: string | null | undefined;
  brandName: string;
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
  brandName,
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
  const lead = text.lead(count, searchName);
  return {
    to,
    fromName: brandName,
    subject: text.subject(count, oneLine(searchName)),
    text: `${lead}\n\n${lines.map((line) => `- ${oneLine(line)}`).join('\n')}\n\n${text.button}:\n${searchUrl}\n\n${text.stop}:\n${unsubscribeUrl}\n\n${brandName}\n`,
    html: `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(brandName)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif;background:#f4f4f5;color:#18181b">
<table role="presentation" cellpadding="0" cellspacing="0" style="max-width:560px;margin:0 auto;background:#ffffff;border-radius:12px;width:100%">
<tr><td style="padding:24px 32px 0;font-size:18px;font-weight:600">${escaped(brandName)}</td></tr>
<tr><td style="padding:16px 32px 8px">${escaped(lead)}</td></tr>
<tr><td style="padding:0 32px 16px"><ul style="margin:0;padding-inline-start:20px">${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul></td></tr>
<tr><td style="padding:0 32px 24px"><a href="${escaped(searchUrl)}" style="display:inline-block;padding:12px 24px;border-radius:8px;background:#18181b;color:#ffffff;font-weight:600;text-decoration:none">${escaped(text.button)}</a></td></tr>
<tr><td style="padding:0 32px 24px;font-size:14px"><a href="${escaped(unsubscribeUrl)}" style="color:#52525b">${escaped(text.stop)}</a></td></tr>
</table></body></html>
`,
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** What somebody typed goes into a subject or a list line. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
}
