import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { serve } from '@hono/node-server';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import type { MemberRole } from '@portico/api/platform/auth/actor.ts';
import { openTestApp, type TestApp } from '@portico/api/testing/test-app.ts';
import { createTestTenant, mintEmbedToken, type TestTenant } from '@portico/api/testing/test-tenants.ts';

const dist = resolve(import.meta.dirname, '../../dist');
export const isBuilt = existsSync(`${dist}/embed/1.0.0/manifest.json`) && existsSync(`${dist}/portal/index.html`);
/** The line that a strict host sends, with the hiring service's address where it is not its own. */
const csp = (api: string) =>
  `default-src 'none'; script-src ${api}; style-src 'self'; connect-src 'self' ${api}; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types lit-html`;

export type ForeignPage = {
  app: TestApp;
  acme: TestTenant;
  /** the company's portal and API */
  base: string;
  /** the host's page, on an origin of its own */
  host: string;
  /** another origin with the same page, which the company did not allow */
  stranger: string;
  /** what the host's session route answers */
  sessionAs(email: string, widgets?: Record<string, Record<string, boolean>>): void;
  /** stops the host's session route from answering */
  holdSessions(): () => void;
  sessions: { reason: string; id: string }[];
  open(markup: string, at?: string): Promise<{ page: Page; context: BrowserContext; wrong: string[] }>;
  close(): Promise<void>;
};

/** The real API and portal, and a page on another origin that embeds the built files: everything as a host has it. */
export async function openForeignPage(
  members: Record<string, readonly MemberRole[]>,
  chromiumPath = '/usr/bin/chromium',
): Promise<ForeignPage> {
  const manifest = JSON.parse(readFileSync(`${dist}/embed/1.0.0/manifest.json`, 'utf8'));
  let app: TestApp;
  const api = await new Promise<ReturnType<typeof serve>>((listening) => {
    const server = serve({ port: 0, fetch: (request) => app.http.fetch(request) }, () => listening(server));
  });
  const apiOrigin = `http://localhost:${(api.address() as AddressInfo).port}`;
  const base = `${apiOrigin}/t/acme`;
  app = await openTestApp({
    baseUrl: apiOrigin,
    clock: realClock(),
    staticFolders: { embed: `${dist}/embed`, portal: `${dist}/portal` },
  } as never);

  let markup = '';
  let asked: { email: string; widgets: Record<string, Record<string, boolean>> } | undefined;
  let held: Promise<void> | undefined;
  const sessions: ForeignPage['sessions'] = [];
  const pages = createServer(async (request, response) => {
    const origin = `http://${request.headers.host}`;
    if (request.url === '/api/hire-session') {
      await held;
      if (!asked) return response.writeHead(403).end();
      const session = await mintEmbedToken(app, acme, { ...asked, origins: [origin] }).catch(() => undefined);
      if (!session) return response.writeHead(403).end();
      sessions.push({ reason: String(request.headers['x-hire-session']), id: session.id });
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(session));
    }
    if (request.url === '/favicon.ico') return response.writeHead(204).end();
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': csp(apiOrigin) });
    return response.end(`<!doctype html><html lang="en"><title>Intranet</title><body>${markup}`);
  });
  await new Promise<void>((listening) => pages.listen(0, '127.0.0.1', listening));
  const { port } = pages.address() as AddressInfo;
  const host = `http://127.0.0.1:${port}`;
  const acme = await createTestTenant(app, { slug: 'acme', origins: [host] }, members);
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });

  return {
    app,
    acme,
    base,
    host,
    stranger: `http://127.0.0.2:${port}`.replace('127.0.0.2', 'localhost'),
    sessions,
    sessionAs(email, widgets = { talentSearch: { save: true, compare: true, invite: true } }) {
      asked = { email, widgets };
    },
    holdSessions() {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        held = undefined;
        release();
      };
    },
    async open(content, at = host) {
      markup = content.replace(
        '<loader',
        `<script type="module" src="${base}/embed/1.0.0/loader.js" integrity="${manifest.loader.integrity}" crossorigin`,
      );
      const context = await browser.newContext();
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const wrong: string[] = [];
      page.on('pageerror', (error) => wrong.push(error.message));
      page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
      await page.goto(`${at}/hiring?team=7#people`);
      return { page, context, wrong };
    },
    async close() {
      await browser.close();
      pages.close();
      pages.closeAllConnections();
      api.close();
      if ('closeAllConnections' in api) api.closeAllConnections();
      await app.talentSearch.stop();
      await app.close();
    },
  };
}

/** A browser's clock is the real one, and tokens say when they end. A test may move both. */
function realClock() {
  let aheadMs = 0;
  return {
    now: () => Date.now() + aheadMs,
    advance: (ms: number) => {
      aheadMs += ms;
    },
  };
}
