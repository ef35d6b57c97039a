import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { HttpContext, HttpEnv } from './environment.ts';

export type StaticFolders = {
  /** Built embed files: `1.0.0/loader.js`, `1/loader.js` … */
  embed: string;
  /** Built portal: `index.html` and `assets/`. */
  portal: string;
  /** Built documentation of the widgets: `docs/index.html` and `docs/assets/`. */
  docs?: string;
};

/** No inline code, nothing from elsewhere, and only lit's own Trusted Types policy. */
const portalCsp = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  // The preview of a mail, in its own sandbox.
  "frame-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/**
 * For the page alone where card numbers are typed and banks answered: in the processor's own frame, whose script comes
 * from its own address and knows nothing of Trusted Types.
 */
const framePath = '/billing/frame';
const frameCsp = [
  "default-src 'none'",
  "script-src 'self' https://js.stripe.com",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' https://api.stripe.com",
  'frame-src https://js.stripe.com https://hooks.stripe.com',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The portal's page as the brand of its address has it. */
export type PortalPage = (c: HttpContext, csp: string) => Promise<Response>;

const year = 'public, max-age=31536000, immutable';

/**
 * Embed files for pages we do not own, the portal, and the portal's page for each of its addresses.
 * @param hasProcessorFrame payments are taken in a frame of their processor
 */
export function staticFiles(
  { embed, portal, docs }: StaticFolders,
  hasProcessorFrame: boolean,
  page: PortalPage,
  docsPage: PortalPage | undefined,
): Hono<HttpEnv> {
  const files = new Hono<HttpEnv>();
  files.use(
    '/embed/*',
    embedHeaders,
    serveStatic({ root: embed, rewriteRequestPath: (path) => path.replace(/^.*?\/embed/, ''), precompressed: true }),
  );
  files.use(
    '/assets/*',
    cached(year),
    serveStatic({
      root: portal,
      precompressed: true,
      rewriteRequestPath: (path) => path.replace(/^.*?\/assets/, '/assets'),
    }),
  );
  if (docs && docsPage) {
    files.use(
      '/docs/assets/*',
      cached(year),
      serveStatic({
        root: docs,
        precompressed: true,
        rewriteRequestPath: (path) => path.replace(/^.*?\/docs/, '/docs'),
      }),
    );
    files.get('/docs/widgets/:tag?', (c) => docsPage(c, portalCsp));
    files.get('/docs/accessibility', (c) => docsPage(c, portalCsp));
  }
  files.get('*', async (c, next) => {
    const isPage =
      !/^\/(v1|embed|assets)(\/|$)/.test(c.req.path) && (c.req.header('accept') ?? '').includes('text/html');
    if (!isPage) return next();
    const isFrame = hasProcessorFrame && c.req.path === framePath;
    return page(c, isFrame ? frameCsp : portalCsp);
  });
  return files;
}

const embedHeaders = createMiddleware<HttpEnv>(async (c, next) => {
  await next();
  const isImmutable = /\/embed\/\d+\.\d+\.\d+\//.test(c.req.path) && c.res.status === 200;
  // The files are public and carry no credentials: any page may load them and check their hashes.
  c.res.headers.set('access-control-allow-origin', '*');
  c.res.headers.set('cross-origin-resource-policy', 'cross-origin');
  c.res.headers.set('cache-control', isImmutable ? year : 'public, max-age=300');
});

function cached(cacheControl: string) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    await next();
    if (c.res.status === 200) c.res.headers.set('cache-control', cacheControl);
  });
}
