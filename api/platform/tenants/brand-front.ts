import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { wholePageCss } from '@portico/themes/page-css.ts';
import { Hono } from 'hono';
import { sessionCookieName } from '../auth/cookie-names.ts';
import type { HttpContext, HttpEnv } from '../http/environment.ts';
import { matchesIfNoneMatch } from '../http/etag.ts';
import { mailColors } from '../mail/mail-colors.ts';
import { brandImagePath } from './brand.ts';
import { brandedPage, type Front, type Look, lookOf, type MayBeSignedIn } from './branded-page.ts';
import { letterIcon, letterPicture, letterPictureWidth } from './letter-icon.ts';
import { addressOf, type Site } from './site.ts';
import type { TenantDirectory } from './tenant-directory.ts';

type FrontDeps = { site: Site; directory: Pick<TenantDirectory, 'byId' | 'byHost' | 'bySlug'> };

const keptMax = 2000;
const compress = promisify(brotliCompress);

/**
 * What a browser gets before any of our code runs, in the brand of whose address it is: title, icon, colours and the
 * page itself. It asks for no sign-in, and an address that names nobody gets the installation's.
 */
export function brandFront({ site, directory }: FrontDeps, folder: string) {
  const template = lazily(() => readFileSync(join(folder, 'index.html'), 'utf8'));
  const pages = new Map<string, { html: string; etag: string; brotli: Promise<Uint8Array> }>();
  const pictures = new Map<string, Promise<Buffer>>();

  async function frontOf(c: HttpContext): Promise<Front> {
    const { host, slug } = addressOf(c);
    const isOwn = site.isOwnHost(host);
    const tenant = isOwn ? slug && (await directory.bySlug(slug)) : await directory.byHost(host);
    const prefix = slug && tenant ? `/t/${slug}` : '';
    if (!tenant)
      return frontFor({ name: site.name, theme: {}, favicon: null, locale: 'en', prefix: '', support: null });
    const { brand, locale, theme, brandName: name } = tenant;
    const support = brand.support.email ?? brand.support.url;
    return frontFor({ name, theme, favicon: brand.favicon, locale, prefix, support });
  }

  /** One page for each brand, kept with its compressed copy until something in it changes. */
  function pageFor(front: Front, signedIn: MayBeSignedIn, look: Look) {
    const { prefix, version } = front;
    const key = `${prefix} ${version} ${signedIn} ${look.scheme} ${look.density}`;
    const known = pages.get(key);
    if (known) return known;
    const html = brandedPage(template(), front, signedIn, look);
    const etag = `"${hashOf(html)}"`;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    const page = { html, etag, brotli: compress(html, { params }) as Promise<Uint8Array> };
    pages.set(key, page);
    if (pages.size > keptMax) pages.delete(pages.keys().next().value!);
    return page;
  }

  function pictureFor(version: string, name: string, colors: Parameters<typeof letterPicture>[1]): Promise<Buffer> {
    const known = pictures.get(version) ?? letterPicture(name, colors);
    pictures.set(version, known);
    if (pictures.size > keptMax) pictures.delete(pictures.keys().next().value!);
    return known;
  }

  async function page(c: HttpContext, csp: string): Promise<Response> {
    const cookie = sessionCookieName(site.origin);
    const cookies = c.req.header('cookie');
    const signedIn = cookies?.includes(`${cookie}=`) ? 'maybe' : 'no';
    const { html, etag, brotli } = pageFor(await frontOf(c), signedIn, lookOf(cookies));
    const headers = {
      'cache-control': 'no-cache',
      'content-security-policy': csp,
      etag,
      vary: 'Accept-Encoding, Cookie',
    };
    if (matchesIfNoneMatch(c, etag)) return c.body(null, 304, headers);
    const isBrotli = /\bbr\b/.test(c.req.header('accept-encoding') ?? '');
    if (!isBrotli) return c.html(html, 200, headers);
    const body = new Uint8Array(await brotli);
    return c.body(body, 200, { ...headers, 'content-type': 'text/html; charset=UTF-8', 'content-encoding': 'br' });
  }

  const routes = new Hono<HttpEnv>();
  routes.get('/brand.css', async (c) => {
    const { css, version } = await frontOf(c);
    return c.body(css, 200, { 'content-type': 'text/css; charset=utf-8', ...cachedFor(c, version) });
  });
  routes.get('/icon.svg', async (c) => {
    const { name, colors, version } = await frontOf(c);
    return c.body(letterIcon(name, colors.light), 200, {
      'content-type': 'image/svg+xml',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      ...cachedFor(c, version),
    });
  });
  routes.get('/icon.png', async (c) => {
    const { name, colors, version } = await frontOf(c);
    const bytes = await pictureFor(version, name, colors.light);
    return c.body(new Uint8Array(bytes), 200, { 'content-type': 'image/png', ...cachedFor(c, version) });
  });
  routes.get('/manifest.webmanifest', async (c) => {
    const { name, prefix, colors, icons, locale } = await frontOf(c);
    const manifest = {
      ...{ name, short_name: name, lang: locale, id: `${prefix}/`, start_url: `${prefix}/`, scope: `${prefix}/` },
      ...{
        display: 'standalone',
        theme_color: colors.light.surfaceRaised,
        background_color: colors.light.surfaceSunken,
      },
      icons,
    };
    return c.body(JSON.stringify(manifest), 200, {
      'content-type': 'application/manifest+json',
      'cache-control': 'no-cache',
    });
  });
  return { page, routes };
}

/** A page names the version it wants; another one may have been published meanwhile. */
function cachedFor(c: HttpContext, version: string): Record<string, string> {
  return { 'cache-control': c.req.query('v') === version ? 'public, max-age=31536000, immutable' : 'no-cache' };
}

type Facts = Pick<Front, 'name' | 'locale' | 'prefix' | 'support'> & {
  theme: Parameters<typeof wholePageCss>[0];
  favicon: string | null;
};

function frontFor({ name, theme, favicon, locale, prefix, support }: Facts): Front {
  const css = wholePageCss(theme);
  const version = hashOf(`${css} ${name} ${favicon} ${locale} ${support}`);
  const at = (size: string) => prefix + brandImagePath(favicon!, size);
  const icons = favicon
    ? [
        { src: at('192'), sizes: '192x192', type: 'image/png' },
        { src: at('full'), sizes: '512x512', type: 'image/png' },
      ]
    : [
        {
          src: `${prefix}/icon.png?v=${version}`,
          sizes: `${letterPictureWidth}x${letterPictureWidth}`,
          type: 'image/png',
        },
        { src: `${prefix}/icon.svg?v=${version}`, sizes: 'any', type: 'image/svg+xml' },
      ];
  const smallIcon = favicon ? { href: at('64'), type: 'image/png' } : { href: icons[1]!.src, type: 'image/svg+xml' };
  return { name, locale, prefix, support, css, version, colors: mailColors(theme), icons, smallIcon };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
