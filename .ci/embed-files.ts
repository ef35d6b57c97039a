import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

type Chunk = Rollup.OutputChunk;
const widgets = resolve(import.meta.dirname, '../widgets');

/**
 * Writes what the loader must know into it: every file's SHA-256, and for every module that is imported by name the
 * files it needs. Then the manifest with the loader's own integrity, compressed copies, and the rolling `/1/`.
 */
export function embedFiles({ environment }: { environment: string }): Plugin {
  return {
    name: 'embed-files',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === environment,
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk');
      const loader = chunks.find(({ name }) => name === 'loader')!;
      const others = chunks.filter((chunk) => chunk !== loader);
      if (loader.imports.length) this.error('The loader must stand alone.');
      const files = others.map(({ fileName, code }): [string, string] => [fileName, hash('sha256', code)]);
      const numbers = new Map(others.map(({ fileName }, index) => [fileName, index]));
      const needs = Object.fromEntries(
        others.flatMap((chunk) => {
          const name = moduleName(chunk);
          return name ? [[name, closure(chunk, bundle).map((file) => numbers.get(file)!)]] : [];
        }),
      );
      loader.code = loader.code.replace('CHUNKS', () => JSON.stringify({ files, needs }));
      const integrity = `sha384-${hash('sha384', loader.code)}`;
      const manifest = {
        version: '1.0.0',
        loader: { file: loader.fileName, integrity },
        files: Object.fromEntries(files.map(([file, sha256]) => [file, { integrity: `sha256-${sha256}` }])),
        needs: Object.fromEntries(
          Object.entries(needs).map(([name, list]) => [name, list.map((index) => files[index]![0])]),
        ),
      };
      this.emitFile({ type: 'asset', fileName: 'manifest.json', source: `${JSON.stringify(manifest, null, 2)}\n` });
    },
    writeBundle({ dir }, bundle) {
      for (const file of Object.values(bundle)) {
        const bytes = file.type === 'chunk' ? file.code : file.source;
        writeFileSync(join(dir!, `${file.fileName}.br`), brotliCompressSync(bytes));
      }
      const rolling = join(dir!, '../1');
      rmSync(rolling, { recursive: true, force: true });
      mkdirSync(rolling, { recursive: true });
      cpSync(dir!, rolling, { recursive: true });
    },
  };
}

/** `talent-search` for a widget's entry, `talent-search/profile-panel` for what it imports later, else nothing. */
function moduleName({ facadeModuleId }: Chunk): string | undefined {
  if (!facadeModuleId) return undefined;
  return relative(widgets, facadeModuleId)
    .replace(/^loader\/widgets\//, '')
    .replace(/\.ts$/, '');
}

/** Static imports, the deepest first, so that no file is fetched by its importer before its own hash was demanded. */
function closure(chunk: Chunk, bundle: Rollup.OutputBundle, seen = new Set<string>()): string[] {
  for (const file of chunk.imports) {
    const needed = bundle[file];
    if (needed?.type === 'chunk' && !seen.has(file)) closure(needed, bundle, seen);
  }
  seen.add(chunk.fileName);
  return [...seen];
}

const hash = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('base64');
