import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

type Chunk = Rollup.OutputChunk;
/** A chunk as it is served, by its file name. */
type File = Pick<Chunk, 'name' | 'facadeModuleId' | 'fileName' | 'code' | 'imports'>;
type Files = Record<string, File>;
const widgets = resolve(import.meta.dirname, '../widgets');

/** Files with their SHA-256 without padding, the deepest first. */
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
      const files = withShortNames(folder, bundle);
      const chunks = Object.values(files);
      const loader = chunks.find(({ name }) => name === 'loader')!;
      if (loader.imports.length) this.error('The loader must stand alone.');
      const others = chunks.filter((chunk) => chunk !== loader);
      const bytes = (file: string) => readFileSync(join(folder, file));
      const sha256 = (file: string) => hash('sha256', bytes(file));
      // The padding says nothing, and every widget carries a dozen hashes: the loader puts it back.
      const unpadded = (file: string) => sha256(file).slice(0, -1);
      const write = (file: string, mark: string, value: unknown) =>
        writeFileSync(
          join(folder, file),
          bytes(file)
            .toString()
            .replace(mark, () => JSON.stringify(value)),
        );

      const named = others.flatMap((chunk) => namedNeeds(chunk, files));
      const checked = (names: [string, string[]][], known: string[] = []): Record<string, Checked> =>
        Object.fromEntries(
          names.map(([name, files]) => [
            name,
            files.filter((file) => !known.includes(file)).map((file) => [file, unpadded(file)]),
          ]),
        );
      // First the files that hold no hashes, then those that hold theirs, last the loader.
      for (const chunk of others.filter(({ code }) => code.includes('LATER_FILES'))) {
        const owner = namedNeeds(chunk, files)[0]?.[0] ?? chunk.name;
        const later = named.filter(([name]) => name.startsWith(`${owner}/`));
        write(chunk.fileName, 'LATER_FILES', checked(later, closure(chunk, files)));
      }
      const tags = checked(named.filter(([name]) => !name.includes('/')));
      // What the core loads later stands in the table as well: every page has it, and most need none of it.
      const core = checked(named.filter(([name]) => name.startsWith('core/')));
      const table = `export default ${JSON.stringify({ ...tags, core })};\n`;
      const tableFile = `tags-${hash('sha256', table).replace(/\W/g, '').slice(0, 8)}.js`;
      writeFileSync(join(folder, tableFile), table);
      write(loader.fileName, 'TAG_NAMES', Object.keys(tags).join(' '));
      write(loader.fileName, 'FIRST_FILES', [sharedByAll(tags), [tableFile, unpadded(tableFile)]]);

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

/** Words are found by the table alone (widgets/core/lazy.ts): six languages a widget would be named twice. */
const importOfWords = /\(\)=>import\("\.\/(?:ar|de|en|es|fr|ja)-[\w-]{4}\.js"\)/g;

/**
 * What a name needs is to be another one in the next version: what is in the file, its SHA-256 says. Every file is named
 * twice where it is loaded, in what has to stay small, so four letters are kept of the bundler's eight.
 */
function withShortNames(folder: string, bundle: Rollup.OutputBundle): Files {
  const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk');
  const short = new Map(
    chunks.map(({ fileName }) => [fileName, fileName.replace(/(-[\w-]{4})[\w-]{4}\.js$/, '$1.js')]),
  );
  if (new Set(short.values()).size < short.size) throw new Error('Two embed files have one name: keep more letters.');
  const renamed = (text: string) => text.replace(/[\w-]+-[\w-]{8}\.js/g, (file) => short.get(file) ?? file);
  const files: Files = {};
  for (const chunk of chunks) {
    const fileName = renamed(chunk.fileName);
    const code = renamed(readFileSync(join(folder, chunk.fileName), 'utf8')).replace(importOfWords, '0');
    rmSync(join(folder, chunk.fileName));
    writeFileSync(join(folder, fileName), code);
    files[fileName] = {
      name: chunk.name,
      facadeModuleId: chunk.facadeModuleId,
      fileName,
      code,
      imports: chunk.imports.map(renamed),
    };
  }
  return files;
}

/** What every tag needs first: fetched beside the table, so that the table costs no time. */
function sharedByAll(tags: Record<string, Checked>): Checked[number] {
  const [first] = Object.values(tags);
  return first![0]!;
}

/** `talent-search` for a widget's entry, `talent-search/panels` for what it imports later; others have no name. */
function namedNeeds(chunk: File, files: Files): [name: string, files: string[]][] {
  if (!chunk.facadeModuleId) return [];
  const name = relative(widgets, chunk.facadeModuleId)
    .replace(/^loader\/widgets\//, '')
    .replace(/\.ts$/, '');
  return [[name, closure(chunk, files)]];
}

/** Static imports, the deepest first, so that no file is fetched by its importer before its own hash was demanded. */
function closure(chunk: File, files: Files, seen = new Set<string>()): string[] {
  for (const file of chunk.imports) {
    const needed = files[file];
    if (needed && !seen.has(file)) closure(needed, files, seen);
  }
  seen.add(chunk.fileName);
  return [...seen];
}

const hash = (algorithm: string, bytes: string | Buffer) => createHash(algorithm).update(bytes).digest('base64');
