import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrInstallBrowser } from '../set-up/browser.mjs';
import type { Counts } from './counts.ts';
import { asTestLine, testFiles } from './node-tests.ts';
import { freePort } from './postgres.ts';
import { type Say, tally } from './progress.ts';
import { runCommand } from './run-command.ts';

const elementsMs = 8 * 60_000;
const storiesMs = 12 * 60_000;
const galleryMs = 12 * 60_000;

let browser: Promise<string> | undefined;

/** `*.test.ts` of a browser room, in Chromium with @web/test-runner. */
export async function elementTests(patterns: readonly string[], only: readonly string[], say: Say): Promise<Counts> {
  const files = await testFiles(patterns, only);
  if (files.length === 0) return tally(say).end();
  const args = [
    'node_modules/@web/test-runner/dist/bin.js',
    '--config',
    '.ci/browser-tests.config.mjs',
    // Rooms run side by side: left to find a port for themselves, two runners can take the same one.
    '--port',
    String(await freePort()),
    '--files',
    ...files,
  ];
  return counted(args, say, elementsMs);
}

/** `demo/gallery/*.spec.ts`: each widget's looks, axe, measures and preferences; then whether the statement says the same. */
export const galleryTests = (say: Say): Promise<Counts> => counted(['.ci/gallery.ts'], say, galleryMs);

/** `demo/stories/*.spec.ts`, against the real server on free ports with a fresh data folder. */
export async function stories(only: readonly string[], say: Say): Promise<Counts> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'portico-stories-'));
  const args = ['node_modules/@playwright/test/cli.js', 'test', ...only];
  const environment = { PORT: String(await freePort()), INTRANET_PORT: String(await freePort()), DATA_DIR: dataFolder };
  const counts = await counted(args, say, storiesMs, environment);
  // The traces of failed stories are in it.
  if (counts.failed === 0) await rm(dataFolder, { recursive: true, force: true });
  else say(`pictures of what failed: ${dataFolder}/story-results (TRACE=1 keeps traces)`);
  return counts;
}

async function counted(
  args: readonly string[],
  say: Say,
  timeoutMs: number,
  environment: Record<string, string> = {},
): Promise<Counts> {
  browser ??= findOrInstallBrowser();
  const counts = tally(say);
  try {
    const code = await runCommand({
      args,
      environment: { ...environment, CHROMIUM_PATH: await browser, TEST_LINES: '1' },
      timeoutMs,
      onLine: (text) => {
        const result = asTestLine(text);
        if (result) counts.add(result.outcome, `${result.file}: ${result.name}`, result.why);
        else counts.note(text);
      },
    });
    return counts.end(code);
  } catch (error) {
    counts.note(String((error as Error).message));
    return counts.end(1);
  }
}
