import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { type Host, startHost } from './host.ts';
import { type Load, measureLoad } from './measure.ts';
import { buildPeer, packagesBelow, peers } from './sizes.ts';

/**
 * `npm run bench -- embed [--rounds 7]`: what a host's page pays for our widgets, beside peers in the same run, turn by turn,
 * each under the same policy and on a processor four times as slow. Medians; the goals are those of embedding.md.
 */
type Candidate = { name: string; markup: string; ready: string; packages: number };

const rounds = Number(process.argv[process.argv.indexOf('--rounds') + 1]) || 7;
const folder = await mkdtemp(join(tmpdir(), 'embed-bench-'));
for (const peer of peers) await buildPeer(peer, folder);
const host = await startHost(folder);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  await bench(candidates(host));
} finally {
  await browser.close();
  host.close();
  await rm(folder, { recursive: true, force: true });
}

function candidates({ integrity }: Host): Candidate[] {
  const loader = `<script type="module" src="/embed/1.0.0/loader.js" integrity="${integrity}" crossorigin data-session-url="/api/hire-session"></script>`;
  const peer = (name: string) => `<script type="module" src="/peers/${name}.js"></script>`;
  // What we publish brings lit-html and its types.
  const ours = packagesBelow(['lit-html']) + 1;
  return [
    {
      name: 'talent search',
      markup: `${loader}<hire-talent-search></hire-talent-search>`,
      ready: 'hire-talent-search button.name',
      packages: ours,
    },
    {
      name: 'InstantSearch',
      markup: peer('instant-search'),
      ready: '.result',
      packages: packagesBelow(['instantsearch.js']),
    },
    {
      name: 'job post',
      markup: `${loader}<hire-job-post></hire-job-post>`,
      ready: 'hire-job-post button',
      packages: ours,
    },
    {
      name: 'Web Awesome set',
      markup: peer('web-awesome'),
      ready: 'body[data-ready]',
      packages: packagesBelow(['@awesome.me/webawesome']),
    },
    {
      name: 'Fluent set',
      markup: peer('fluent'),
      ready: 'body[data-ready]',
      packages: packagesBelow(['@fluentui/web-components', '@fluentui/tokens']),
    },
  ];
}

async function bench(all: readonly Candidate[]): Promise<void> {
  const loads = new Map<Candidate, Load[]>(all.map((each) => [each, []]));
  for (let round = 0; round < rounds; round++)
    for (const each of all) loads.get(each)!.push(await measureLoad(browser, pageOf(each.markup), each.ready));
  console.log(
    `Medians of ${rounds} loads, processor throttled 4×, Brotli, one policy for all (${(await readdir(folder)).length} peer files)\n`,
  );
  const heads = [
    '',
    'wire KiB',
    'script ms',
    'blocking ms',
    'ready ms',
    'shift',
    'CSP+TT',
    'errors',
    'origins',
    'twice',
    'packages',
  ];
  console.log(heads.map((head, index) => (index ? head.padStart(12) : head.padEnd(18))).join(''));
  for (const each of all) {
    const of = (key: keyof Load) => median(loads.get(each)!.map((load) => load[key]));
    const cells = [
      of('wireKiB').toFixed(1),
      of('scriptMs').toFixed(0),
      of('blockingMs').toFixed(0),
      of('readyMs').toFixed(0),
      of('shift').toFixed(3),
      of('violations'),
      of('errors'),
      of('origins'),
      await errorsWhenTwice(each),
      each.packages,
    ];
    console.log(each.name.padEnd(18) + cells.map((cell) => `${cell}`.padStart(12)).join(''));
  }
  console.log(
    '\nGoals: script ≤ 120 ms, blocking ≤ 200 ms, shift ≤ 0.02, violations, errors and errors when loaded twice 0, one origin, packages ≤ 6.',
  );
}

function pageOf(markup: string): string {
  return `${host.origin}/?${new URLSearchParams({ body: markup })}`;
}

/** The same script a second time, under another address, as two teams on one page would do it. */
async function errorsWhenTwice({ markup, ready }: Candidate): Promise<number> {
  const [, script] = /^(<script.*?<\/script>)/.exec(markup)!;
  const again = script!.replace(/\.js"/, '.js?again"');
  const { errors } = await measureLoad(browser, pageOf(markup + again), ready);
  return errors;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
