import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    // Hashes are taken of the bytes on disk: other plugins may still touch a chunk before it is written.
    writeBundle({ dir }, bundle) {
      const folder = dir!;
      const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk');
      const loader = chunks.find(({ name }) => name === 'loader')!;
      if (loader.imports.length) this.error('The loader must stand alone.');
      const others = chunks.filter((chunk) => chunk !== loader);
      const bytes = (file: string) => readFileSync(join(folder, file));
      const files = others.map(({ fileName }): [string, string] => [fileName, hash('sha256', bytes(fileName))]);
      const needs = Object.fromEntries(others.flatMap((chunk) => namedNeeds(chunk, bundle)));

      const numbers = Object.fromEntries(
        Object.entries(needs).map(([name, list]) => [
          name,
          list.map((file) => files.findIndex(([each]) => each === file)),
        ]),
      );
      const code = bytes(loader.fileName)
        .toString()
        .replace('CHUNKS', () => JSON.stringify({ files, needs: numbers }));
      writeFileSync(join(folder, loader.fileName), code);

      const manifest = {
        version: '1.0.0',
        loader: { file: loader.fileName, integrity: `sha384-${hash('sha384', code)}` },
        files: Object.fromEntries(files.map(([file, sha256]) => [file, { integrity: `sha256-${sha256}` }])),
        needs,
      };
      writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
      for (const file of readdirSync(folder))
        writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes(file)));
      const rolling = join(folder, '../1');
      rmSync(rolling, { recursive: true, force: true });
      cpSync(folder, rolling, { recursive: true });
    },
  };
}

/** `talent-search` for a widget's entry, `talent-search/panels` for what it imports later; others have no name. */
function namedNeeds(chunk: Chunk, bundle: Rollup.OutputBundle): [name: string, files: string[]][] {
  if (!chunk.facadeModuleId) return [];
  const name = relative(widgets, chunk.facadeModuleId)
    .replace(/^loader\/widgets\//, '')
    .replace(/\.ts$/, '');
  return [[name, closure(chunk, bundle)]];
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

const hash = (algorithm: string, bytes: string | Buffer) => createHash(algorithm).update(bytes).digest('base64');
