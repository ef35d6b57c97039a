import type { EngineRun } from '../../portal/docs/accessibility/shape.ts';
import { type Counts, inWords, oneFailed, sum } from '../test/counts.ts';
import { tally } from '../test/progress.ts';
import { changedChunks } from './changed-chunk.ts';
import type { DemoServer } from './demo-server.ts';
import { elementTests } from './element-tests.ts';
import { type EnginePage, startPage } from './engine-page.ts';
import type { Engine } from './engines.ts';
import { featureTests } from './feature-tests.ts';
import { hostPages } from './host-pages.ts';
import { installEngine } from './install-engine.ts';
import { readRecord, today } from './record.ts';
import type { Wanted } from './wanted.ts';

type Ran = {
  counts: Counts;
  /** for the record; counts only of parts that were run */
  run?: Pick<EngineRun, 'name' | 'version' | 'lacks'> & Partial<EngineRun>;
};

/** One engine through the parts that are wanted; an engine that does not start has failed once. */
export async function runEngine(engine: Engine, wanted: Wanted, demo: DemoServer | undefined): Promise<Ran> {
  const say = (text: string) => console.log(`${engine.name.padEnd(8)} ${text}`);
  const said = (part: string, counts: Counts): Counts => {
    say(`${counts.failed > 0 ? '✖' : '✔'} ${part}: ${inWords(counts)}`);
    return counts;
  };
  const passed: string[] = [];
  const all: Counts[] = [];
  const testing = async (part: string, test: (tell: (name: string, why?: string) => void) => Promise<void>) => {
    const counts = tally(say);
    await test((name, why) => {
      if (!why) passed.push(`${part}: ${name}`);
      counts.add(why ? 'failed' : 'passed', name, why);
    }).catch((error: Error) => counts.add('failed', part, error.message));
    all.push(said(part, counts.end()));
  };
  let page: EnginePage | undefined;
  try {
    const programs = await installEngine(engine, say);
    const counted: Partial<EngineRun> = {};
    if (wanted.elements && engine.config) {
      const result = await elementTests(engine.config, programs, wanted.files, say);
      passed.push(...result.passed);
      counted.elements = { ...said('elements', result.counts), testedOn: today() };
      all.push(result.counts);
    }
    if (!wanted.hosts && !wanted.features) return { counts: sum(all) };
    page = await startPage(engine, programs);
    const current = page;
    if (demo && engine.config) {
      await testing('hosts', async (tell) => {
        await changedChunks(current, tell);
        await hostPages(current, demo.intranetUrl, tell);
      });
      counted.hosts = { ...all.at(-1)!, testedOn: today() };
    }
    if (!wanted.features) return { counts: sum(all) };
    let lacks: string[] = [];
    await testing('features', async (tell) => {
      const ran = { elements: wanted.elements && Boolean(engine.config), hosts: Boolean(demo && engine.config) };
      lacks = await featureTests(current, ran, passed, tell);
      toldAsRecorded(engine, lacks, tell);
    });
    return {
      counts: sum(all),
      run: { name: engine.label, version: page.version, lacks, ...counted },
    };
  } catch (error) {
    say(`✖ ${(error as Error).message}`);
    return { counts: sum([...all, oneFailed]) };
  } finally {
    await page?.stop();
  }
}

/** So that the table in widgets/decisions/0004 cannot grow old unseen. */
function toldAsRecorded({ label }: Engine, lacks: readonly string[], tell: (name: string, why?: string) => void): void {
  if (process.argv.includes('--record')) return;
  const recorded = readRecord().engines.find(({ name }) => name === label)?.lacks ?? [];
  const differs = [...lacks, ...recorded].filter((name) => lacks.includes(name) !== recorded.includes(name));
  const why = `${[...new Set(differs)].join(', ')} changed: see what it means, then run with --record`;
  tell('has and lacks what the table says', differs.length > 0 ? why : undefined);
}
