import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

type Chunk = {
  file: string;
  src?: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
  assets?: string[];
};

const folder = resolve(import.meta.dirname, '../dist/portal');
export const portalGoalKiB = 150;

/** Pages that a first visit begins on. */
const pages = {
  'sign-in': 'pages/sign-in/sign-in-page.ts',
  home: 'pages/home/home-page.ts',
  'list of contracts': 'pages/contract-parts/contracts-list.ts',
  'list of purchase orders': 'pages/purchase-orders/purchase-orders-page.ts',
};

/**
 * What a first visit loads in English: the page, the shell, the page's chunks and words, and the typeface with its European
 * letters, as they are sent.
 */
export function portalFirstLoads(): readonly { part: string; kiB: number }[] {
  const manifestFile = join(folder, '.vite/manifest.json');
  if (!existsSync(manifestFile)) return [];
  const chunks: Record<string, Chunk> = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const closure = (name: string, found = new Set<string>()): Set<string> => {
    if (found.has(name)) return found;
    found.add(name);
    for (const next of chunks[name]?.imports ?? []) closure(next, found);
    return found;
  };
  const wordsOf = (page: string) =>
    Object.keys(chunks).filter((name) => name.includes(`words:${page.replace(/\.ts$/, '')}/en`));
  return Object.entries(pages).map(([part, page]) => {
    const names = [...closure('index.html'), ...closure(page), ...wordsOf(page)];
    const files = new Set(
      names.flatMap((name) => {
        const chunk = chunks[name];
        if (!chunk) throw new Error(`The portal's build has no ${name}; is it still called so?`);
        return [chunk.file, ...(chunk.css ?? [])];
      }),
    );
    const fonts = Object.values(chunks).filter(({ file }) => /inter-latin(-ext)?-\w+\.woff2$/.test(file));
    const bytes = ['index.html', ...files, ...fonts.map(({ file }) => file)].map((file) => {
      const sent = join(folder, existsSync(join(folder, `${file}.br`)) ? `${file}.br` : file);
      return readFileSync(sent).length;
    });
    return { part: `portal, first visit: ${part}`, kiB: bytes.reduce((sum, n) => sum + n, 0) / 1024 };
  });
}
