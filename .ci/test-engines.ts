import { type DemoServer, startDemo } from './engines/demo-server.ts';
import { type EngineName, engines } from './engines/engines.ts';
import { recordRun } from './engines/record.ts';
import { runEngine } from './engines/run-engine.ts';
import { parts, type Wanted } from './engines/wanted.ts';
import { type Counts, inWords, oneFailed, sum } from './test/counts.ts';
import { killAllRunning } from './test/run-command.ts';

/**
 * `npm run test:engines`: the widgets' tests, every kind of host page and what is used of the web, in a stock Firefox and a
 * stock WebKitGTK. `-- webkit` runs one of them, `-- elements`, `-- hosts` or `-- features` a part, any other word the test
 * files it is in. `-- --record` writes what was seen for the accessibility statement and for widgets/decisions/0004.
 */

process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(signal));
  const names = words.filter((word): word is EngineName => engines.some(({ name }) => name === word));
  const asked = parts.filter((part) => words.includes(part));
  const known: readonly string[] = [...parts, ...names, '--record'];
  const files = words.filter((word) => !known.includes(word) && !word.startsWith('--url='));
  const wants = (part: (typeof parts)[number]) =>
    asked.length > 0 ? asked.includes(part) : part === 'elements' || files.length === 0;
  const wanted: Wanted = {
    ...{ elements: wants('elements'), hosts: wants('hosts'), features: wants('features') },
    files,
  };
  const results: { label: string; counts: Counts }[] = [];
  let demo: DemoServer | undefined;
  try {
    demo = wanted.hosts ? await demoFor(words) : undefined;
    for (const engine of engines) {
      const isAsked = names.length > 0 ? names.includes(engine.name) : true;
      if (!isAsked) continue;
      const { counts, run } = await runEngine(engine, wanted, demo);
      results.push({ label: run?.version ? `${engine.label} ${run.version}` : engine.label, counts });
      if (run && files.length === 0 && words.includes('--record')) recordRun(run);
    }
  } catch (error) {
    console.log(`✖ ${(error as Error).message}`);
    results.push({ label: 'the demo server', counts: oneFailed });
  } finally {
    await demo?.stop();
  }
  const total = sum(results.map(({ counts }) => counts));
  console.log('');
  for (const { label, counts } of results) console.log(`${label.padEnd(22)} ${inWords(counts)}`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** `--url=http://localhost:4001` takes an intranet that runs already. */
async function demoFor(words: readonly string[]): Promise<DemoServer> {
  const intranetUrl = words.find((word) => word.startsWith('--url='))?.slice('--url='.length);
  return intranetUrl ? { intranetUrl, stop: async () => {} } : startDemo();
}

function stop(signal: NodeJS.Signals): void {
  killAllRunning();
  console.log(`\nstopped by ${signal}`);
  process.exit(1);
}
