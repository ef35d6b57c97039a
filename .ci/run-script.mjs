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
  faults: '.ci/faults.ts',
  size: '.ci/size.ts',
  'new:slice': '.ci/new-slice.ts',
  'new:widget': '.ci/new-widget.ts',
};

await runMain(async () => {
  const [name, ...args] = process.argv.slice(2);
  const script = scripts[name];
  if (!script) throw new Refusal(`Say which script to run: ${Object.keys(scripts).join(', ')}.`);
  await setUp({ build: name === 'size' });
  if (!existsSync(join(root, script))) throw new Refusal(`${script} is missing: this checkout is incomplete.`);
  await runNode([script, ...args]);
});
