import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { combinationOf } from './combinations.ts';
import { framePage, indexPage } from './pages.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** What a frame runs beside the built widgets: canned answers and looks. Nothing else of the sources is served. */
const served = /^(?:widgets\/testing|demo\/gallery|themes(?:\/ready)?)\/[\w-]+\.ts$/;
const fonts: Record<string, string> = {
  'inter.woff2': '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  'inter-ext.woff2': '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2',
  'arabic.woff2': '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2',
  'arabic-bold.woff2': '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff2',
  'japanese.woff2': '@fontsource/noto-sans-jp/files/noto-sans-jp-japanese-400-normal.woff2',
  'japanese-bold.woff2': '@fontsource/noto-sans-jp/files/noto-sans-jp-japanese-600-normal.woff2',
};

/**
 * Every widget as it is built, over canned answers: `/gallery` to look through, `/gallery/view?…` one of them.
 * @param statementUrl where the accessibility statement is shown
 */
export function gallery(statementUrl = ''): Hono {
  const app = new Hono();
  app.use('/gallery/*', etag());
  app.get('/gallery', (c) => c.html(indexPage(new URL(c.req.url).searchParams, statementUrl)));
  app.get('/gallery/view', async (c) => {
    const combination = combinationOf(new URL(c.req.url).searchParams);
    return c.html(framePage(combination, await loaderIntegrity()));
  });
  app.get('/gallery/gallery.css', async (c) =>
    c.body(await readFile(new URL('./gallery.css', import.meta.url)), 200, { 'content-type': 'text/css' }),
  );
  app.get('/gallery/fonts/:name', async (c) => {
    const file = fonts[c.req.param('name')];
    if (!file) return c.notFound();
    const bytes = await readFile(fileURLToPath(import.meta.resolve(file)));
    return c.body(bytes, 200, { 'content-type': 'font/woff2', 'cache-control': 'max-age=86400' });
  });
  app.get('/gallery/source/*', async (c) => {
    const path = c.req.path.slice('/gallery/source/'.length);
    if (!served.test(path)) return c.notFound();
    // Only who looks at the gallery waits for the bundler to load.
    const { transformWithOxc } = await import('vite');
    const { code } = await transformWithOxc(await readFile(root + path, 'utf8'), path, { target: 'es2024' });
    return c.body(code, 200, { 'content-type': 'text/javascript' });
  });
  const embed = `${root}dist/embed/`;
  app.use(
    '/gallery/embed/*',
    serveStatic({ root: embed, rewriteRequestPath: (path) => path.slice('/gallery/embed'.length) }),
  );
  return app;
}

async function loaderIntegrity(): Promise<string> {
  const manifest = `${root}dist/embed/1.0.0/manifest.json`;
  return JSON.parse(await readFile(manifest, 'utf8')).loader.integrity;
}
