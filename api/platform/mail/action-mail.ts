import { formatColorHex, parseColor } from '@portico/themes/color.ts';
import { neutral } from '@portico/themes/ready/neutral.ts';
import type { TenantTheme } from '@portico/themes/tokens.ts';
import { type MailKind, type MailLocale, type MailText, mailTexts } from './mail-texts.ts';
import type { Mail } from './mailer.ts';

/** In whose name a mail is sent. */
export type MailBrand = { name: string; theme: TenantTheme };

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
};

/** A mail with one thing to do: a sentence, a button, and the same address as text. */
export function composeMail(text: MailText, { brand, locale, to, url, second, words }: Composed): Mail {
  const fill = (sentence: string) =>
    sentence.replace(/\{(\w+)\}/g, (whole, word: string) =>
      word === 'brand' ? brand.name : oneLine(words[word] ?? whole),
    );
  return {
    to,
    fromName: brand.name,
    subject: fill(text.subject),
    text: `${fill(text.lead)}\n\n${text.button}:\n${url}\n\n${second ? `${second.label}:\n${second.url}\n\n` : ''}${fill(text.after)}\n\n${brand.name}\n`,
    html: page(brand, locale, fill(text.lead), text.button, fill(text.after), url, second),
  };
}

function page(
  brand: MailBrand,
  locale: MailLocale,
  lead: string,
  button: string,
  after: string,
  url: string,
  second: Composed['second'],
): string {
  const accent = colorOf(brand, 'accent');
  const contrast = colorOf(brand, 'accentContrast');
  const direction = locale === 'ar' ? 'rtl' : 'ltr';
  const name = escaped(brand.name);
  return `<!doctype html>
<html lang="${locale}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${name}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif;background:#f4f4f5;color:#18181b">
<table role="presentation" cellpadding="0" cellspacing="0" style="max-width:560px;margin:0 auto;background:#ffffff;border-radius:12px;width:100%">
<tr><td style="padding:24px 32px 0;font-size:18px;font-weight:600;color:#18181b">${name}</td></tr>
<tr><td style="padding:16px 32px 24px;color:#18181b">${escaped(lead)}</td></tr>
<tr><td style="padding:0 32px ${second ? 12 : 24}px"><a href="${escaped(url)}" style="display:inline-block;padding:12px 24px;border-radius:8px;background:${accent};color:${contrast};font-weight:600;text-decoration:none">${escaped(button)}</a></td></tr>
${second ? secondButton(second) : ''}<tr><td style="padding:0 32px 24px;font-size:14px;color:#52525b">${escaped(after)}</td></tr>
</table></body></html>
`;
}

function secondButton({ label, url }: { label: string; url: string }): string {
  return `<tr><td style="padding:0 32px 24px"><a href="${escaped(url)}" style="display:inline-block;padding:11px 23px;border:1px solid #71717a;border-radius:8px;color:#18181b;font-weight:600;text-decoration:none">${escaped(label)}</a></td></tr>
`;
}

/** Mail programs know neither oklch nor our tokens. */
function colorOf({ theme }: MailBrand, token: 'accent' | 'accentContrast'): string {
  const color = parseColor(theme.light?.[token]) ?? parseColor(neutral.light[token]);
  return color ? formatColorHex(color) : '#18181b';
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A name that somebody chose goes into a subject line. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 100);
}
