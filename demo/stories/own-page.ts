import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createNetServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A company's own site with single sign-on: it serves one page under one policy, and passes what is asked of
 * `/api/hire-session` to a server of its own, saying who is signed in.
 */
export type OwnPage = {
  origin: string;
  /** What it sends from now on. */
  page: { html: string; headers: Record<string, string> };
  startRoute(text: string, settings: Record<string, string>): Promise<void>;
  stopRoute(): Promise<void>;
  close(): Promise<void>;
};

export async function openOwnPage(email: string): Promise<OwnPage> {
  const routePort = await freePort();
  const address = `http://127.0.0.1:${routePort}/api/hire-session`;
  let route: ChildProcess | undefined;
  const own = { page: { html: '', headers: {} as Record<string, string> } };
  const server: Server = createServer(async (request, response) => {
    if (request.url !== '/api/hire-session') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...own.page.headers });
      response.end(request.url === '/favicon.ico' ? '' : own.page.html);
      return;
    }
    const reason = request.headers['x-hire-session'];
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'x-remote-user': email, ...(typeof reason === 'string' && { 'x-hire-session': reason }) },
    }).catch(() => undefined);
    response.writeHead(answer?.status ?? 502, { 'content-type': 'application/json' });
    response.end(answer ? await answer.text() : '{}');
  }).listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const stopRoute = async () => {
    if (!route) return;
    const ended = once(route, 'exit');
    route.kill();
    route = undefined;
    await ended;
  };
  return {
    origin: `http://localhost:${port}`,
    get page() {
      return own.page;
    },
    set page(page) {
      own.page = page;
    },
    async startRoute(text, settings) {
      await stopRoute();
      const folder = await mkdtemp(join(tmpdir(), 'own-page-'));
      await writeFile(join(folder, 'server.mjs'), text);
      const started = spawn(process.execPath, ['server.mjs'], {
        cwd: folder,
        env: { ...process.env, ...settings, PORT: String(routePort) },
        stdio: 'ignore',
      });
      route = started;
      while (!(await fetch(address, { method: 'POST' }).catch(() => undefined)))
        if (started.exitCode !== null) throw new Error('the route ended by itself');
    },
    stopRoute,
    async close() {
      await stopRoute();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function freePort(): Promise<number> {
  const server = createNetServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
