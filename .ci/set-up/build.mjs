import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { ownEnvironment, root } from './paths.mjs';
import { Refusal } from './refusal.mjs';
import { runQuietly } from './run-quietly.mjs';

const stamp = join(root, 'dist', '.source-hash');
const rooms = ['themes', 'widgets', 'portal', 'demo'];
const neverBuilt = new Set(['node_modules', 'dist', 'stories', 'world', 'gallery', '.data']);

/** Builds the embed files, portal and demo pages, unless they were built from the very same source. */
export async function buildWhenChanged() {
  const hash = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.log('Building the widgets and the portal …');
  const { code, lastLines } = await runQuietly('npm', ['run', '--silent', 'build'], {
    cwd: root,
    env: ownEnvironment({ NO_COLOR: '1' }),
  });
  if (code !== 0) {
    console.error(lastLines);
    throw new Refusal('The build failed (above): correct what it names and run this again.');
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

function sourceHash() {
  const hash = createHash('sha256');
  for (const file of builtFiles())
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function builtFiles() {
  const own = rooms.flatMap((room) => filesIn(join(root, room)));
  const nouns = filesIn(join(root, 'api')).filter(isNoun);
  const tools = [
    'vite.config.ts',
    '.ci/embed-files.ts',
    '.ci/minify-templates.ts',
    '.ci/own-copies.ts',
    '.ci/portal-words.ts',
    '.ci/portal-words/used-words.ts',
    '.ci/precompress.ts',
    '.ci/tailwind.ts',
    'package-lock.json',
  ];
  const rest = tools.map((name) => join(root, name));
  const packing = filesIn(join(root, '.ci/package'));
  return [...own, ...nouns, ...rest, ...packing]
    .filter((file) => existsSync(file) && !/\.(test|spec)\.ts$/.test(file))
    .sort();
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (neverBuilt.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

/** `freelancers/freelancer.ts`: of the API only these pure files are built into the browser's code. */
function isNoun(file) {
  const noun = basename(file, '.ts');
  const folder = basename(dirname(file));
  return file.endsWith('.ts') && folder.startsWith(noun.replace(/y$/, ''));
}
