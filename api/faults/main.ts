import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { amountProperties } from './amounts.ts';
import { crashAroundProcessor } from './crash.ts';
import { fillDisk, withSmallDisk } from './disk-full.ts';
import { freePort } from './free-port.ts';
import { killAtRandom } from './kill.ts';
import { operationsOf } from './operations.ts';
import { raceOutcomes, raceReleases } from './races.ts';
import { newInstallation, type ServerEnvironment, startServerProcess } from './server-process.ts';
import { openWorld, type World } from './world.ts';

/**
 * `npm run faults [-- kills|crash|races|disk|amounts …] [sqlite|postgres] [--share 0.1]`: prints a table of what was
 * done and what held; ends at the first thing that does not. `--share` of the full counts.
 */
const words = process.argv.slice(2);
const shareAt = words.indexOf('--share');
const share = shareAt >= 0 ? Number(words.splice(shareAt, 2)[1]) : 1;
const kinds = ['sqlite', 'postgres'].filter((kind) => words.includes(kind));
/** Where databases may be made and thrown away. */
const postgresServer = process.env.TEST_DATABASE_URL;
const databases = kinds.length > 0 ? kinds : postgresServer ? ['sqlite', 'postgres'] : ['sqlite'];
const counted = (count: number) => Math.max(1, Math.round(count * share));

type Row = { fault: string; database: string } & Record<string, string | number>;
type Installation = { world: World; environment: ServerEnvironment; database: string };

const parts: Record<string, () => Promise<Row[]>> = {
  amounts: async () =>
    amountProperties.map(({ says, run }) => {
      const times = counted(100_000);
      run(times);
      return { fault: says, database: '–', times, held: 'all' };
    }),
  crash: () => onEach(async ({ world }) => [await crashAroundProcessor(world, counted(200))]),
  races: () =>
    onEach(async ({ world, environment, database }) => {
      const another = { ...environment, PORT: String(await freePort()) };
      const servers = [await startServerProcess(environment), await startServerProcess(another)];
      try {
        const rows = [
          await raceReleases(world, servers.slice(0, 1), counted(100), 'one key'),
          await raceReleases(world, servers.slice(0, 1), counted(100), 'own keys'),
        ];
        // One SQLite file is one process's.
        if (database === 'sqlite') return rows;
        rows.push(await raceReleases(world, servers, counted(100), 'own keys'));
        rows.push(await raceOutcomes(world, environment, servers, counted(500)));
        return rows;
      } finally {
        for (const server of servers) await server.kill();
      }
    }),
  kills: () =>
    onEach(({ world, environment }) => killAtRandom(world, environment, operationsOf(environment), counted(200))),
  disk: async () => {
    const row = await withSmallDisk((folder) => fillDisk(folder, counted(50)));
    if (!row) console.log('A small disk cannot be made here (mount needs root): the tests fill pages instead.');
    return row ? [{ ...row, database: 'sqlite' }] : [];
  },
};

const chosen = words.filter((word) => parts[word]);
const unknown = words.filter((word) => !parts[word] && !kinds.includes(word));
if (unknown.length > 0) {
  console.error(`There is no fault "${unknown[0]}"; choose of ${Object.keys(parts).join(', ')}, sqlite, postgres.`);
  process.exit(1);
}
const rows: Row[] = [];
try {
  for (const part of chosen.length > 0 ? chosen : Object.keys(parts)) {
    const found = await parts[part]!();
    rows.push(...found);
    console.log(`${part}: held`);
  }
} finally {
  for (const columns of [
    rows.filter(({ kills }) => kills !== undefined),
    rows.filter(({ kills }) => kills === undefined),
  ])
    if (columns.length > 0) console.table(columns);
}

async function onEach(
  work: (installation: Installation) => Promise<readonly Record<string, string | number>[]>,
): Promise<Row[]> {
  const found: Row[] = [];
  for (const database of databases) {
    const folder = await mkdtemp(join(tmpdir(), 'portico-faults-'));
    const address = database === 'postgres' ? await newDatabase(postgresServer!) : undefined;
    const environment = await newInstallation(folder, address);
    const world = await openWorld(environment);
    try {
      for (const row of await work({ world, environment, database }))
        found.push({ ...row, fault: String(row.fault), database });
    } finally {
      await world.close();
      await rm(folder, { recursive: true, force: true });
    }
  }
  return found;
}

async function newDatabase(server: string): Promise<string> {
  const name = `faults_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.href;
}
