import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'tailwindcss';
import type { Plugin } from 'vite';

/** Builds a style sheet that imports Tailwind, with what the pages in its folder use of it. */
export function tailwind({ environment }: { environment: string }): Plugin {
  return {
    name: 'tailwind',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === environment,
    async transform(source, id) {
      if (!id.endsWith('.css') || !source.includes('@import "tailwindcss"')) return;
      const { build } = await compile(source, { base: dirname(id), loadStylesheet });
      const pages = globSync('*.html', { cwd: dirname(id) }).map((name) =>
        readFileSync(join(dirname(id), name), 'utf8'),
      );
      return build(pages.flatMap((page) => page.split(/[\s"]+/)));
    },
  };
}

async function loadStylesheet(name: string, base: string) {
  const path = fileURLToPath(import.meta.resolve(name === 'tailwindcss' ? 'tailwindcss/index.css' : name));
  return { path, base, content: readFileSync(path, 'utf8') };
}
