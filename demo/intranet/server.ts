import { readFile } from 'node:fs/promises';
import { ReadableStream as WebStream } from 'node:stream/web';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { proxy } from 'hono/proxy';
import { gallery } from '../gallery/server.ts';
import { createConfirmations } from './confirmation.ts';
import { hireSession, ownOrigin } from './hire-session.ts';
import type { Employee, IntranetSettings } from './intranet.ts';
import { hostKinds, hostPages, hostPaths } from './kinds.ts';
import { homePage, hostPage } from './pages.ts';

/** A company's intranet as we do not own it: its own server, its own port, its own looks. */
export function intranet(settings: IntranetSettings): Hono {
  const app = new Hono();
  const employeeOf = (c: Context): Employee => {
    const email = getCookie(c, 'intranet-employee');
    return settings.employees.find((employee) => employee.email === email) ?? settings.employees[0]!;
  };

  const confirmations = createConfirmations();
  app.post('/api/confirm', (c) => confirmations.confirm(c, employeeOf(c)));
  app.post('/api/hire-session', (c) => {
    const employee = employeeOf(c);
    return hireSession(c, settings, employee, confirmations.confirmedAtMs(c, employee));
  });
  app.post('/sign-in', async (c) => {
    const form = await c.req.parseBody();
    setCookie(c, 'intranet-employee', String(form.email), { httpOnly: true, sameSite: 'Strict', path: '/' });
    const back = String(form.back);
    return c.redirect(back === '/' || hostPaths.includes(back) ? back : '/', 303);
  });

  app.route('/', gallery(`${settings.talentBase}/docs/accessibility`));
  app.get('/', async (c) => c.html(await homePage({ employee: employeeOf(c), settings, path: '/' })));
  for (const kind of hostKinds) {
    for (const each of hostPages) {
      const path = kind.path + each.path;
      app.get(path, async (c) => {
        for (const [name, value] of Object.entries(kind.headers ?? {})) c.header(name, value);
        const talentBase = kind.isProxied
          ? `${ownOrigin(c)}/talent${new URL(settings.talentBase).pathname}`
          : settings.talentBase;
        const values = {
          talentBase,
          loaderIntegrity: await loaderIntegrity(),
          companyName: settings.companyName,
          jobId: idOf(c.req.query('job')),
          contractId: idOf(c.req.query('contract')),
        };
        return c.html(await hostPage(kind, each, { employee: employeeOf(c), settings, path }, values));
      });
    }
  }

  app.all('/talent/*', async (c) => {
    const target = new URL(settings.talentBase).origin + c.req.path.slice('/talent'.length) + new URL(c.req.url).search;
    const headers = new Headers(c.req.raw.headers);
    // A browser leaves Origin out of same-origin reads; the session is bound to this origin, so say it.
    headers.set('origin', ownOrigin(c));
    headers.delete('cookie');
    headers.delete('host');
    const answer = await proxy(target, { raw: new Request(c.req.raw, { headers }) });
    return new Response(
      answer.body && (WebStream.from(untilLeft(answer.body, c.req.raw.signal)) as ReadableStream<Uint8Array>),
      answer,
    );
  });

  const built = new URL('../../dist/demo/', import.meta.url).pathname;
  app.use('/built/*', serveStatic({ root: built, rewriteRequestPath: (path) => path.replace('/built', '') }));
  // Styles and scripts of a kind of host; its pages are filled in above.
  app.get('/hosts/:kind/:file{.+\\.(css|js)}', serveStatic({ root: new URL('../', import.meta.url).pathname }));
  app.get('/hosts/jquery.js', serveStatic({ path: fileURLToPath(import.meta.resolve('jquery/dist/jquery.js')) }));
  app.use('/*', serveStatic({ root: new URL('./public/', import.meta.url).pathname }));
  return app;
}

/** A page that is left ends its stream of changes; that is no failure. */
async function* untilLeft(body: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (reason) {
    if (!signal.aborted) throw reason;
  }
}

/** From the address into an attribute: nothing but an id. */
const idOf = (text = '') => /^\w+$/.exec(text)?.[0] ?? '';

async function loaderIntegrity(): Promise<string> {
  const manifest = new URL('../../dist/embed/1.0.0/manifest.json', import.meta.url);
  return JSON.parse(await readFile(manifest, 'utf8')).loader.integrity;
}

export type RunningIntranet = { port: number; close(): Promise<void> };

/** @throws the listening error, EADDRINUSE included */
export function startIntranet(settings: IntranetSettings): Promise<RunningIntranet> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: intranet(settings).fetch, port: settings.port }, ({ port }) =>
      resolve({
        port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
    server.once('error', reject);
  });
}
