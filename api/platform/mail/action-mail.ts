import { type Rename, renamer } from '../tenants/rename-things.ts';
import type { MailBrand } from './mail-look.ts';
import { footWords, mailPage } from './mail-page.ts';
import { type MailKind, type MailLocale, type MailText, mailTexts } from './mail-texts.ts';
import type { Mail } from './mailer.ts';

/** An identity mail. */
export function actionMail(
  kind: MailKind,
  brand: MailBrand,
  locale: MailLocale,
  to: string,
  personName: string,
  url: string,
): Mail {
  return composeMail(mailTexts[locale][kind], { brand, locale, to, url, words: { name: personName } });
}

export type Composed = {
  brand: MailBrand;
  locale: MailLocale;
  to: string;
  url: string;
  /** Another thing to do, by a quieter button. */
  second?: { label: string; url: string };
  /** What stands for `{name}` and the like; `{brand}` is known. */
  words: Record<string, string>;
  /** The text holds what somebody typed, so things in it are called by the tenant's words already. */
  isRenamed?: boolean;
};

/** A mail with one thing to do: a sentence, a button, and the same address as text. */
export function composeMail(text: MailText, composed: Composed): Mail {
  const { brand, locale, to, url, second, words, isRenamed = false } = composed;
  const rename: Rename = isRenamed ? (sentence) => sentence : renameIn(brand, locale);
  const fill = (sentence: string) =>
    rename(sentence).replace(/\{(\w+)\}/g, (whole, word: string) =>
      word === 'brand' ? brand.name : oneLine(words[word] ?? whole),
    );
  const [subject, lead, after, label] = [fill(text.subject), fill(text.lead), fill(text.after), rename(text.button)];
  const more = second ? `${second.label}:\n${second.url}\n\n` : '';
  return {
    ...senderOf(brand),
    to,
    subject,
    text: `${lead}\n\n${label}:\n${url}\n\n${more}${after}\n\n${footText(brand, locale)}`,
    html: mailPage({ brand, locale, subject, lead, button: { label, url }, second, after }),
  };
}

/** There are no words of a tenant for Arabic. */
export function renameIn({ words }: MailBrand, locale: MailLocale): Rename {
  return locale === 'ar' ? (sentence) => sentence : renamer(words, locale);
}

export function senderOf({ name, senderName, replyTo }: MailBrand): Pick<Mail, 'fromName' | 'replyTo'> {
  return { fromName: senderName ?? name, ...(replyTo !== null && { replyTo }) };
}

/** The foot of the text: the same as of the page. */
export function footText({ name, footer, support, legal }: MailBrand, locale: MailLocale): string {
  const { questions, titles } = footWords[locale];
  const help = support.email ?? support.url;
  const lines = [
    footer ?? name,
    ...(help ? [`${questions} ${help}`] : []),
    ...legal.map(({ kind, title, url }) => `${title ?? titles[kind]}: ${url}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** A name that somebody chose goes into a subject line. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 100);
}
