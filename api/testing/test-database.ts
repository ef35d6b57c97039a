import { createHash, randomBytes } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrations } from '../migrations.ts';
import type { Database } from '../platform/database/database.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openDatabase } from '../platform/database/open-database.ts';

/**
 * A fresh, migrated database: a SQLite file, or a new database on the server of TEST_DATABASE_URL.
 * `npm test` runs every file both ways. Closing it removes it. Migrated once for all tests, then copied.
 */
export async function openTestDatabase(): Promise<Database & { address: string }> {
  const server = process.env.TEST_DATABASE_URL;
  const { address, remove } = server ? await newPostgres(server) : await newSqlite();
  const database = await openDatabase(address);
  return {
    ...database,
    /** Where another process opens the same. */
    address,
    close: async () => {
      await database.close();
      await remove();
    },
  };
}

async function newSqlite() {
  const folder = await mkdtemp(join(tmpdir(), 'portico-test-'));
  const address = join(folder, 'test.sqlite');
  await copyFile(await sqliteTemplate(), address);
  return { address, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Made under another name first, so that whoever finds it finds it whole. */
async function sqliteTemplate(): Promise<string> {
  const folder = join(import.meta.dirname, '../../node_modules/.cache/test-databases');
  const template = join(folder, `${await migrationsHash()}.sqlite`);
  if (await isThere(template)) return template;
  await mkdir(folder, { recursive: true });
  const made = join(folder, `${randomBytes(8).toString('hex')}.sqlite`);
  await migrated(made);
  await rename(made, template);
  return template;
}

async function newPostgres(server: string) {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template = await postgresTemplate(server);
  await onServer(server, (client) => client.query(`create database ${name} template ${template}`));
  return {
    address: addressOf(server, name),
    remove: async () => {
      await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** No two processes make it, and nobody is connected to it when it is copied. */
async function postgresTemplate(server: string): Promise<string> {
  const name = `template_${await migrationsHash()}`;
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock(1)');
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return;
    const made = `${name}_${randomBytes(4).toString('hex')}`;
    await client.query(`create database ${made}`);
    await migrated(addressOf(server, made));
    await client.query(`alter database ${made} rename to ${name}`);
  });
  return name;
}

async function migrated(address: string): Promise<void> {
  const database = await openDatabase(address);
  await migrate(database, migrations);
  await database.close();
}

let hash: Promise<string> | undefined;

/** Of everything that makes the tables: another migration, another template. */
function migrationsHash(): Promise<string> {
  hash ??= (async () => {
    const api = join(import.meta.dirname, '..');
    const sum = createHash('sha256').update(await readFile(join(api, 'migrations.ts')));
    for (const folder of [join(api, 'migrations'), join(api, 'platform/database')]) {
      for (const name of (await readdir(folder)).sort()) sum.update(await readFile(join(folder, name)));
    }
    return sum.digest('hex').slice(0, 16);
  })();
  return hash;
}

function addressOf(server: string, name: string): string {
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.href;
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
