import { changedChunks } from './engines/changed-chunk.ts';
import { type DemoServer, startDemo } from './engines/demo-server.ts';
import { startPage } from './engines/engine-page.ts';
import { type Engine, engines } from './engines/engines.ts';
import { hostPages } from './engines/host-pages.ts';
import { installEngine } from './engines/install-engine.ts';
import { type Counts, inWords, oneFailed, sum } from './test/counts.ts';
import { asTestLine, testFiles } from './test/node-tests.ts';
import { freePort } from './test/postgres.ts';
import { type Say, tally } from './test/progress.ts';
import { killAllRunning, runCommand } from './test/run-command.ts';

/**
 * `npm run test:engines`: the widgets' tests and every kind of host page in a stock Firefox and a stock WebKitGTK.
 * `-- webkit` runs one of them, `-- hosts` or `-- elements` a half, any other word the test files it is in.
 */
const elementsMs = 15 * 60_000;
const halves = ['elements', 'hosts'];

process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(signal));
  const names = engines.map(({ name }) => name as string);
  const chosen = engines.filter(({ name }) => !names.some((each) => words.includes(each)) || words.includes(name));
  const asked = halves.filter((half) => words.includes(half));
  const only = words.filter((word) => !names.includes(word) && !halves.includes(word));
  const wants = (half: string) =>
    asked.includes(half) || (asked.length === 0 && (half === 'elements' || only.length === 0));
  const results: Counts[] = [];
  const demo = wants('hosts') ? await startDemo() : undefined;
  try {
    for (const engine of chosen) results.push(...(await runEngine(engine, wants('elements') ? only : undefined, demo)));
  } finally {
    await demo?.stop();
  }
  const total = sum(results);
  console.log(`\n${inWords(total)}`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

async function runEngine(
  engine: Engine,
  only: readonly string[] | undefined,
  demo: DemoServer | undefined,
): Promise<Counts[]> {
  const say = (text: string) => console.log(`${engine.name.padEnd(8)} ${text}`);
  try {
    const programs = await installEngine(engine, say);
    const results: Counts[] = [];
    if (only) results.push(await elementTests(engine, programs, only, say));
    if (demo) results.push(await pages(engine, programs, demo, say));
    return results;
  } catch (error) {
    say(`✖ ${(error as Error).message}`);
    return [oneFailed];
  }
}

async function elementTests(
  { config }: Engine,
  environment: Record<string, string>,
  only: readonly string[],
  say: Say,
): Promise<Counts> {
  const counts = tally(say);
  const code = await runCommand({
    args: [
      'node_modules/@web/test-runner/dist/bin.js',
      '--config',
      config,
      '--port',
      String(await freePort()),
      '--files',
      ...(await testFiles(['widgets/**/!(*.node).test.ts'], only)),
    ],
    environment: { ...environment, TEST_LINES: '1' },
    timeoutMs: elementsMs,
    onLine: (text) => {
      const result = asTestLine(text);
      if (result) counts.add(result.outcome, `${result.file}: ${result.name}`, result.why);
      else counts.note(text);
    },
  });
  return said(counts.end(code), 'elements', say);
}

async function pages(
  engine: Engine,
  programs: Record<string, string>,
  { intranetUrl }: DemoServer,
  say: Say,
): Promise<Counts> {
  const counts = tally(say);
  const tell = (name: string, why?: string) => counts.add(why ? 'failed' : 'passed', name, why);
  const page = await startPage(engine, programs);
  try {
    await changedChunks(page, tell);
    await hostPages(page, intranetUrl, tell);
  } finally {
    await page.stop();
  }
  return said(counts.end(), 'hosts', say);
}

function said(counts: Counts, half: string, say: Say): Counts {
  say(`${counts.failed > 0 ? '✖' : '✔'} ${half}: ${inWords(counts)}`);
  return counts;
}

function stop(signal: NodeJS.Signals): void {
  killAllRunning();
  console.log(`\nstopped by ${signal}`);
  process.exit(1);
}
