import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A Kysely or an open transaction: what every store function takes first. */
export type Executor = Kysely<Tables>;

/** Columns shared by both databases: instants are epoch milliseconds, JSON is text, flags are 0 or 1. */
export type EpochMs = number;
export type Flag = 0 | 1;

export interface Database {
  readonly kind: 'sqlite' | 'postgres';
  /** Where another thread or process opens the same. */
  readonly address: string;
  /**
   * Outside a transaction a SELECT runs on a reader and never waits for a writer; everything else runs on the writer.
   * Sees each acknowledged commit.
   */
  readonly db: Executor;
  /**
   * Runs `work` in one transaction (SQLite: BEGIN IMMEDIATE) and retries it whole on 40001/40P01.
   * `work` must have no effect outside the database and must use only the executor it is given.
   */
  transaction<T>(work: (trx: Executor) => Promise<T>): Promise<T>;
  /** Reads in `work` all see the database as it was at one instant; others go on writing. Nothing can be written in it. */
  snapshot<T>(work: (db: Executor) => Promise<T>): Promise<T>;
  /** Online copy of a SQLite database into `file`; PostgreSQL is backed up with its own pg_dump. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

/** The database could not take the write (disk full, read-only): nothing was changed. */
export class StorageRefused extends Error {
  override name = 'StorageRefused';
}

/** The database cannot be reached now: a retry may succeed. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable';
}

export function isUniqueViolation(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === '23505' || (code === 'SQLITE_CONSTRAINT' && /UNIQUE|PRIMARY KEY/.test(message ?? ''));
}
