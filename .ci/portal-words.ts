import { globSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { closureOf, importedLater, keysIn } from './portal-words/used-words.ts';

type Words = Record<string, string | { one: string; other: string }>;

const firstPage = 'first';

const portal = resolve(import.meta.dirname, '../portal');
const source = join(portal, 'strings/words.ts');
const strings = join(portal, 'strings/strings.ts');
const locales = ['en', 'de'];
const mark = 'words:';
/** Words that this part of all lazy modules say are in the first file, so that they travel once. */
const commonFrom = 0.25;

/**
 * In the source every word is there. In the build each lazily loaded module brings the words that it and all it imports
 * can say, in one file; what the shell says, or many of them, comes with the shell.
 */
export function portalWords({ environment }: { environment: string }): Plugin {
  let table: Table;
  return {
    name: 'portal-words',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === environment,
    async buildStart() {
      table = await readTable();
    },
    resolveId: (id) => (id.startsWith(mark) ? `\0${id}` : null),
    load(id) {
      if (id === source) return loaders(table);
      if (!id.startsWith(`\0${mark}`)) return null;
      const name = id.slice(mark.length + 1);
      const at = name.lastIndexOf('/');
      return `export default ${JSON.stringify(table.wordsOf(name.slice(0, at), name.slice(at + 1)))}`;
    },
    transform(code, id) {
      if (!id.startsWith(`${portal}/`) || id === source || !code.includes('import(')) return null;
      // A route's page is shown after both are there; elsewhere its elements may stand in the page already.
      const how = /routes\.ts$/.test(id) ? 'withWords' : 'afterWords';
      const loading = code.replace(/(?<![\w.])import\('(\.[^']+\.ts)'\)/g, (whole, path) => {
        const page = nameOf(resolve(id, '..', path));
        return table.pages.includes(page) ? `${how}(() => ${whole}, '${page}')` : whole;
      });
      return loading === code ? null : { code: `import { ${how} } from '${strings}';\n${loading}`, map: null };
    },
  };
}

let shell: ReadonlySet<string> | undefined;

/** What the portal's page loads before anything else. */
export function firstFiles(): ReadonlySet<string> {
  shell ??= new Set(closureOf(join(portal, 'main.ts'), portal));
  return shell;
}

type Table = {
  /** Lazily loaded modules that have words of their own. */
  pages: readonly string[];
  wordsOf: (page: string, locale: string) => Words;
};

const nameOf = (file: string) => relative(portal, file).replace(/\.ts$/, '');

async function readTable(): Promise<Table> {
  const areas = globSync('strings/en/*.ts', { cwd: portal }).map((path) => basename(path));
  const words = new Map<string, Words>();
  for (const locale of locales) {
    const found = await Promise.all(areas.map((area) => import(join(portal, 'strings', locale, area))));
    words.set(locale, Object.assign({}, ...found.flatMap((module) => Object.values(module))));
  }
  const allKeys = Object.keys(words.get('en')!);
  const said = (file: string) => new Set(closureOf(file, portal).flatMap((one) => keysIn(one, allKeys)));

  const modules = globSync('**/*.ts', { cwd: portal, exclude: ['node_modules/**', '**/*.test.ts'] });
  const lazy = new Set(modules.flatMap((path) => importedLater(join(portal, path))));
  const saidBy = new Map([...lazy].map((file) => [nameOf(file), said(file)]));
  const first = said(join(portal, 'main.ts'));
  for (const key of allKeys) {
    const users = [...saidBy.values()].filter((keys) => keys.has(key)).length;
    if (users > commonFrom * lazy.size) first.add(key);
  }
  const keysOf = (page: string) =>
    page === firstPage ? [...first] : [...(saidBy.get(page) ?? [])].filter((key) => !first.has(key));
  return {
    pages: [...saidBy.keys()].filter((page) => keysOf(page).length > 0).sort(),
    wordsOf: (page, locale) => Object.fromEntries(keysOf(page).map((key) => [key, words.get(locale)![key]!])),
  };
}

function loaders({ pages }: Table): string {
  const later = (page: string, locale: string) =>
    `() => import('${mark}${page}/${locale}').then((words) => words.default)`;
  const pagesIn = (locale: string) =>
    `${locale}: { ${pages.map((page) => `'${page}': ${later(page, locale)}`).join(',\n')} }`;
  const [known, ...others] = locales as [string, ...string[]];
  return `import first from '${mark}${firstPage}/${known}';
export const firstWords = { ${known}: () => first, ${others.map((locale) => `${locale}: ${later(firstPage, locale)}`).join(', ')} };
export const pageWords = { ${locales.map(pagesIn).join(',\n')} };`;
}
