import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Import, readSource } from './imports.ts';
import { type Place, placeOf } from './place.ts';

export type Edge = { from: Place; to: Place; isTypeOnly: boolean; line: number };
export type PackageImport = { from: Place; name: string; isTypeOnly: boolean; line: number };
export type Graph = {
  places: Place[];
  edges: Edge[];
  packages: PackageImport[];
  environment: { from: Place; line: number }[];
  /** What cannot be followed: an arrow nobody can check. */
  lost: { from: Place; specifier: string; line: number }[];
};

const sourceFiles = ['{api,widgets,portal,themes,demo,.ci}/**/*.{ts,tsx,vue}', '*.ts'];
const notSource = /(^|\/)(node_modules|dist|\.data)\/|\.d\.m?ts$/;

/** Reads every source file of the project below `root`. */
export function readGraph(root: string): Graph {
  const graph: Graph = { places: [], edges: [], packages: [], environment: [], lost: [] };
  const files = globSync(sourceFiles, { cwd: root }).filter((path) => !notSource.test(path));
  const places = new Map<string, Place>();
  const placeAt = (path: string): Place => {
    const place = places.get(path) ?? placeOf(path);
    places.set(path, place);
    return place;
  };
  for (const path of files.map((file) => file.replaceAll('\\', '/')).sort()) {
    const from = placeAt(path);
    const { imports, environmentLines } = readSource(path.replace(/\.vue$/, '.ts'), sourceText(root, path));
    graph.places.push(from);
    graph.environment.push(...environmentLines.map((line) => ({ from, line })));
    for (const found of imports) follow(graph, root, placeAt, from, found);
  }
  markPure(graph);
  return graph;
}

function follow(
  graph: Graph,
  root: string,
  placeAt: (path: string) => Place,
  from: Place,
  { specifier, isTypeOnly, line }: Import,
): void {
  const target = resolve(root, from.path, specifier);
  if (target === undefined) graph.packages.push({ from, name: packageOf(specifier), isTypeOnly, line });
  else if (!existsSync(join(root, target))) graph.lost.push({ from, specifier, line });
  // Style sheets, pictures and the like have no arrows of their own.
  else if (/\.(ts|tsx|vue)$/.test(target)) graph.edges.push({ from, to: placeAt(target), isTypeOnly, line });
}

/** Tables of constants and sums beside a noun: every file of the slice may use them, as they reach nothing. */
function markPure({ places, edges, packages }: Graph): void {
  const candidates = new Set(places.filter(({ role }) => role === 'command'));
  for (const { from, isTypeOnly } of packages) if (!isTypeOnly) candidates.delete(from);
  const runtime = edges.filter(({ isTypeOnly }) => !isTypeOnly);
  for (let before = -1; before !== candidates.size; ) {
    before = candidates.size;
    for (const { from, to } of runtime) if (to.role !== 'noun' && !candidates.has(to)) candidates.delete(from);
  }
  for (const place of candidates) place.role = 'pure';
}

/** The file within the project that is meant, or undefined for a package from outside. */
function resolve(root: string, importer: string, written: string): string | undefined {
  const specifier = written.replace(/\?.*$/, '');
  if (specifier.startsWith('.')) return posix.join(posix.dirname(importer), specifier);
  const [, room, rest] = /^@portico\/([^/]+)(\/.*)?$/.exec(specifier) ?? [];
  if (!room) return undefined;
  return posix.join(room, exportedPath(root, room, rest ? `.${rest}` : '.') ?? rest ?? 'index.ts');
}

/** What the room's package.json makes of a path: an exact entry, else the entry with the longest part before its `*`. */
function exportedPath(root: string, room: string, wanted: string): string | undefined {
  const file = join(root, room, 'package.json');
  const entries: Record<string, string> = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')).exports ?? {})
    : {};
  if (entries[wanted]) return entries[wanted];
  const patterns = Object.keys(entries).filter((pattern) => pattern.includes('*'));
  for (const pattern of patterns.sort((one, other) => other.length - one.length)) {
    const [before = '', after = ''] = pattern.split('*');
    if (!wanted.startsWith(before) || !wanted.endsWith(after)) continue;
    return entries[pattern]?.replace('*', wanted.slice(before.length, wanted.length - after.length));
  }
  return undefined;
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function sourceText(root: string, path: string): string {
  const text = readFileSync(join(root, path), 'utf8');
  if (!path.endsWith('.vue')) return text;
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n');
}
