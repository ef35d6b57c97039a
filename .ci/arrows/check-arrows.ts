import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCircles } from './circles.ts';
import { type Edge, type Graph, type PackageImport, readGraph } from './graph.ts';
import type { Place } from './place.ts';
import { rules } from './rules.ts';

/** `api/server.ts` and `api/env.ts`, and what starts or tests the house from outside. */
const mayReadEnvironment =
  /^(api\/(server|env)\.ts|api\/(testing|bench|faults|commands)\/|demo\/(start|stories\/|bench\/|look\/|world\/seed\.ts|intranet\/server\.ts)|\.ci\/|[^/]+\.config\.ts$)/;

/** Written for browser rooms but run by Node, when something is built. */
const runsAtBuildTime = new Set([
  'portal/fonts/draw-fonts.ts',
  'portal/icons/draw-icons.ts',
  'portal/pages/embed/draw-server-examples.ts',
  'themes/write-generated.ts',
]);

/** Every arrow that is not in the house's plan, one sentence each. */
export function checkArrows(root: string): string[] {
  const graph = readGraph(root);
  return [
    ...graph.lost.map(({ from, specifier, line }) => `${from.path}:${line} imports ${specifier}, which is not there`),
    ...graph.edges.flatMap(refusals),
    ...browserReaches(graph),
    ...graph.packages.flatMap((found) => packageRefusal(found, root)),
    ...graph.environment
      .filter(({ from }) => from.room !== 'root' && !from.isTest && !mayReadEnvironment.test(from.path))
      .map(
        ({ from, line }) =>
          `${from.path}:${line} reads process.env: only api/env.ts and api/server.ts do; take it as a parameter`,
      ),
    ...findCircles(graph.edges).map((circle) => `circle: ${circle.join(' → ')}`),
  ];
}

function refusals(edge: Edge): string[] {
  const { from, to, line } = edge;
  const why = rules.map((rule) => rule(edge)).find((sentence) => sentence !== undefined);
  return why ? [`${from.path}:${line} → ${to.path}: ${why}`] : [];
}

/** What a browser loads of the API must be pure all the way down: nouns that import nouns, and no package. */
function browserReaches({ edges, packages, places }: Graph): string[] {
  const below = Map.groupBy(
    edges.filter(({ isTypeOnly }) => !isTypeOnly),
    ({ from }) => from.path,
  );
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (place: Place): void => {
    if (seen.has(place.path)) return;
    seen.add(place.path);
    for (const { to } of below.get(place.path) ?? []) {
      if (place.room === 'api' && to.room === 'api' && to.role !== 'noun' && to.role !== 'pure')
        found.push(`${place.path} is loaded by browsers, so it may import nouns only, not ${to.path}`);
      visit(to);
    }
    for (const { from, name, isTypeOnly } of packages) {
      if (from.path === place.path && place.room === 'api' && !isTypeOnly)
        found.push(`${place.path} is loaded by browsers, so it must not import ${name}`);
    }
  };
  for (const place of places) if (place.isBrowser && !place.isTest) visit(place);
  return found;
}

/** A room loads only packages that its own package.json names; tests may use the root's too. Types cost nothing. */
function packageRefusal({ from, name, isTypeOnly, line }: PackageImport, root: string): string[] {
  if (from.room === 'root' || isTypeOnly) return [];
  const where = `${from.path}:${line} imports ${name}`;
  if (name.startsWith('node:')) {
    const isFine =
      !from.isBrowser || from.path.endsWith('.node.test.ts') || runsAtBuildTime.has(from.path) || from.room === 'demo';
    return isFine || (from.room === 'themes' && from.isTest) ? [] : [`${where}: a browser has no such module`];
  }
  const isForTools =
    from.isTest || /^(\w+\/testing|api\/bench|api\/faults|demo\/(bench|look|stories))\//.test(from.path);
  const manifests = isForTools ? [join(from.room, 'package.json'), 'package.json'] : [join(from.room, 'package.json')];
  const isNamed = manifests.some((manifest) => namedPackages(join(root, manifest)).has(name));
  return isNamed ? [] : [`${where}, which ${from.room}/package.json does not name under dependencies`];
}

const known = new Map<string, Set<string>>();

function namedPackages(file: string): Set<string> {
  const names = known.get(file);
  if (names) return names;
  const { dependencies = {}, devDependencies = {} } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const read = new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)]);
  known.set(file, read);
  return read;
}
