import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

type Chunk = Rollup.OutputChunk;
const widgets = resolve(import.meta.dirname, '../widgets');

/** Files with their SHA-256, the deepest first. */
type Checked = [file: string, sha256: string][];

/**
 * Writes hashes to where they are needed: the loader knows the table of tags, the table the files of each tag, and each
 * widget's own file, which the loader has checked, those that the widget loads later. Then the manifest with the
 * loader's own integrity, compressed copies, and the rolling `/1/`.
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
      const sha256 = (file: string) => hash('sha256', bytes(file));
      const write = (file: string, mark: string, value: unknown) =>
        writeFileSync(
          join(folder, file),
          bytes(file)
            .toString()
            .replace(mark, () => JSON.stringify(value)),
        );

      const named = others.flatMap((chunk) => namedNeeds(chunk, bundle));
      const checked = (names: [string, string[]][], known: string[] = []): Record<string, Checked> =>
        Object.fromEntries(
          names.map(([name, files]) => [
            name,
            files.filter((file) => !known.includes(file)).map((file) => [file, sha256(file)]),
          ]),
        );
      // First the files that hold no hashes, then those that hold theirs, last the loader.
      for (const chunk of others.filter(({ code }) => code.includes('LATER_FILES'))) {
        const owner = namedNeeds(chunk, bundle)[0]?.[0] ?? chunk.name;
        const later = named.filter(([name]) => name.startsWith(`${owner}/`));
        write(chunk.fileName, 'LATER_FILES', checked(later, closure(chunk, bundle)));
      }
      const tags = checked(named.filter(([name]) => !name.includes('/')));
      const table = `export default ${JSON.stringify(tags)};\n`;
      const tableFile = `tags-${hash('sha256', table).replace(/\W/g, '').slice(0, 8)}.js`;
      writeFileSync(join(folder, tableFile), table);
      write(loader.fileName, 'TAG_NAMES', Object.keys(tags).join(' '));
      write(loader.fileName, 'FIRST_FILES', [sharedByAll(tags), [tableFile, sha256(tableFile)]]);

      const manifest = {
        version: '1.0.0',
        loader: { file: loader.fileName, integrity: `sha384-${hash('sha384', bytes(loader.fileName))}` },
        files: Object.fromEntries(
          [...others.map(({ fileName }) => fileName), tableFile].map((file) => [
            file,
            { integrity: `sha256-${sha256(file)}` },
          ]),
        ),
        needs: Object.fromEntries(named),
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

/** What every tag needs first: fetched beside the table, so that the table costs no time. */
function sharedByAll(tags: Record<string, Checked>): Checked[number] {
  const [first] = Object.values(tags);
  return first![0]!;
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
