import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrations } from '../migrations.ts';
import type { Database } from '../platform/database/database.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openDatabase } from '../platform/database/open-database.ts';

/**
 * A fresh, migrated database: a SQLite file, or a new database on the server of TEST_DATABASE_URL.
 * `npm test` runs every file both ways. Closing it removes it.
 */
export async function openTestDatabase(): Promise<Database & { address: string }> {
  const server = process.env.TEST_DATABASE_URL;
  const { address, database, remove } = server ? await newPostgres(server) : await newSqlite();
  await migrate(database, migrations);
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
  return { address, database: await openDatabase(address), remove: () => rm(folder, { recursive: true, force: true }) };
}

async function newPostgres(server: string) {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  const database = await openDatabase(address.href);
  return {
    address: address.href,
    database,
    remove: () => onServer(server, `drop database if exists ${name} with (force)`),
  };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
