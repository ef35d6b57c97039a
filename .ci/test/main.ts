import { type Counts, inWords, oneFailed, sum } from './counts.ts';
import { testFiles } from './node-tests.ts';
import { type Part, parts } from './parts.ts';
import { killAllRunning } from './run-command.ts';

const sideBySide = 2;

process.exitCode = await main(process.argv.slice(2));

/** Runs the chosen parts; the last line counts what really ran. */
async function main(words: readonly string[]): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(signal));
  const names = new Set(parts.flatMap(({ name, group }) => [name, group]));
  const chosen = words.filter((word) => names.has(word));
  const only = words.filter((word) => !names.has(word));
  const selected = parts.filter(
    ({ name, group }) => chosen.length === 0 || chosen.includes(name) || chosen.includes(group),
  );
  const results = await runGroups(await withFiles(selected, chosen, only), only);
  const total = sum(results);
  console.log(`\n${inWords(total)}`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** With file names given, only parts that have such files; a check knows no files and runs when it is asked for. */
async function withFiles(
  selected: readonly Part[],
  chosen: readonly string[],
  only: readonly string[],
): Promise<Part[]> {
  if (only.length === 0) return [...selected];
  const isWanted = async ({ name, group, patterns }: Part) =>
    patterns ? (await testFiles(patterns, only)).length > 0 : chosen.includes(name) || chosen.includes(group);
  const wanted = await Promise.all(selected.map(isWanted));
  return selected.filter((_, index) => wanted[index]);
}

/** A group's parts share the machine; groups follow each other, so that a browser is never starved. */
async function runGroups(selected: readonly Part[], only: readonly string[]): Promise<Counts[]> {
  const results: Counts[] = [];
  for (const group of new Set(selected.map((part) => part.group))) {
    const waiting = selected.filter((part) => part.group === group);
    const lane = async () => {
      for (let part = waiting.shift(); part; part = waiting.shift()) results.push(await runPart(part, only));
    };
    await Promise.all(Array.from({ length: sideBySide }, lane));
  }
  return results;
}

async function runPart(part: Part, only: readonly string[]): Promise<Counts> {
  const say = (text: string) => console.log(`${part.name.padEnd(13)} ${text}`);
  const startedMs = performance.now();
  const counts = await part.run(say, only).catch((error: Error) => {
    say(`✖ ${error.message}`);
    return oneFailed;
  });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  say(`${counts.failed > 0 ? '✖' : '✔'} ${inWords(counts)} (${seconds} s)`);
  return counts;
}

function stop(signal: NodeJS.Signals): void {
  killAllRunning();
  console.log(`\nstopped by ${signal}`);
  process.exit(1);
}
