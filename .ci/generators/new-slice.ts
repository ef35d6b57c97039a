import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Names, sliceNames, Unusable } from './names.ts';
import { changeFile, writeFromTemplates } from './write-files.ts';

const templates = new URL('slice', import.meta.url).pathname;

/**
 * Makes a slice that works: noun, shapes, routes, commands, table, store, migration and tests, and registers it.
 * @returns the files written or changed
 */
export function newSlice(root: string, wish: string, plural?: string): string[] {
  const names: Names = { ...sliceNames(wish, plural), __number__: nextNumber(root) };
  const folder = join('api', names.__wing__!, names.__kebabs__!);
  if (existsSync(join(root, folder))) throw new Unusable(`${folder} exists already; nothing was written.`);
  return [
    ...writeFromTemplates(templates, root, names),
    changeFile(root, 'api/migrations.ts', (text) => withMigration(text, names)),
    changeFile(root, 'api/app.ts', (text) => withRoutes(text, names)),
  ];
}

function nextNumber(root: string): string {
  const numbers = globSync('api/migrations/[0-9]*.ts', { cwd: root }).map((file) =>
    Number.parseInt(basename(file), 10),
  );
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0');
}

function withMigration(text: string, { __camels__: name, __kebabs__: kebabs, __number__: number }: Names): string {
  const listed = text.replace(/(migrations: readonly NamedMigration\[\] = \[[^\]]*?),?\s*\]/, `$1, ${name}]`);
  return listed === text ? text : `import { ${name} } from './migrations/${number}-${kebabs}.ts';\n${listed}`;
}

function withRoutes(text: string, { __camel__: name, __kebabs__: kebabs, __wing__: wing }: Names): string {
  const mounted = [...text.matchAll(/^ +http\.route\('\/', \w+Routes\(.*\);\n/gm)].at(-1);
  if (!mounted) return text;
  const end = mounted.index + mounted[0].length;
  const routed = `${text.slice(0, end)}  http.route('/', ${name}Routes(deps));\n${text.slice(end)}`;
  return `import { ${name}Routes } from './${wing}/${kebabs}/routes.ts';\n${routed}`;
}
