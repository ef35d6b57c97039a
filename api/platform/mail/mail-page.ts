import { type MailColors, mailColors } from './mail-colors.ts';
import type { MailBrand } from './mail-look.ts';
import type { MailLocale } from './mail-texts.ts';

export type MailPage = {
  brand: MailBrand;
  locale: MailLocale;
  subject: string;
  /** Sentences; each stands in its own paragraph. */
  lead: string;
  list?: readonly string[];
  button: { label: string; url: string };
  /** Another thing to do, by a quieter button. */
  second?: { label: string; url: string };
  after?: string;
  /** Ends such mails. */
  stop?: { label: string; url: string };
};

/**
 * A column without tables for mail programs that render as browsers do, with the tables that Outlook for Windows needs
 * (it draws with Word) in comments which only it reads. Colours stand in each element, for programs that drop styles, and
 * once more for dark grounds.
 */
export function mailPage(page: MailPage): string {
  const { brand, locale, subject, lead, list = [], button, second, after, stop } = page;
  const colors = mailColors(brand.theme);
  const { light } = colors;
  const direction = locale === 'ar' ? 'rtl' : 'ltr';
  const pad = 'padding:0 32px 20px';
  return `<!doctype html>
<html lang="${locale}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escaped(subject)}</title>
<style>${styles(colors)}</style>
<!--[if mso]><style>body,td,p,a,li{font-family:Arial,sans-serif !important}</style><![endif]-->
</head>
<body class="ground" style="margin:0;padding:24px 12px;background-color:${light.surfaceSunken};color:${light.text};font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escaped(lead)}</div>
<!--[if mso]><table role="presentation" align="center" width="560" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="${light.surfaceRaised}"><![endif]-->
<div class="card" role="article" aria-label="${escaped(subject)}" style="max-width:560px;margin:0 auto;background-color:${light.surfaceRaised};border:1px solid ${light.border};border-radius:${colors.radiusSurface}px;overflow:hidden">
${head(brand, colors)}
<p class="text" style="margin:0;${pad};color:${light.text};overflow-wrap:anywhere">${escaped(lead)}</p>
${list.length > 0 ? `<ul class="text" style="margin:0;padding:0 32px 20px;padding-inline-start:52px;color:${light.text};overflow-wrap:anywhere">${list.map((line) => `<li style="margin:0 0 6px">${escaped(line)}</li>`).join('')}</ul>\n` : ''}<div style="${pad}">
${mainButton(button, colors)}
${second ? quietButton(second, colors) : ''}</div>
${after ? `<p class="quiet" style="margin:0;${pad};font-size:14px;color:${light.textMuted};overflow-wrap:anywhere">${escaped(after)}</p>\n` : ''}</div>
<!--[if mso]></td></tr></table><![endif]-->
${foot(page, colors, stop)}
</body>
</html>
`;
}

function head(brand: MailBrand, colors: MailColors): string {
  const { header, name } = brand;
  const { light } = colors;
  const isAccent = header === 'accent';
  const ground = isAccent
    ? `background-color:${light.accent};padding:20px 32px;margin:0 0 24px`
    : 'padding:28px 32px 20px';
  const ink = isAccent ? light.accentContrast : light.text;
  return `<div class="${isAccent ? 'strip' : 'head'}" style="${ground};color:${ink};font-size:18px;font-weight:600;line-height:32px">${logoOrName(brand, colors, name)}</div>`;
}

/** On the accent, which is the same in both schemes, the logo that stands out there; on the mail's own ground one for each scheme. */
function logoOrName({ header, logoUrl, darkLogoUrl }: MailBrand, { isAccentDark }: MailColors, name: string): string {
  const image = (url: string, kind: string, style = '') =>
    `<img class="${kind}" src="${escaped(url)}" alt="${escaped(name)}" height="32" style="height:32px;width:auto;max-width:100%;border:0;${style}">`;
  if (header === 'accent') {
    const fitting = isAccentDark ? darkLogoUrl : logoUrl;
    return fitting ? image(fitting, 'logo') : escaped(name);
  }
  if (!logoUrl) return escaped(name);
  if (!darkLogoUrl) return image(logoUrl, 'logo');
  const dark = image(darkLogoUrl, 'dark-logo', 'display:none;mso-hide:all').replace(/alt="[^"]*"/, 'alt=""');
  return `${image(logoUrl, 'light-logo')}<!--[if !mso]><!-->${dark}<!--<![endif]-->`;
}

