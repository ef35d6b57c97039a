import { glob } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Counts } from './counts.ts';
import type { TestLine } from './node-reporter.ts';
import { type Say, tally } from './progress.ts';
import { root, runCommand } from './run-command.ts';

const timeoutMs = 17 * 60_000;
const oneTestMs = 5 * 60_000;

/** Runs `*.test.ts` files with node:test; two of these runs share the machine. */
export async function nodeTests(
  patterns: readonly string[],
  only: readonly string[],
  say: Say,
  environment: Record<string, string> = {},
): Promise<Counts> {
  const files = await testFiles(patterns, only);
  const counts = tally(say);
  if (files.length === 0) return counts.end();
  const code = await runCommand({
    args: [
      '--test',
      '--test-reporter=./.ci/test/node-reporter.ts',
      '--test-reporter-destination=stdout',
      `--test-timeout=${oneTestMs}`,
      `--test-concurrency=${Math.max(1, Math.floor(availableParallelism() / 2))}`,
      ...files,
    ],
    environment,
    timeoutMs,
    onLine: (text) => {
      const result = asTestLine(text);
      if (result) counts.add(result.outcome, `${result.file}: ${result.name}`, result.why);
      else counts.note(text);
    },
  });
  return counts.end(code);
}

export async function testFiles(patterns: readonly string[], only: readonly string[]): Promise<string[]> {
  const files = new Set<string>();
  for (const pattern of patterns) {
    for await (const file of glob(pattern, { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] }))
      files.add(file);
  }
  return [...files].filter((file) => only.length === 0 || only.some((part) => file.includes(part))).sort();
}

export function asTestLine(text: string): TestLine | undefined {
  return text.startsWith('{"outcome"') ? (JSON.parse(text) as TestLine) : undefined;
}
