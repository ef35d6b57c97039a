import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { root } from '../test/run-command.ts';
import type { EnginePage } from './engine-page.ts';

const dist = `${root}dist`;

/** Whether this engine holds what the loader promises: a file that was changed on its way does not run. */
export async function changedChunks(page: EnginePage, tell: (name: string, why?: string) => void): Promise<void> {
  for (const changed of ['talent-search', 'core', 'tags']) {
    const name = `a changed file (${changed}) does not run, and its place says so`;
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url!, 'http://localhost');
      if (!/^\/embed\/1\.0\.0\/[\w-]+\.js$/.test(pathname)) {
        response.writeHead(pathname === '/' ? 200 : 404, { 'content-type': 'text/html' });
        return response.end(pathname === '/' ? pageText() : '');
      }
      const bytes = readFileSync(dist + pathname, 'utf8');
      response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' });
      const isChanged = basename(pathname).startsWith(`${changed}-`);
      return response.end(isChanged ? `${bytes}\nglobalThis.changedRan = true;` : bytes);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    try {
      await page.open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      const { ran, alert } = await page.run<{ ran: boolean; alert: boolean }>(whatHappened.toString());
      tell(name, ran ? 'the changed file ran' : alert ? undefined : 'nothing was said');
    } catch (error) {
      tell(name, (error as Error).message);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }
}

function pageText(): string {
  const { loader } = JSON.parse(readFileSync(`${dist}/embed/1.0.0/manifest.json`, 'utf8'));
  return `<!doctype html><html lang="en"><title>Intranet</title>
<script type="module" src="/embed/1.0.0/loader.js" integrity="${loader.integrity}" crossorigin></script>
<hire-talent-search></hire-talent-search>`;
}

async function whatHappened(): Promise<{ ran: boolean; alert: boolean }> {
  const deadlineMs = Date.now() + 60_000;
  const element = document.querySelector('hire-talent-search')!;
  const told = () => element.querySelector('[role=alert]') ?? customElements.get('hire-talent-search');
  while (!told() && Date.now() < deadlineMs) await new Promise(requestAnimationFrame);
  return { ran: 'changedRan' in globalThis, alert: element.querySelector('[role=alert]') !== null };
}
