import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './set-up/paths.mjs';
import { Refusal, runMain } from './set-up/refusal.mjs';
import { runNode } from './set-up/run-node.mjs';
import { setUp } from './set-up.mjs';

const scripts = {
  bench: 'api/bench/main.ts',
  seed: 'demo/world/seed.ts',
  import: 'api/commands/import.ts',
  db: 'api/commands/db.ts',
  ledger: 'api/commands/ledger.ts',
  look: 'demo/look/look.ts',
  faults: '.ci/faults.ts',
  size: '.ci/size.ts',
  gallery: '.ci/gallery.ts',
  accessibility: 'demo/look/accessibility/main.ts',
  'test:engines': '.ci/test-engines.ts',
  'pack:widgets': '.ci/package/pack.ts',
  'new:slice': '.ci/new-slice.ts',
  'new:widget': '.ci/new-widget.ts',
};

/** Benches of what a browser does live beside the demo they measure; `npm run bench -- embed`. */
const benchesInBrowser = {
  embed: 'demo/bench/embed/main.ts',
  portal: 'demo/bench/portal/main.ts',
  lighthouse: 'demo/bench/lighthouse/main.ts',
};

await runMain(async () => {
  const [name, ...args] = process.argv.slice(2);
  const inBrowser = name === 'bench' ? benchesInBrowser[args[0]] : undefined;
  const script = inBrowser ?? scripts[name];
  if (!script) throw new Refusal(`Say which script to run: ${Object.keys(scripts).join(', ')}.`);
  const { browser } = await setUp({
    build: ['size', 'test:engines'].includes(name) || Boolean(inBrowser),
    browser: Boolean(inBrowser),
  });
  if (browser) process.env.CHROMIUM_PATH = browser;
  if (!existsSync(join(root, script))) throw new Refusal(`${script} is missing: this checkout is incomplete.`);
  await runNode([script, ...args]);
});