function mainButton({ label, url }: MailPage['button'], { light, radiusControl }: MailColors): string {
  return `<!--[if mso]><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="${light.accent}" style="padding:12px 24px"><![endif]-->
<a class="button" href="${escaped(url)}" style="display:inline-block;padding:12px 24px;border-radius:${radiusControl}px;background-color:${light.accent};color:${light.accentContrast};font-weight:600;text-decoration:none">${escaped(label)}</a>
<!--[if mso]></td></tr></table><![endif]-->`;
}

function quietButton({ label, url }: MailPage['button'], { light, radiusControl }: MailColors): string {
  return `<a class="quiet-button" href="${escaped(url)}" style="display:inline-block;margin-top:12px;padding:11px 23px;border:1px solid ${light.borderStrong};border-radius:${radiusControl}px;color:${light.text};font-weight:600;text-decoration:none">${escaped(label)}</a>
`;
}

function foot({ brand, locale }: MailPage, { light }: MailColors, stop: MailPage['stop']): string {
  const { footer, support, legal, name } = brand;
  const { questions, titles } = footWords[locale];
  const link = (label: string, url: string) =>
    `<a class="quiet" href="${escaped(url)}" style="color:${light.textMuted}">${escaped(label)}</a>`;
  const help = support.email
    ? link(support.email, `mailto:${support.email}`)
    : support.url
      ? link(new URL(support.url).host, support.url)
      : '';
  const lines = [
    footer ? escaped(footer).replaceAll('\n', '<br>') : escaped(name),
    help && `${questions} ${help}`,
    legal.map(({ kind, title, url }) => link(title ?? titles[kind], url)).join(' &nbsp;·&nbsp; '),
    stop ? link(stop.label, stop.url) : '',
  ].filter(Boolean);
  return `<div class="foot" style="max-width:560px;box-sizing:border-box;margin:0 auto;padding:20px 32px;font-size:13px;line-height:1.6;color:${light.textMuted};overflow-wrap:anywhere">${lines.map((line) => `<p class="quiet" style="margin:0 0 6px;color:${light.textMuted}">${line}</p>`).join('')}</div>`;
}

export const footWords = {
  en: { questions: 'Questions?', titles: { terms: 'Terms', privacy: 'Privacy', imprint: 'Imprint' } },
  de: { questions: 'Fragen?', titles: { terms: 'Nutzungsbedingungen', privacy: 'Datenschutz', imprint: 'Impressum' } },
  ar: { questions: 'هل لديك سؤال؟', titles: { terms: 'الشروط', privacy: 'الخصوصية', imprint: 'بيانات الناشر' } },
} as const satisfies Record<MailLocale, unknown>;

/** Twice: Outlook's own apps say dark by an attribute. */
function styles({ dark }: MailColors): string {
  const rules: readonly [selector: string, declarations: string][] = [
    ['.ground', `background-color:${dark.surfaceSunken} !important`],
    ['.card', `background-color:${dark.surfaceRaised} !important;border-color:${dark.border} !important`],
    ['.text,.head,.quiet-button', `color:${dark.text} !important`],
    ['.quiet,.foot', `color:${dark.textMuted} !important`],
    ['.button', `background-color:${dark.accent} !important;color:${dark.accentContrast} !important`],
    ['.quiet-button', `border-color:${dark.borderStrong} !important`],
    ['.light-logo', 'display:none !important'],
    ['.dark-logo', 'display:inline !important'],
  ];
  const inDark = rules.map(([selector, declarations]) => `${selector}{${declarations}}`).join('');
  const inOutlook = rules
    .map(([selector, declarations]) => `${selector.replace(/\.[\w-]+/g, '[data-ogsc] $&')}{${declarations}}`)
    .join('');
  return `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${inDark}}${inOutlook}`;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
