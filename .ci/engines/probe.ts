import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EnginePage } from './engine-page.ts';
import { features } from './features.ts';

/** Which of the features the engine behind `page` has, asked on a page of its own. */
export async function probeFeatures(page: EnginePage): Promise<Record<string, boolean>> {
  const server = createServer((request, response) => {
    const isPage = request.url === '/';
    response.writeHead(200, { 'content-type': isPage ? 'text/html' : 'text/javascript' });
    response.end(
      isPage ? '<!doctype html><html lang="en"><title>Probe</title><link rel="icon" href="data:,">' : 'export {};',
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    await page.open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const asked = features.map(({ name, probe }) => `${JSON.stringify(name)}: Boolean(await (${probe}))`);
    return await page.run(`async () => { ${checksModulePreload}; return { ${asked.join(', ')} }; }`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Runs in the page: whether a file with another hash than the link's is refused. */
function checksModulePreload(): Promise<boolean> {
  return new Promise((tell) => {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.crossOrigin = '';
    link.integrity = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
    link.href = '/changed.js';
    link.onload = () => tell(false);
    link.onerror = () => tell(true);
    document.head.append(link);
  });
}
