import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const here = import.meta.dirname;
export const peers = ['instant-search', 'web-awesome', 'fluent'] as const;
export type Peer = (typeof peers)[number];

/** Each peer as its authors mean it to be used: only what is imported, minified for the same browsers as ours. */
export async function buildPeer(name: Peer, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: here,
    base: '/peers/',
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input: { [name]: join(here, `peers/${name}.ts`) },
        output: { entryFileNames: '[name].js', chunkFileNames: `${name}-[hash].js` },
      },
    },
  });
}

/** How many packages a host's tree gets by installing one: itself and all below it, from the lock file. */
export function packagesBelow(names: readonly string[]): number {
  const root = resolve(here, '../../..');
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> }>;
  };
  const seen = new Set<string>();
  const visit = (name: string, from: string) => {
    const path = [`${from}/node_modules/${name}`, `demo/node_modules/${name}`, `node_modules/${name}`].find(
      (each) => packages[each],
    );
    if (!path || seen.has(path)) return;
    seen.add(path);
    for (const below of Object.keys(packages[path]!.dependencies ?? {})) visit(below, path);
  };
  for (const name of names) visit(name, 'demo');
  return seen.size;
}
