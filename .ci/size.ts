import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { portalFirstLoads, portalGoalKiB } from './portal-size.ts';

type Manifest = { loader: { file: string }; needs: Record<string, string[]> };
type Row = { part: string; files: string[]; goalKiB: number; peer: string };

const folder = resolve(import.meta.dirname, '../dist/embed/1.0.0');
const manifestFile = join(folder, 'manifest.json');
if (!existsSync(manifestFile)) {
  console.error('There are no embed files yet: run `npm run build` first.');
  process.exit(1);
}
const { loader, needs }: Manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
const isCore = (file: string) => /^(core|controls)-/.test(file);
const names = Object.keys(needs);
/** A widget as it first shows: what its tag imports, and the words of one language. */
const closureOf = (widget: string) => [...new Set([...needs[widget]!, ...(needs[`${widget}/locales/en`] ?? [])])];
const widgets = names.filter((name) => !name.includes('/'));
const core = [...new Set(names.flatMap((name) => needs[name]!.filter(isCore)))];

const rows: Row[] = [
  { part: 'loader', files: [loader.file], goalKiB: 1.5, peer: 'Stripe connect-js 1.8' },
  { part: 'shared core with controls', files: core, goalKiB: 9, peer: 'Fluent set 25.8' },
  {
    part: 'talent-search with its core',
    files: closureOf('talent-search'),
    goalKiB: 15,
    peer: 'InstantSearch 78.2, WorkOS widget 195.7',
  },
  ...widgets
    .filter((name) => name !== 'talent-search')
    .map((name) => ({
      part: `${name} beyond the core`,
      files: closureOf(name).filter((file) => !isCore(file)),
      goalKiB: name === 'job-post' ? 8 : 5,
      peer: '',
    })),
];
/** Loaded when somebody opens it; no goal, but nobody should have to guess. */
const later = names
  .filter((name) => /\/later\/(?!locales\/(?!en$))/.test(name))
  .map((name) => ({ part: name.replace('/later/', ': '), file: needs[name]!.at(-1)! }));

const kiB = (bytes: number) => bytes / 1024;
const brotli = (file: string) =>
  brotliCompressSync(readFileSync(join(folder, file)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const measured = rows.map((row) => ({
  ...row,
  kiB: kiB(row.files.map(brotli).reduce((sum, bytes) => sum + bytes, 0)),
}));

console.log('Brotli, static closure with English words, production build (KiB)\n');
console.log(['part'.padEnd(32), 'goal'.padStart(6), 'measured'.padStart(9), '  best peer measured'].join(''));
for (const { part, goalKiB, kiB: size, peer } of measured) {
  const mark = size > goalKiB ? '  ABOVE GOAL' : '';
  console.log(`${part.padEnd(32)}${goalKiB.toFixed(1).padStart(6)}${size.toFixed(2).padStart(9)}  ${peer}${mark}`);
}
const table = readdirSync(folder).find((file) => /^tags-.*\.js$/.test(file))!;
console.log(`${'+ table of tags, beside the core'.padEnd(38)}${kiB(brotli(table)).toFixed(2).padStart(9)}`);
for (const { part, file } of later)
  console.log(`${`+ ${part}, when opened`.padEnd(38)}${kiB(brotli(file)).toFixed(2).padStart(9)}`);
const firstLoads = portalFirstLoads();
for (const { part, kiB: size } of firstLoads) {
  const mark = size > portalGoalKiB ? '  ABOVE GOAL' : '';
  console.log(`${part.padEnd(44)}${portalGoalKiB} ${size.toFixed(2).padStart(9)}${mark}`);
}
if (process.argv.includes('--files')) {
  for (const file of new Set(measured.flatMap(({ files }) => files))) console.log(file.padEnd(44), brotli(file));
}
if (measured.some(({ kiB: size, goalKiB }) => size > goalKiB)) process.exitCode = 1;
if (firstLoads.length === 0 || firstLoads.some(({ kiB: size }) => size > portalGoalKiB)) process.exitCode = 1;
