import type { MailLocale } from './mail-texts.ts';
import type { Mail } from './mailer.ts';

export type ListMail = {
  to: string;
  locale: MailLocale;
  brandName: string;
  subject: string;
  lead: string;
  /** What somebody typed may be in them: each becomes one line. */
  lines: readonly string[];
  button: { text: string; url: string };
  /** Ends these mails. */
  stop: { text: string; url: string };
};

/** A mail that tells of several things: a sentence, a list, a button, and the link that ends such mails. */
export function listMail({ to, locale, brandName, subject, lead, lines: given, button, stop }: ListMail): Mail {
  const lines = given.map(oneLine);
  const items = lines.map((line) => `<li>${escaped(line)}</li>`).join('');
  return {
    to,
    fromName: brandName,
    subject: oneLine(subject),
    text: `${lead}\n\n${lines.map((line) => `- ${line}`).join('\n')}\n\n${button.text}:\n${button.url}\n\n${stop.text}:\n${stop.url}\n\n${brandName}\n`,
    html: `<!doctype html>
<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(brandName)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif;background:#f4f4f5;color:#18181b">
<table role="presentation" cellpadding="0" cellspacing="0" style="max-width:560px;margin:0 auto;background:#ffffff;border-radius:12px;width:100%">
<tr><td style="padding:24px 32px 0;font-size:18px;font-weight:600">${escaped(brandName)}</td></tr>
<tr><td style="padding:16px 32px 8px">${escaped(lead)}</td></tr>
<tr><td style="padding:0 32px 16px"><ul style="margin:0;padding-inline-start:20px">${items}</ul></td></tr>
<tr><td style="padding:0 32px 24px"><a href="${escaped(button.url)}" style="display:inline-block;padding:12px 24px;border-radius:8px;background:#18181b;color:#ffffff;font-weight:600;text-decoration:none">${escaped(button.text)}</a></td></tr>
<tr><td style="padding:0 32px 24px;font-size:14px"><a href="${escaped(stop.url)}" style="color:#52525b">${escaped(stop.text)}</a></td></tr>
</table></body></html>
`,
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
}
