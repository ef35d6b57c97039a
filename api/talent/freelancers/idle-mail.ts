import { composeMail } from '../../platform/mail/action-mail.ts';
import type { MailBrand } from '../../platform/mail/mail-look.ts';
import { type MailLocale, type MailText, mailLocaleOf } from '../../platform/mail/mail-texts.ts';
import type { Mail } from '../../platform/mail/mailer.ts';

const texts: Record<MailLocale, MailText> = {
  en: {
    subject: 'Your profile at {brand} becomes private on {date}',
    lead: 'Hello {name}, you have not been here for a while. Clients will no longer find your profile from {date} on.',
    button: 'Keep it visible',
    after:
      'Signing in and opening your profile is all it takes. If you do nothing, you can make it public again later.',
  },
  de: {
    subject: 'Ihr Profil bei {brand} wird am {date} privat',
    lead: 'Guten Tag {name}, Sie waren länger nicht hier. Ab dem {date} finden Auftraggeber Ihr Profil nicht mehr.',
    button: 'Sichtbar lassen',
    after:
      'Es genügt, sich anzumelden und das Profil zu öffnen. Wenn Sie nichts tun, können Sie es später wieder öffentlich machen.',
  },
  ar: {
    subject: 'سيصبح ملفك الشخصي لدى {brand} خاصًا في {date}',
    lead: 'مرحبًا {name}، لم تزر حسابك منذ مدة. ابتداءً من {date} لن يجد العملاء ملفك الشخصي.',
    button: 'إبقاء الملف ظاهرًا',
    after: 'يكفي أن تسجّل الدخول وتفتح ملفك الشخصي. وإن لم تفعل شيئًا فيمكنك جعله عامًا من جديد لاحقًا.',
  },
};

export type IdleMail = {
  to: string;
  name: string;
  locale: string | null;
  privateAtMs: number;
  brand: MailBrand;
  profileUrl: string;
};

export function idleMail({ to, name, locale, privateAtMs, brand, profileUrl }: IdleMail): Mail {
  const language = mailLocaleOf(locale);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(privateAtMs);
  return composeMail(texts[language], { brand, locale: language, to, url: profileUrl, words: { name, date } });
}
