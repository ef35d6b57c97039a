import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type Database, DatabaseUnavailable, type Executor } from './database.ts';
import { backupSqlite } from './sqlite-copies.ts';
import { SqliteDialect } from './sqlite-driver.ts';
import type { Tables } from './tables.ts';

const readersMax = 4;
const transactionTriesMax = 5;

/**
 * Opens PostgreSQL for a `postgres://` address and otherwise the SQLite file at that path (made when missing).
 * @throws StorageRefused, DatabaseUnavailable
 */
export async function openDatabase(address: string): Promise<Database> {
  return /^postgres(ql)?:/.test(address) ? openPostgres(address) : openSqlite(address);
}

async function openSqlite(file: string): Promise<Database> {
  await mkdir(dirname(file), { recursive: true });
  const db: Executor = new Kysely<Tables>({ dialect: new SqliteDialect(file, readersMax) });
  await sql`select 1`.execute(db);
  return {
    kind: 'sqlite',
    address: file,
    db,
    transaction: (work) => db.transaction().execute(work),
    snapshot: (work) => db.transaction().setAccessMode('read only').execute(work),
    backup: (target) => backupSqlite(file, target),
    close: () => db.destroy(),
  };
}

async function openPostgres(address: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: address, max: 10, connectionTimeoutMillis: 5000, types: postgresTypes });
  // A backend that is killed while idle reports here; the pool replaces it, so the process must not die of it.
  pool.on('error', () => {});
  const db: Executor = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  await sql`select 1`.execute(db);
  return {
    kind: 'postgres',
    address,
    db,
    transaction: (work) => retried(() => db.transaction().execute(work)),
    snapshot: (work) => db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(work),
    backup: async () => {
      throw new Error('PostgreSQL is backed up with pg_dump; see README.md.');
    },
    close: () => db.destroy(),
  };
}

const int8 = 20;
const numeric = 1700;

/** Sums and counts come back as numbers: amounts and instants stay below 2^53 by the rules of money and clock. */
const postgresTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === int8 || oid === numeric) return (text: string) => Number(text);
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      const lost = code.startsWith('08') || code.startsWith('57P') || code === 'ECONNREFUSED' || code === 'ECONNRESET';
      if (lost) throw new DatabaseUnavailable('the database connection was lost', { cause: error });
      const conflicted = code === '40001' || code === '40P01';
      if (!conflicted || tries === transactionTriesMax) throw error;
    }
  }
}
