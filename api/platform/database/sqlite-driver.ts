import {
  type CompiledQuery,
  type DatabaseConnection,
  DeleteQueryNode,
  InsertQueryNode,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  type TransactionSettings,
  UpdateQueryNode,
} from 'kysely';
import { BaseSqliteDialect, BaseSqliteDriver, parseBigInt } from 'kysely-generic-sqlite';
import { SqliteConnection } from './sqlite-connection.ts';

/**
 * One writer and several readers behind one Kysely: outside a transaction a SELECT borrows a reader, so that a long
 * report never blocks a request; everything else takes the single writer in turn.
 */
export class SqliteDialect extends BaseSqliteDialect {
  constructor(file: string, readersMax: number) {
    super(() => new SqliteDriver(file, readersMax));
  }

  override createAdapter(): SqliteAdapter {
    return new PooledSqliteAdapter();
  }
}

class PooledSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }

  /** SQLite's DDL is transactional; Kysely says otherwise only because a migration might turn foreign keys off. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class SqliteDriver extends BaseSqliteDriver {
  #writer: Pool | undefined;
  #readers: Pool | undefined;

  constructor(file: string, readersMax: number) {
    super(async () => {
      this.#writer = await Pool.open(file, 'writer', 1);
      this.#readers = await Pool.open(file, 'reader', readersMax);
    });
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new RoutedConnection(this.#writer!, this.#readers!);
  }

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    await (connection as RoutedConnection).begin(settings?.accessMode === 'read only' ? 'reader' : 'writer');
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as RoutedConnection).end('commit');
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as RoutedConnection).end('rollback');
  }

  override async destroy(): Promise<void> {
    await this.#readers?.close();
    await this.#writer?.close();
  }
}

class RoutedConnection implements DatabaseConnection {
  readonly #writer: Pool;
  readonly #readers: Pool;
  #transaction: { connection: SqliteConnection; pool: Pool } | undefined;

  constructor(writer: Pool, readers: Pool) {
    this.#writer = writer;
    this.#readers = readers;
  }

  async begin(on: 'writer' | 'reader'): Promise<void> {
    const pool = on === 'writer' ? this.#writer : this.#readers;
    const connection = await pool.acquire();
    try {
      // IMMEDIATE: a transaction that will write must not start as a reader and fail with SQLITE_BUSY later.
      await connection.exec(on === 'writer' ? 'begin immediate' : 'begin');
      this.#transaction = { connection, pool };
    } catch (error) {
      pool.release(connection);
      throw error;
    }
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    const { connection, pool } = this.#transaction!;
    try {
      await connection.exec(how);
      this.#transaction = undefined;
      pool.release(connection);
    } catch (error) {
      // A failed COMMIT leaves the transaction open; Kysely then rolls back, which gives the connection back.
      if (how === 'commit') throw error;
      this.#transaction = undefined;
      pool.release(connection);
      // SQLite has rolled back by itself after some errors (disk full); then there is nothing left to roll back.
      if (!/no transaction is active/.test(String(error))) throw error;
    }
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#transaction) return execute<R>(this.#transaction.connection, query);
    const pool = readsOnly(query) ? this.#readers : this.#writer;
    const connection = await pool.acquire();
    try {
      return await execute<R>(connection, query);
    } finally {
      pool.release(connection);
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    const inTransaction = this.#transaction?.connection;
    const connection = inTransaction ?? (await this.#readers.acquire());
    try {
      for await (const row of connection.iterate(query.sql, query.parameters)) yield { rows: [row as R] };
    } finally {
      if (!inTransaction) this.#readers.release(connection);
    }
  }
}

async function execute<R>(connection: SqliteConnection, query: CompiledQuery): Promise<QueryResult<R>> {
  if (returnsRows(query)) return { rows: (await connection.all(query.sql, query.parameters)) as R[] };
  const { changes, lastId } = await connection.run(query.sql, query.parameters);
  return { rows: [], numAffectedRows: parseBigInt(changes), insertId: parseBigInt(lastId) };
}

const rawRead = /^\s*(select|with|explain)\b/i;

function readsOnly({ query, sql }: CompiledQuery): boolean {
  return SelectQueryNode.is(query) || (query.kind === 'RawNode' && rawRead.test(sql));
}

function returnsRows(compiled: CompiledQuery): boolean {
  const node = compiled.query;
  if (InsertQueryNode.is(node) || UpdateQueryNode.is(node) || DeleteQueryNode.is(node)) return Boolean(node.returning);
  return readsOnly(compiled) || /^\s*pragma\b|\breturning\b/i.test(compiled.sql);
}

class Pool {
  readonly #all: SqliteConnection[];
  readonly #idle: SqliteConnection[];
  readonly #waiting: ((connection: SqliteConnection) => void)[] = [];

  private constructor(connections: SqliteConnection[]) {
    this.#all = connections;
    this.#idle = [...connections];
  }

  static async open(file: string, mode: 'writer' | 'reader', size: number): Promise<Pool> {
    return new Pool(await Promise.all(Array.from({ length: size }, () => SqliteConnection.open(file, mode))));
  }

  acquire(): Promise<SqliteConnection> {
    const idle = this.#idle.pop();
    return idle ? Promise.resolve(idle) : new Promise((resolve) => this.#waiting.push(resolve));
  }

  release(connection: SqliteConnection): void {
    const next = this.#waiting.shift();
    if (next) next(connection);
    else this.#idle.push(connection);
  }

  async close(): Promise<void> {
    for (const connection of this.#all) await connection.close();
  }
}
