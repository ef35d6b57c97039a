import type { Counts } from '../test/counts.ts';
import { asTestLine, testFiles } from '../test/node-tests.ts';
import { freePort } from '../test/postgres.ts';
import { type Say, tally } from '../test/progress.ts';
import { runCommand } from '../test/run-command.ts';
import { features } from './features.ts';

/** Of everything: one engine, one file after the other, on a machine that may have other work. */
const elementsMs = 60 * 60_000;

/** The widgets' tests, and those of the portal that a fallback is held to. */
export async function elementTests(
  config: string,
  environment: Record<string, string>,
  only: readonly string[],
  say: Say,
): Promise<{ counts: Counts; passed: string[] }> {
  const fallbacks = features.flatMap(({ tests = [] }) => tests.map(([file]) => file));
  const patterns = ['widgets/**/!(*.node).test.ts', ...fallbacks.filter((file) => file.startsWith('portal/'))];
  const counts = tally(say);
  const passed: string[] = [];
  const code = await runCommand({
    args: [
      'node_modules/@web/test-runner/dist/bin.js',
      '--config',
      config,
      '--port',
      String(await freePort()),
      '--files',
      ...(await testFiles(patterns, only)),
    ],
    environment: { ...environment, TEST_LINES: '1' },
    timeoutMs: elementsMs,
    onLine: (text) => {
      const result = asTestLine(text);
      if (!result) return counts.note(text);
      const name = `${result.file}: ${result.name}`;
      if (result.outcome === 'passed') passed.push(name);
      counts.add(result.outcome, name, result.why);
    },
  });
  return { counts: counts.end(code), passed };
}
