import type { Engine } from './search/engine.ts';
import { Fts5Engine } from './search/fts5-engine.ts';
import { madeProfiles } from './search/made-profiles.ts';
import { MiniSearchEngine } from './search/minisearch-engine.ts';
import { PostgresEngine } from './search/postgres-engine.ts';
import { SearchIndexEngine } from './search/search-index-engine.ts';
import { type SearchTask, searchTasks, type TaskAnswer, taskKinds } from './search/search-tasks.ts';

/** Above this size the peers that need minutes to load are left out. */
const allPeersUpTo = 200_000;
/** Time for one engine and kind of query; slow engines answer fewer, never less than `fewestQueries`. */
const budgetMs = 6_000;
const [mostQueries, fewestQueries] = [60, 4];

/**
 * Search with exact facets every time, all engines over the same profiles and queries in one run. Times are as seen by
 * the caller in this process; memory is what the process (or for servers, the files) gained by loading.
 */
export async function benchSearch({ sizes }: { sizes: readonly number[] }): Promise<void> {
  for (const size of sizes) {
    console.log(
      `\nSearch over ${size.toLocaleString('en')} profiles, nine exact facets with every query, ms (p50 / p95)\n`,
    );
    console.log(row(['', 'load s', 'RSS +MB', ...taskKinds, 'mixed p95', 'agrees']));
    const answers = new Map<string, TaskAnswer>();
    const engines: Engine[] = [new SearchIndexEngine(), new Fts5Engine()];
    if (size <= allPeersUpTo) engines.push(new PostgresEngine(), new MiniSearchEngine());
    while (engines.length > 0) await benchEngine(engines.shift()!, size, answers);
  }
}

async function benchEngine(engine: Engine, size: number, answers: Map<string, TaskAnswer>): Promise<void> {
  try {
    globalThis.gc?.();
    const [memoryBefore, start] = [process.memoryUsage.rss(), performance.now()];
    await engine.load(madeProfiles(size));
    const loadSeconds = (performance.now() - start) / 1000;
    globalThis.gc?.();
    const megabytes = (process.memoryUsage.rss() - memoryBefore) / 2 ** 20;
    const measured = await measure(engine, answers);
    const cells = taskKinds.map(
      (kind) => `${format(percentile(measured.times[kind], 0.5))} / ${format(percentile(measured.times[kind], 0.95))}`,
    );
    const mixed = percentile(Object.values(measured.times).flatMap(evenShare), 0.95);
    console.log(
      row([engine.name, loadSeconds.toFixed(1), megabytes.toFixed(0), ...cells, format(mixed), measured.agreement]),
    );
    if (engine.lacks) console.log(`  (${engine.name}: ${engine.lacks}, so these queries find nothing there)`);
  } catch (error) {
    console.log(`${engine.name}: left out, ${(error as Error).message ?? error}`);
  } finally {
    await engine.close();
  }
}

/** Answers of the first engine are what the others are compared with: same total, same facet counts. */
async function measure(engine: Engine, answers: Map<string, TaskAnswer>) {
  const tasks = searchTasks(mostQueries);
  const times = Object.fromEntries(taskKinds.map((kind) => [kind, [] as number[]])) as Record<
    SearchTask['kind'],
    number[]
  >;
  const isReference = answers.size === 0;
  let [compared, equal] = [0, 0];
  for (const kind of taskKinds) {
    const ofKind = tasks.filter((task) => task.kind === kind);
    for (const task of ofKind.slice(0, 3)) await engine.search(task);
    const start = performance.now();
    for (const [at, task] of ofKind.entries()) {
      if (at >= fewestQueries && performance.now() - start > budgetMs) break;
      const queryStart = performance.now();
      const answer = await engine.search(task);
      times[kind].push(performance.now() - queryStart);
      const key = JSON.stringify(task);
      const expected = answers.get(key);
      if (isReference) answers.set(key, answer);
      // Typos and prefixes mean something else to every engine.
      else if (expected !== undefined && (kind === 'common word' || kind === 'four filters')) {
        compared++;
        if (isSame(expected, answer)) equal++;
      }
    }
  }
  return { times, agreement: isReference ? 'reference' : `${equal} of ${compared}` };
}

function isSame(a: TaskAnswer, b: TaskAnswer): boolean {
  const facets = Object.entries(a.facets) as [keyof TaskAnswer['facets'], ReadonlyMap<string, number>][];
  // Of skills only the most frequent 50 are asked for, and ties at the end may differ.
  return a.total === b.total && facets.every(([name, counts]) => name === 'skill' || isSubset(counts, b.facets[name]));
}

function isSubset(counts: ReadonlyMap<string, number>, of: ReadonlyMap<string, number>): boolean {
  return [...counts].every(([value, count]) => of.get(value) === count || (count === 0 && !of.has(value)));
}

/** Slow kinds ran fewer queries; every kind weighs the same in the mix. */
function evenShare(times: number[]): number[] {
  return Array.from({ length: mostQueries }, (_, at) => times[at % times.length]!);
}

function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(share * times.length) - 1]!;
}

function format(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : ms.toFixed(0);
}

function row(cells: readonly string[]): string {
  return cells.map((cell, at) => (at === 0 ? cell.padEnd(15) : cell.padStart(at < 3 ? 8 : 14))).join(' ');
}

if (import.meta.main) {
  const at = process.argv.indexOf('--size');
  await benchSearch({ sizes: [at < 0 ? 100_000 : Number(process.argv[at + 1])] });
}
