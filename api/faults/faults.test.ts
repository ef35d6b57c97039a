import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openTestDatabase } from '../testing/test-database.ts';
import { amountProperties } from './amounts.ts';
import { crashAroundProcessor } from './crash.ts';
import { freePort } from './free-port.ts';
import { killAtRandom } from './kill.ts';
import { operationsOf } from './operations.ts';
import { raceOutcomes, raceReleases } from './races.ts';
import { newInstallation, type ServerEnvironment, startServerProcess } from './server-process.ts';
import { openWorld, type World } from './world.ts';

/** A few of what `npm run faults` does hundreds of times. */
describe('faults', () => {
  let folder: string;
  let environment: ServerEnvironment;
  let world: World;
  let remove: () => Promise<void>;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portico-faults-'));
    const fresh = await openTestDatabase();
    remove = fresh.close;
    environment = await newInstallation(folder, fresh.address);
    world = await openWorld(environment);
  });
  after(async () => {
    await world.close();
    await remove();
    await rm(folder, { recursive: true, force: true });
  });

  test('a killed server loses nothing it acknowledged, and a repeat does nothing twice', async () => {
    for (const { asked } of await killAtRandom(world, environment, operationsOf(environment), 1))
      assert.equal(asked, 4);
  });

  test('a crash around the processor’s answer charges and books once', async () => {
    await crashAroundProcessor(world, 3);
  });

  // One SQLite file is one process's; there the milestones' own tests race.
  const skip = !process.env.TEST_DATABASE_URL;
  test('64 at two processes release once; of release, refund and freeze at once one wins', { skip }, async () => {
    const another = { ...environment, PORT: String(await freePort()) };
    const servers = [await startServerProcess(environment), await startServerProcess(another)];
    try {
      await raceReleases(world, servers, 1, 'own keys');
      await raceOutcomes(world, environment, servers, 2);
    } finally {
      for (const server of servers) await server.kill();
    }
  });

  for (const { says, run } of amountProperties) test(says, () => run(1000));
});
