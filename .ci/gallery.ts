import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Observation } from '../demo/gallery/observations.ts';
import { changesSince, readStatement, statementOf, writeStatement } from '../demo/gallery/statement.ts';
import { findOrInstallBrowser } from './set-up/browser.mjs';
import { buildWhenChanged } from './set-up/build.mjs';
import { freePort } from './test/postgres.ts';
import { indented } from './test/progress.ts';
import { runCommand } from './test/run-command.ts';

/**
 * `npm run gallery`: the covering set, as `npm test` has it. `-- --all` looks at every combination (hours), `-- --every=31`
 * at each thirty-first of them; `-- --approve` writes pictures and the accessibility statement; other words choose tests by
 * their names.
 */
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const every = /^--every=(\d+)$/.exec(process.argv.find((word) => word.startsWith('--every=')) ?? '')?.[1];
const isEverything = process.argv.includes('--all') || every !== undefined;
const isApproving = process.argv.includes('--approve');
const isWhole = words.length === 0 && !isEverything;
const folder = await mkdtemp(join(tmpdir(), 'portico-gallery-'));
const observations = join(folder, 'observations.json');

await buildWhenChanged();
const code = await runCommand({
  args: [
    'node_modules/@playwright/test/cli.js',
    'test',
    '-c',
    '.ci/gallery.config.ts',
    ...(words.length ? ['-g', words.join('|')] : []),
  ],
  environment: {
    PORT: String(await freePort()),
    CHROMIUM_PATH: await findOrInstallBrowser(),
    GALLERY_DIFFERENCES: folder,
    GALLERY_OBSERVATIONS: observations,
    ...(isEverything && { GALLERY: 'all', GALLERY_EVERY: every ?? '1' }),
    ...(isApproving && { GALLERY_APPROVE: '1' }),
  },
  timeoutMs: isEverything ? 6 * 3_600_000 : 20 * 60_000,
  onLine: (line) => console.log(line),
});
process.exitCode = code;

if (isWhole && existsSync(observations)) {
  const seen: Observation[] = JSON.parse(readFileSync(observations, 'utf8'));
  const statement = statementOf(seen);
  if (isApproving) await writeStatement(statement);
  else {
    const changes = changesSince(await readStatement(), statement);
    if (changes.length > 0) {
      console.log(
        `The accessibility statement is not what was seen; \`npm run gallery -- --approve\` writes it:\n${indented(changes.join('\n'))}`,
      );
      process.exitCode = 1;
    }
  }
}
if (process.exitCode === 0) await rm(folder, { recursive: true, force: true });
else console.log(`Pictures of what differs: ${folder}`);
