import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { type CannedApi, cannedApi } from '@portico/widgets/testing/canned-api.ts';

export const dist = resolve(import.meta.dirname, '../../dist');

/** The line that embedding.md promises to be enough. */
export const strictestPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types lit-html";

export const loaderTag = (integrity: string, src = '/embed/1.0.0/loader.js', attributes = '') =>
  `<script type="module" src="${src}" integrity="${integrity}" crossorigin data-session-url="/api/hire-session" ${attributes}></script>`;

type OpenOptions = {
  policy?: string;
  change?: string;
  /** before the page's first script runs */
  prepare?: (page: Page) => Promise<unknown>;
};
export type LoaderPages = {
  api: CannedApi;
  /** paths that were asked for since the page was opened */
  requested: string[];
  /** files whose name begins so come changed */
  change(name: string): void;
  open(markup: string, options?: OpenOptions): Promise<{ page: Page; wrong: string[] }>;
  close(): Promise<void>;
};

/**
 * Pages in Chromium with the built files and the canned API on one origin.
 * @param more further files by path
 */
export async function openLoaderPages(
  canned: Parameters<typeof cannedApi>[0],
  chromiumPath = '/usr/bin/chromium',
  more: ReadonlyMap<string, string> = new Map(),
): Promise<LoaderPages> {
  const api = cannedApi(canned);
  const requested: string[] = [];
  let [body, changed, policy] = ['', '', strictestPolicy];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, origin);
    requested.push(url.pathname);
    if (url.pathname === '/') {
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy });
      return response.end(`<!doctype html><html lang="en"><title>Intranet</title><body>${body}`);
    }
    if (url.pathname.startsWith('/embed/') || more.has(url.pathname)) {
      const bytes = more.get(url.pathname) ?? readFileSync(dist + url.pathname, 'utf8');
      const isChanged = changed && basename(url.pathname).startsWith(changed);
      response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' });
      return response.end(isChanged ? `${bytes}\n// changed on the way` : bytes);
    }
    if (url.pathname === '/favicon.ico') return response.writeHead(204).end();
    const headers = Object.entries(request.headers) as [string, string][];
    const payload = Buffer.concat(await request.toArray());
    const sent = { method: request.method, headers, ...(payload.length && { body: payload }) };
    const answer = await api.answer(new Request(url, sent));
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    return response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--js-flags=--expose-gc', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });

  return {
    api,
    requested,
    change(name) {
      changed = name;
    },
    /** Gives what went wrong in it too: errors and policy violations. */
    async open(markup, { policy: wanted = strictestPolicy, change = '', prepare } = {}) {
      [body, changed, policy] = [markup, change, wanted];
      requested.length = 0;
      const page = await browser.newPage();
      page.setDefaultTimeout(15_000);
      const wrong: string[] = [];
      page.on('pageerror', (error) => wrong.push(error.message));
      page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
      await page.addInitScript(() => {
        document.addEventListener('hire-error', (event) => {
          document.title = (event as CustomEvent<{ code: string }>).detail.code;
        });
      });
      await prepare?.(page);
      await page.goto(origin);
      return { page, wrong };
    },
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
    },
  };
}
