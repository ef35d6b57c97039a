import { footText, senderOf } from './action-mail.ts';
import type { MailBrand } from './mail-look.ts';
import { mailPage } from './mail-page.ts';
import type { MailLocale } from './mail-texts.ts';
import type { Mail } from './mailer.ts';

export type ListMail = {
  to: string;
  locale: MailLocale;
  brand: MailBrand;
  subject: string;
  lead: string;
  /** What somebody typed may be in them: each becomes one line. */
  lines: readonly string[];
  button: { text: string; url: string };
  /** Ends these mails. */
  stop: { text: string; url: string };
};

/** A mail that tells of several things: a sentence, a list, a button, and the link that ends such mails. */
export function listMail({ to, locale, brand, subject: given, lead, lines: typed, button, stop }: ListMail): Mail {
  const lines = typed.map(oneLine);
  const subject = oneLine(given);
  const list = lines.map((line) => `- ${line}`).join('\n');
  return {
    ...senderOf(brand),
    to,
    subject,
    text: `${lead}\n\n${list}\n\n${button.text}:\n${button.url}\n\n${stop.text}:\n${stop.url}\n\n${footText(brand, locale)}`,
    html: mailPage({
      ...{ brand, locale, subject, lead, list: lines },
      button: { label: button.text, url: button.url },
      stop: { label: stop.text, url: stop.url },
    }),
  };
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
}
