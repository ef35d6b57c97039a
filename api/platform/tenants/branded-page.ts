import type { MailColors } from '../mail/mail-colors.ts';

/** What of a brand stands in the page itself. */
export type Front = {
  name: string;
  locale: string;
  /** `/t/acme`, or nothing at a tenant's own host. */
  prefix: string;
  support: string | null;
  css: string;
  /** Changes with whatever of it is cached. */
  version: string;
  colors: MailColors;
  icons: readonly { src: string; sizes: string; type: string }[];
  smallIcon: { href: string; type: string };
};

/** A visitor who sent no sign-in need not be asked for one: `no`. */
export type MayBeSignedIn = 'maybe' | 'no';

/** What this browser was last shown in, so that nothing is painted in another scheme or density first. */
export type Look = { scheme: 'light' | 'dark' | undefined; density: 'comfortable' | 'compact' | undefined };

export function lookOf(cookie: string | undefined): Look {
  const [, scheme, density] =
    /(?:^|; )look=(system|light|dark)\.(comfortable|compact|)(?:;|$)/.exec(cookie ?? '') ?? [];
  return {
    scheme: scheme === 'light' || scheme === 'dark' ? scheme : undefined,
    density: density === 'comfortable' || density === 'compact' ? density : undefined,
  };
}

/**
 * The built page with a tenant's title, icons and colours. The sheet is linked rather than written into the page, which
 * the content security policy refuses; it holds up the first paint, so nothing is ever shown in other colours.
 */
export function brandedPage(template: string, front: Front, signedIn: MayBeSignedIn, look: Look): string {
  const { name, locale, prefix, support, version, colors, icons, smallIcon } = front;
  const title = escaped(name);
  const head = [
    `<title>${title}</title>`,
    `<meta name="application-name" content="${title}" />`,
    `<meta name="signed-in" content="${signedIn}" />`,
    `<meta name="apple-mobile-web-app-title" content="${title}" />`,
    `<meta name="theme-color" media="(prefers-color-scheme: light)" content="${colors.light.surfaceRaised}" />`,
    `<meta name="theme-color" media="(prefers-color-scheme: dark)" content="${colors.dark.surfaceRaised}" />`,
    ...(support ? [`<meta name="support" content="${escaped(support)}" />`] : []),
    `<link rel="icon" href="${escaped(smallIcon.href)}" type="${smallIcon.type}" />`,
    `<link rel="apple-touch-icon" href="${escaped(icons[0]!.src)}" />`,
    `<link rel="manifest" href="${prefix}/manifest.webmanifest" />`,
    `<link rel="stylesheet" href="${prefix}/brand.css?v=${version}" data-brand />`,
  ].join('\n    ');
  return template
    .replace(
      /<html lang="[^"]*"/,
      `<html lang="${escaped(locale)}"${attribute('scheme', look.scheme)}${attribute('density', look.density)}`,
    )
    .replace(/\s*<link rel="icon"[^>]*>/, '')
    .replace(/<title>[^<]*<\/title>/, () => head);
}

const attribute = (name: string, value: string | undefined) => (value ? ` data-${name}="${value}"` : '');

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
