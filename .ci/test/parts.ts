import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findOrInstallBrowser } from '../set-up/browser.mjs';
import { buildWhenChanged } from '../set-up/build.mjs';
import { type Counts, oneFailed, onePassed } from './counts.ts';
import { elementTests, galleryTests, stories } from './in-browser.ts';
import { nodeTests } from './node-tests.ts';
import { startPostgres } from './postgres.ts';
import { indented, type Say } from './progress.ts';
import { root, runCommand } from './run-command.ts';

export type Part = {
  name: string;
  /** `npm test -- <word>` runs the parts of this name or group. */
  group: 'checks' | 'api' | 'browser' | 'stories';
  /** @param only parts of file names, from the command line; empty for all files */
  run(say: Say, only: readonly string[]): Promise<Counts>;
  /** Where its test files are; a check has none. */
  patterns?: readonly string[];
};

const apiTests = ['api/**/*.test.ts'];
const roomTests = [
  'themes/**/*.test.ts',
  'demo/**/*.test.ts',
  '.ci/**/*.test.ts',
  '{widgets,portal}/**/*.node.test.ts',
];

/** In the order of running: what fails soonest comes first. Two parts of a group run beside each other. */
export const parts: readonly Part[] = [
  check('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--max-diagnostics=50', '.']),
  check('types', ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false', '--checkers', '2']),
  check('arrows', ['.ci/arrows.ts']),
  check('house-rules', ['.ci/house-rules.ts']),
  check('openapi', ['api/commands/openapi.ts', '--check']),
  check('moves', ['api/commands/moves.ts', '--check']),
  { name: 'build', group: 'checks', run: () => built().then(() => onePassed) },
  check('size', ['.ci/size.ts', '--gate'], built),
  // The longest first: what is short fills the time beside it.
  { name: 'api-postgres', group: 'api', patterns: apiTests, run: apiOnPostgres },
  { name: 'api-sqlite', group: 'api', patterns: apiTests, run: (say, only) => nodeTests(apiTests, only, say) },
  { name: 'rooms', group: 'api', patterns: roomTests, run: roomsOnNode },
  {
    name: 'gallery',
    group: 'browser',
    run: async (say) => {
      await built();
      return galleryTests(say);
    },
  },
  elementPart('widgets'),
  elementPart('portal'),
  {
    name: 'stories',
    group: 'stories',
    patterns: ['demo/stories/*.spec.ts'],
    run: async (say, only) => {
      await built();
      return stories(only, say);
    },
  },
];

async function apiOnPostgres(say: Say, only: readonly string[]): Promise<Counts> {
  const server = await startPostgres();
  try {
    return await nodeTests(apiTests, only, say, { TEST_DATABASE_URL: server.url });
  } finally {
    await server.stop();
  }
}

/** The loader's and the generators' tests look at built files and start a browser of their own. */
async function roomsOnNode(say: Say, only: readonly string[]): Promise<Counts> {
  await built();
  return nodeTests(roomTests, only, say, { CHROMIUM_PATH: await findOrInstallBrowser() });
}

function elementPart(room: string): Part {
  const patterns = [`${room}/**/!(*.node).test.ts`];
  return { name: room, group: 'browser', patterns, run: (say, only) => elementTests(patterns, only, say) };
}

let building: Promise<void> | undefined;

/** Several parts need the built files, and only the first of them builds. */
function built(): Promise<void> {
  building ??= buildWhenChanged();
  return building;
}

/** A command that says by its exit code whether all is well: counted as one test. */
function check(name: string, args: readonly [string, ...string[]], before?: () => Promise<void>): Part {
  return {
    name,
    group: 'checks',
    run: async (say) => {
      if (!existsSync(join(root, args[0]))) throw new Error(`${args[0]} is missing`);
      await before?.();
      const output: string[] = [];
      const code = await runCommand({ args, timeoutMs: 6 * 60_000, onLine: (text) => output.push(text) });
      if (code === 0) return onePassed;
      say(`✖ ${args.join(' ')}\n${indented(output.slice(-200).join('\n'))}`);
      return oneFailed;
    },
  };
}
