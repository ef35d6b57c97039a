import { runMain } from './set-up/refusal.mjs';
import { runNode } from './set-up/run-node.mjs';
import { setUp } from './set-up.mjs';

/** `npm test -- api` runs one part, `npm test -- api talent/lists` those of its files; see test/parts.ts. */
await runMain(async () => {
  await setUp();
  await runNode(['.ci/test/main.ts', ...process.argv.slice(2)]);
});
