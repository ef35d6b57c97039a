import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundle } from './bundle.ts';
import { declarationFiles } from './declarations.ts';
import { editorFiles } from './editor-files.ts';
import { frameworkFiles } from './framework-types.ts';
import { createManifest } from './manifest.ts';
import { packageJson } from './package-json.ts';
import { loadClasses, readSources, root, version } from './sources.ts';
import { createTypePrinter } from './type-printer.ts';

/** `dist/package/` and `dist/package.tgz`, which is also served beside the embed files as `widgets.tgz`. */
const folder = join(root, 'dist/package');
const served = join(root, `dist/embed/${version}`);
if (!existsSync(join(served, 'manifest.json'))) {
  console.error('There are no embed files yet: run `npm run build` first.');
  process.exit(1);
}

await bundle(folder);
const sources = readSources();
const printer = createTypePrinter(sources);
const manifest = createManifest(sources, printer, await loadClasses());
const files = new Map([
  ...declarationFiles(sources, printer, manifest),
  ...frameworkFiles(manifest),
  ...editorFiles(manifest),
  ['custom-elements.json', `${JSON.stringify(manifest, null, 2)}\n`],
  ['package.json', `${JSON.stringify(packageJson(), null, 2)}\n`],
  ['README.md', readFileSync(join(import.meta.dirname, 'package-readme.md'), 'utf8')],
]);
for (const [path, text] of files) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
// Types alone: importing one by mistake must not fail.
for (const name of ['jsx', 'preact', 'solid', 'vue', 'svelte'])
  writeFileSync(join(folder, `${name}.js`), 'export {};\n');
cpSync(served, join(folder, `embed/${version}`), {
  recursive: true,
  filter: (source) => !/\.(br|tgz|zst|gz)$/.test(source),
});

const packed = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', join(root, 'dist')], {
  cwd: folder,
  encoding: 'utf8',
  // A setting of the project's own npm has no meaning here.
  env: { ...process.env, npm_config_loglevel: 'error' },
});
const archive = join(root, 'dist/package.tgz');
renameSync(join(root, 'dist', packed.trim().split('\n').at(-1)!), archive);
for (const place of [served, join(root, 'dist/embed/1')]) copyFileSync(archive, join(place, 'widgets.tgz'));
console.log(`dist/package.tgz: ${files.size} descriptions, ${(readFileSync(archive).length / 1024).toFixed(0)} KiB`);
