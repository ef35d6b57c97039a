import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding, Seen } from './picture.ts';

/** Worst first: what is broken, what excludes somebody, what looks wrong. */
const order = [
  'failed',
  'console',
  'axe light',
  'axe dark',
  'overflow',
  'h1',
  'title',
  'layout shift',
  'raw text',
  'primaries',
];
const rank = (kind: string) => (order.indexOf(kind) + order.length + 1) % (order.length + 1);

/** @returns how often each kind was found */
export async function writeReport(
  folder: string,
  seenByName: ReadonlyMap<string, readonly Seen[]>,
  unreached: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, number>> {
  const all = [...seenByName].flatMap(([name, seen]) =>
    seen.flatMap((one) => one.findings.map((found) => ({ name, ...one, found }))),
  );
  const kinds = Map.groupBy(all, ({ found }) => found.kind);
  const counted = new Map(
    [...kinds]
      .map(([kind, found]) => [kind, found.length])
      .sort((a, b) => rank(a[0] as string) - rank(b[0] as string)) as [string, number][],
  );
  const lines = ['# What the pages say', ''];
  for (const kind of counted.keys()) {
    lines.push(`## ${kind} (${counted.get(kind)})`, '');
    for (const { name, path, found } of kinds.get(kind)!)
      lines.push(`- ${name} ${path} @${found.width}: ${found.what}`);
    lines.push('');
  }
  lines.push(
    '## Pages without an address',
    '',
    ...[...unreached].map(([name, routes]) => `- ${name}: ${routes.join(', ')}`),
    '',
  );
  await writeFile(join(folder, 'report.md'), lines.join('\n'));
  await writeFile(join(folder, 'report.json'), JSON.stringify(Object.fromEntries(seenByName), withoutLinks, 1));
  return counted;
}

const withoutLinks = (key: string, value: unknown) => (key === 'links' ? undefined : value);

export type { Finding };
