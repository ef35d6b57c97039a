import { globSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { closureOf, importedLater, keysIn } from './portal-words/used-words.ts';

type Words = Record<string, string | { one: string; other: string }>;

const portal = resolve(import.meta.dirname, '../portal');
const source = join(portal, 'strings/words.ts');
const strings = join(portal, 'strings/strings.ts');
const locales = ['en', 'de'];
const mark = 'words:';
/** Words that this part of all lazy modules say are in the first file, so that they travel once. */
const commonFrom = 0.25;

/**
 * In the source every word is there. In the build each lazily loaded module brings the areas of words that it and all it
 * imports can say; what the shell says, or nearly everybody, comes with the shell.
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
      const [area, locale] = id.slice(mark.length + 1).split('/') as [string, string];
      return `export default ${JSON.stringify(table.wordsOf(area, locale))}`;
    },
    transform(code, id) {
      if (!id.startsWith(`${portal}/`) || id === source || !code.includes('import(')) return null;
      // A route's page is shown after both are there; elsewhere its elements may stand in the page already.
      const how = /routes\.ts$/.test(id) ? 'withWords' : 'afterWords';
      const loading = code.replace(/(?<![\w.])import\('(\.[^']+\.ts)'\)/g, (whole, path) => {
        const areas = table.areasOf(resolve(id, '..', path));
        return areas.length ? `${how}(() => ${whole}, '${areas.join(' ')}')` : whole;
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
  areas: readonly string[];
  areasOf: (file: string) => readonly string[];
  wordsOf: (area: string, locale: string) => Words;
};

async function readTable(): Promise<Table> {
  const areaFiles = globSync('strings/en/*.ts', { cwd: portal })
    .map((path) => basename(path, '.ts'))
    .sort();
  const words = new Map<string, Words>();
  for (const locale of locales) {
    for (const area of areaFiles) {
      const found: Record<string, Words> = await import(join(portal, `strings/${locale}/${area}.ts`));
      words.set(`${area}/${locale}`, Object.assign({}, ...Object.values(found)));
    }
  }
  const areaOf = new Map(areaFiles.flatMap((area) => Object.keys(words.get(`${area}/en`)!).map((key) => [key, area])));
  const allKeys = [...areaOf.keys()];
  const said = (files: readonly string[]) => new Set(files.flatMap((file) => keysIn(file, allKeys)));

  const modules = globSync('**/*.ts', { cwd: portal, exclude: ['node_modules/**', '**/*.test.ts'] });
  const lazy = new Set(modules.flatMap((path) => importedLater(join(portal, path))));
  const saidBy = new Map([...lazy].map((file) => [file, said(closureOf(file, portal))]));
  const first = said(closureOf(join(portal, 'main.ts'), portal));
  for (const key of allKeys) {
    const users = [...saidBy.values()].filter((keys) => keys.has(key)).length;
    if (users > commonFrom * lazy.size) first.add(key);
  }
  return {
    areas: areaFiles,
    areasOf: (file) =>
      [
        ...new Set([...(saidBy.get(file) ?? [])].filter((key) => !first.has(key)).map((key) => areaOf.get(key)!)),
      ].sort(),
    wordsOf: (area, locale) => {
      const from = area === 'first' ? areaFiles : [area];
      const entries = from.flatMap((one) => Object.entries(words.get(`${one}/${locale}`)!));
      return Object.fromEntries(entries.filter(([key]) => first.has(key) === (area === 'first')));
    },
  };
}

function loaders({ areas }: Table): string {
  const later = (area: string, locale: string) =>
    `() => import('${mark}${area}/${locale}').then((words) => words.default)`;
  const areasIn = (locale: string) =>
    `${locale}: { ${areas.map((area) => `'${area}': ${later(area, locale)}`).join(',\n')} }`;
  const [known, ...others] = locales as [string, ...string[]];
  return `import first from '${mark}first/${known}';
export const firstWords = { ${known}: () => first, ${others.map((locale) => `${locale}: ${later('first', locale)}`).join(', ')} };
export const areaWords = { ${locales.map(areasIn).join(',\n')} };`;
}
