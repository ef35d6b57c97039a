import { glob } from 'node:fs/promises';
import type { Counts } from './counts.ts';
import type { TestLine } from './node-reporter.ts';
import { type Say, tally } from './progress.ts';
import { root, runCommand } from './run-command.ts';

const batchMs = 12 * 60_000;
const oneTestMs = 5 * 60_000;

/**
 * Runs `*.test.ts` files with node:test; two of these runs share the machine. The files of a folder such as
 * `api/hiring` share a process: on their own most of their time goes into loading the same modules again.
 */
export async function nodeTests(
  patterns: readonly string[],
  only: readonly string[],
  say: Say,
  environment: Record<string, string> = {},
): Promise<Counts> {
  const files = await testFiles(patterns, only);
  const counts = tally(say);
  let badExit = 0;
  for (const batch of Object.values(Object.groupBy(files, folderOf))) {
    const lines = countLines(counts, batch!);
    const code = await runCommand({
      args: [
        '--test',
        '--test-isolation=none',
        '--test-reporter=./.ci/test/node-reporter.ts',
        '--test-reporter-destination=stdout',
        `--test-timeout=${oneTestMs}`,
        ...batch!,
      ],
      environment,
      timeoutMs: batchMs,
      onLine: lines.read,
    });
    if (code !== 0) badExit = code;
    lines.end();
  }
  return counts.end(badExit);
}

/** Counts what one process says of these files; one that it says nothing of has failed. */
export function countLines(counts: ReturnType<typeof tally>, files: readonly string[]) {
  const unheard = new Set(files);
  return {
    read(text: string): void {
      const result = asTestLine(text);
      if (!result) {
        counts.note(text);
        return;
      }
      unheard.delete(result.file);
      counts.add(result.outcome, `${result.file}: ${result.name}`, result.why);
    },
    end(): void {
      for (const file of unheard) counts.add('failed', file, 'no test of this file ran');
    },
  };
}

const folderOf = (file: string): string => file.split('/').slice(0, 2).join('/');

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
