import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../sources.ts';
import type { Project } from './projects.ts';

const run = promisify(execFile);
const { resolve } = createRequire(import.meta.url);

/** A project with the packed package unpacked into it, and the frameworks of this house linked beside it. */
export async function freshProject(archive: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'fresh-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@portico/widgets'), { recursive: true });
  await run('tar', ['-xzf', archive, '--strip-components=1', '-C', join(modules, '@portico/widgets')]);
  const own = join(import.meta.dirname, '../node_modules');
  const names = [
    'lit-html',
    'react',
    'react-dom',
    'vue',
    '@vue',
    'svelte',
    '@angular',
    'rxjs',
    'tslib',
    'vite',
    '@types',
  ];
  for (const name of [...names, '@vitejs', '@sveltejs']) {
    if (name === '@angular') mkdirSync(join(modules, name));
    const places = [join(root, 'node_modules', name), join(own, name)].filter(existsSync);
    if (name !== '@angular') symlinkSync(places[0]!, join(modules, name));
    else
      for (const place of places)
        for (const each of readdirSync(place)) symlinkSync(join(place, each), join(modules, name, each));
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return folder;
}

export function writeProject(folder: string, { files, check }: Project): string {
  const place = join(folder, check + Object.keys(files).length + Object.keys(files)[1]!.replace(/\W/g, ''));
  for (const [path, text] of Object.entries({ ...files, 'tsconfig.json': tsconfig(check) })) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
  return place;
}

const tsconfig = (check: Project['check']) =>
  JSON.stringify({
    compilerOptions: {
      strict: true,
      target: 'es2022',
      module: 'esnext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      lib: ['es2022', 'dom', 'dom.iterable'],
      types: [],
      ...(check === 'ngc'
        ? { outDir: 'out', rootDir: '.', skipLibCheck: true, experimentalDecorators: true }
        : { noEmit: true }),
      // Svelte's and Vue's own types are theirs to check; ours are checked where nothing else is.
      skipLibCheck: check !== 'tsc',
    },
    angularCompilerOptions: { strictTemplates: true },
    include: ['*'],
  });

/** `file:line` of every refusal, in order. */
export async function refusals(place: string, check: Project['check']): Promise<string[]> {
  // Vue's checker patches a compiler written in JavaScript, which the house's own no longer is.
  const typescript6 = resolve('typescript/lib/tsc.js');
  const commands: Record<Project['check'], string[]> = {
    tsc: [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.', '--pretty', 'false'],
    'vue-tsc': [join(import.meta.dirname, 'vue-tsc.cjs'), typescript6, '-p', '.', '--pretty', 'false'],
    'svelte-check': [
      join(import.meta.dirname, '../node_modules/svelte-check/bin/svelte-check'),
      '--output',
      'machine',
      '--tsconfig',
      './tsconfig.json',
    ],
    ngc: [
      join(import.meta.dirname, '../node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js'),
      '-p',
      'tsconfig.json',
    ],
  };
  const { stdout, stderr } = await run(process.execPath, commands[check], { cwd: place, maxBuffer: 1 << 26 }).catch(
    (failed: { stdout: string; stderr: string }) => failed,
  );
  const text = `${stdout}\n${stderr}`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: one of the four compilers colors what it says
  const plain = text.replace(/\u001b\[[\d;]*m/g, '');
  const found = [
    ...plain.matchAll(/^([\w./-]+)\((\d+),\d+\): error/gm),
    ...plain.matchAll(/^([\w./-]+):(\d+):\d+ - error/gm),
    ...plain.matchAll(/ERROR "([^"]+)" (\d+):\d+/gm),
  ].map(([, file, line]) => `${file}:${line}`);
  if (found.length === 0 && plain.trim() && !/0 ERRORS/.test(plain)) throw new Error(plain);
  return [...new Set(found)].sort();
}

/** `file:line` of every line that says it is wrong. */
export const wrongLines = ({ files }: Project): string[] =>
  Object.entries(files)
    .flatMap(([path, text]) =>
      text.split('\n').flatMap((line, index) => (/\bwrong\b/.test(line) ? [`${path}:${index + 1}`] : [])),
    )
    .sort();

export { run };
