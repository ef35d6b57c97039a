import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { EngineRun, EnginesRun } from '../../portal/docs/accessibility/shape.ts';
import { root } from '../test/run-command.ts';
import { features } from './features.ts';
import { usedBy } from './used-features.ts';

export const recordFile = `${root}widgets/engines.generated.json`;
export const tableFile = `${root}widgets/decisions/0004-what-an-engine-lacks.md`;
const mark = { begin: '<!-- written by npm run test:engines -- --record -->', end: '<!-- end -->' };
const order = ['Chromium', 'Firefox', 'WebKitGTK'];

export function readRecord(): EnginesRun {
  return existsSync(recordFile) ? JSON.parse(readFileSync(recordFile, 'utf8')) : { engines: [], features: [] };
}

export const featuresNow = (): EnginesRun['features'] =>
  features.map((feature) => ({
    name: feature.name,
    usedBy: usedBy(feature),
    fallback: feature.fallback ?? null,
    tests: (feature.tests ?? []).map(([file, words]) => `${file}: ${words}`),
  }));

/** Counts and their day stay as they are where only features were asked for. */
export function recordRun(run: Pick<EngineRun, 'name' | 'version' | 'lacks'> & Partial<EngineRun>): void {
  const { engines } = readRecord();
  const before = engines.find(({ name }) => name === run.name);
  const others = engines.filter(({ name }) => name !== run.name);
  const now = { ...before, ...run };
  const record: EnginesRun = {
    engines: [...others, now].sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name)),
    features: featuresNow(),
  };
  writeFileSync(recordFile, `${JSON.stringify(record, null, 2)}\n`);
  writeFileSync(tableFile, withTable(readFileSync(tableFile, 'utf8'), record));
}

export const today = (): string => new Date().toISOString().slice(0, 10);

export function withTable(text: string, record: EnginesRun): string {
  const [before, rest] = text.split(mark.begin);
  const after = rest!.split(mark.end)[1];
  return `${before}${mark.begin}\n\n${tableOf(record)}\n\n${mark.end}${after}`;
}

function tableOf({ engines, features }: EnginesRun): string {
  const cells = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  const head = [
    'feature',
    'used by',
    ...engines.map(({ name, version }) => `${name} ${version}`),
    'without it',
    'tested by',
  ];
  const rows = features.map(({ name, usedBy, fallback, tests }) => [
    `\`${name}\``,
    usedBy.join(', '),
    ...engines.map(({ lacks }) => (lacks.includes(name) ? '**no**' : 'yes')),
    fallback ?? 'every engine has to have it',
    tests.map((test) => `\`${test}\``).join(', '),
  ]);
  return [cells(head), cells(head.map(() => '---')), ...rows.map(cells)].join('\n');
}
