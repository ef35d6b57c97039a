import sqlite3 from 'sqlite3';
import { DatabaseUnavailable, StorageRefused } from './database.ts';

const cachedStatementsMax = 300;

/** One sqlite3 connection with promises and a bounded cache of prepared statements. Not for concurrent use. */
export class SqliteConnection {
  readonly #handle: sqlite3.Database;
  readonly #statements = new Map<string, sqlite3.Statement>();

  private constructor(handle: sqlite3.Database) {
    this.#handle = handle;
  }

  static async open(file: string, mode: 'writer' | 'reader'): Promise<SqliteConnection> {
    const flags = mode === 'writer' ? sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE : sqlite3.OPEN_READONLY;
    const handle = await new Promise<sqlite3.Database>((resolve, reject) => {
      const opened: sqlite3.Database = new sqlite3.Database(file, flags, (error) =>
        error ? reject(named(error)) : resolve(opened),
      );
    });
    const connection = new SqliteConnection(handle);
    await connection.exec(
      'pragma busy_timeout = 5000; pragma foreign_keys = on; pragma trusted_schema = off; pragma mmap_size = 0;',
    );
    // NORMAL lost acknowledged commits on a power cut in a trial; FULL none.
    if (mode === 'writer') await connection.exec('pragma journal_mode = wal; pragma synchronous = full;');
    else await connection.exec('pragma query_only = on; pragma cache_size = -16000;');
    return connection;
  }

  async all(sql: string, parameters: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    const statement = await this.#prepare(sql);
    return new Promise((resolve, reject) => {
      statement.all(parameters, (error: Error | null, rows: Record<string, unknown>[]) =>
        error ? reject(named(error)) : resolve(rows),
      );
    });
  }

  async run(sql: string, parameters: readonly unknown[] = []): Promise<{ changes: number; lastId: number }> {
    const statement = await this.#prepare(sql);
    return new Promise((resolve, reject) => {
      statement.run(parameters, function (this: sqlite3.RunResult, error: Error | null) {
        if (error) reject(named(error));
        else resolve({ changes: this.changes, lastId: this.lastID });
      });
    });
  }

  exec(sql: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#handle.exec(sql, (error) => (error ? reject(named(error)) : resolve()));
    });
  }

  /** Rows one at a time, so that a long report holds one row in memory. */
  async *iterate(sql: string, parameters: readonly unknown[] = []): AsyncGenerator<Record<string, unknown>> {
    const statement = await this.#newStatement(sql);
    try {
      await promised((done) => statement.bind(parameters, done));
      while (true) {
        const row = await new Promise<Record<string, unknown> | undefined>((resolve, reject) => {
          statement.get((error: Error | null, found?: Record<string, unknown>) =>
            error ? reject(named(error)) : resolve(found),
          );
        });
        if (!row) return;
        yield row;
      }
    } finally {
      await promised((done) => statement.finalize(done));
    }
  }

  async close(): Promise<void> {
    for (const statement of this.#statements.values()) await promised((done) => statement.finalize(done));
    this.#statements.clear();
    await promised((done) => this.#handle.close(done));
  }

  async #prepare(sql: string): Promise<sqlite3.Statement> {
    const known = this.#statements.get(sql);
    if (known) {
      this.#statements.delete(sql);
      this.#statements.set(sql, known);
      return known;
    }
    const statement = await this.#newStatement(sql);
    this.#statements.set(sql, statement);
    if (this.#statements.size > cachedStatementsMax) {
      const [oldestSql, oldest] = this.#statements.entries().next().value as [string, sqlite3.Statement];
      this.#statements.delete(oldestSql);
      await promised((done) => oldest.finalize(done));
    }
    return statement;
  }

  #newStatement(sql: string): Promise<sqlite3.Statement> {
    return new Promise((resolve, reject) => {
      const statement: sqlite3.Statement = this.#handle.prepare(sql, (error: Error | null) =>
        error ? reject(named(error)) : resolve(statement),
      );
    });
  }
}

function promised(start: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start((error) => (error ? reject(named(error)) : resolve())));
}

function named(error: Error & { code?: string }): Error {
  switch (error.code) {
    case 'SQLITE_FULL':
    case 'SQLITE_IOERR':
    case 'SQLITE_READONLY':
      return new StorageRefused(error.message, { cause: error });
    case 'SQLITE_BUSY':
    case 'SQLITE_CANTOPEN':
      return new DatabaseUnavailable(error.message, { cause: error });
    default:
      return error;
  }
}
