import { parseArgs } from 'node:util';
import { readSettings, SettingsRefused } from '@portico/api/env.ts';
import { openApp, StartRefused } from '@portico/api/server.ts';
import { progressLine } from '../progress-line.ts';
import { demoPassword } from './demo-password.ts';
import { growWorld } from './seed-world.ts';

/** `npm run seed -- --freelancers 100000 [--seed 7]`: makes the demo world, or lets it grow to that many freelancers. */
const usage = 'Use: npm run seed -- --freelancers 100000 [--seed 7]';
const freelancersMax = 2_000_000;
const intranetPortDefault = 4001;

class SeedRefused extends Error {}

try {
  await seed();
} catch (error) {
  if (![SeedRefused, SettingsRefused, StartRefused].some((kind) => error instanceof kind)) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function seed(): Promise<void> {
  const { freelancers, seed } = readOptions();
  const settings = await readSettings(process.env);
  const app = await openApp(settings);
  try {
    const intranetPort = Number(process.env.INTRANET_PORT ?? intranetPortDefault);
    const startedMs = performance.now();
    const onProgress = progressLine();
    await growWorld(app, { dataFolder: settings.dataFolder, intranetPort, freelancers, seed, onProgress });
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    console.log(
      `The world has ${freelancers} freelancers (${seconds} s). The password of every demo sign-in is ${demoPassword}.`,
    );
  } finally {
    await app.identity.settled();
    await app.deps.database.close();
  }
}

function readOptions(): { freelancers: number; seed: number } {
  try {
    const { values } = parseArgs({
      options: { freelancers: { type: 'string', default: '2000' }, seed: { type: 'string', default: '7' } },
    });
    return {
      freelancers: wholeNumber(values.freelancers, freelancersMax),
      seed: wholeNumber(values.seed, Number.MAX_SAFE_INTEGER),
    };
  } catch (error) {
    throw error instanceof SeedRefused ? error : new SeedRefused(usage);
  }
}

function wholeNumber(text: string, max: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number > 0 && number <= max) return number;
  throw new SeedRefused(`${text} is no whole number from 1 to ${max}. ${usage}`);
}
