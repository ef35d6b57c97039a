import { runMain } from './set-up/refusal.mjs';
import { runNode } from './set-up/run-node.mjs';
import { setUp } from './set-up.mjs';

await runMain(async () => {
  const args = process.argv.slice(2);
  const watch = args.includes('--watch');
  await setUp({ build: true });
  const rest = args.filter((arg) => arg !== '--watch');
  await runNode([...(watch ? ['--watch', '--watch-preserve-output'] : []), 'demo/start.ts', ...rest]);
});
