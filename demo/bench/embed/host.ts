import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { TalentSearchResult } from '@portico/api/talent/search/schema.ts';
import { cannedApi } from '@portico/widgets/testing/canned-api.ts';
import { cannedJobs } from '@portico/widgets/testing/canned-jobs.ts';

/** The line of embedding.md that our widgets must be clean under. It only reports, so that what violates it still runs and is measured. */
const strictCsp =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types lit-html";
const embedFolder = resolve(import.meta.dirname, '../../../dist/embed');

export type Host = { origin: string; integrity: string; close(): void };

/** One page a candidate, `/?body=…`, all with the same policy, the same answers and Brotli for every script. */
export async function startHost(peersFolder: string): Promise<Host> {
  const manifest = JSON.parse(await readFile(join(embedFolder, '1.0.0/manifest.json'), 'utf8'));
  const api = cannedApi({
    grants: { jobPost: { read: true, draft: true, publish: true } },
    routes: cannedJobs().routes,
  });
  let origin = '';
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, origin);
    const script = url.pathname.startsWith('/embed/')
      ? join(embedFolder, url.pathname.slice('/embed/'.length))
      : url.pathname.startsWith('/peers/') && join(peersFolder, url.pathname.slice('/peers/'.length));
    if (url.pathname === '/') {
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy-report-only': strictCsp });
      const markup = url.searchParams.get('body') ?? '';
      return response.end(
        `<!doctype html><html lang="en"><title>Host</title><meta name="viewport" content="width=device-width"><body>${markup}`,
      );
    }
    if (script) {
      const bytes = await readFile(script).catch(() => undefined);
      if (!bytes) return response.writeHead(404).end();
      response.writeHead(200, {
        'content-type': 'text/javascript',
        'content-encoding': 'br',
        'access-control-allow-origin': '*',
      });
      return response.end(brotliCompressSync(bytes));
    }
    if (url.pathname === '/favicon.ico') return response.writeHead(204).end();
    const payload = Buffer.concat(await request.toArray());
    if (url.pathname === '/peer-search') {
      const found = await api.answer(
        new Request(`${origin}/v1/talent/search?limit=10`, { headers: { authorization: 'Bearer peer' } }),
      );
      response.writeHead(200, { 'content-type': 'application/json' });
      return response.end(JSON.stringify(asPeersReadIt(await found.json(), JSON.parse(`${payload}`))));
    }
    const headers = Object.entries(request.headers) as [string, string][];
    const answer = await api.answer(
      new Request(url, { method: request.method, headers, ...(payload.length && { body: payload }) }),
    );
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    return response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    integrity: manifest.loader.integrity,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The people and counts of our own search, in the shape of the peer's. */
function asPeersReadIt({ items, facets, total }: TalentSearchResult, requests: readonly object[]) {
  const counts = Object.fromEntries(
    Object.entries(facets ?? {}).map(([name, values]) => [
      { skill: 'skills', language: 'languages' }[name] ?? name,
      Object.fromEntries((values ?? []).map(({ label, count }) => [label, count])),
    ]),
  );
  const hits = items.map(({ id, name, headline }) => ({ objectID: id, name, headline, rate: '€ 80', country: 'DE' }));
  const result = {
    index: 'talent',
    hits,
    nbHits: total,
    page: 0,
    nbPages: 3,
    hitsPerPage: 10,
    facets: counts,
    query: '',
    params: '',
    processingTimeMS: 1,
    exhaustiveNbHits: true,
  };
  return { results: requests.map(() => result) };
}
