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
import { type SqliteTransaction, SqliteWriter } from './sqlite-writer.ts';

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
  #writer: SqliteWriter | undefined;
  #readers: ReaderPool | undefined;

  constructor(file: string, readersMax: number) {
    super(async () => {
      this.#writer = await SqliteWriter.open(file);
      this.#readers = await ReaderPool.open(file, readersMax);
    });
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new RoutedConnection(this.#writer!, this.#readers!);
  }

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    await (connection as RoutedConnection).begin(settings?.accessMode === 'read only' ? 'snapshot' : 'transaction');
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
  readonly #writer: SqliteWriter;
  readonly #readers: ReaderPool;
  #transaction: SqliteTransaction | undefined;
  #snapshot: SqliteConnection | undefined;

  constructor(writer: SqliteWriter, readers: ReaderPool) {
    this.#writer = writer;
    this.#readers = readers;
  }

  async begin(what: 'transaction' | 'snapshot'): Promise<void> {
    if (what === 'transaction') {
      this.#transaction = await this.#writer.begin();
      return;
    }
    const reader = await this.#readers.acquire();
    try {
      await reader.exec('begin');
      this.#snapshot = reader;
    } catch (error) {
      this.#readers.release(reader);
      throw error;
    }
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    await this.#transaction?.end(how);
    this.#transaction = undefined;
    const reader = this.#snapshot;
    if (!reader) return;
    this.#snapshot = undefined;
    try {
      await reader.exec(how);
    } finally {
      this.#readers.release(reader);
    }
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#transaction) return this.#transaction.use((connection) => execute<R>(connection, query));
    if (this.#snapshot) return execute<R>(this.#snapshot, query);
    if (!readsOnly(query)) return this.#writer.alone((connection) => execute<R>(connection, query));
    const reader = await this.#readers.acquire();
    try {
      return await execute<R>(reader, query);
    } finally {
      this.#readers.release(reader);
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    const held = this.#transaction?.stream() ?? this.#snapshot;
    const connection = held ?? (await this.#readers.acquire());
    try {
      for await (const row of connection.iterate(query.sql, query.parameters)) yield { rows: [row as R] };
    } finally {
      if (!held) this.#readers.release(connection);
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

class ReaderPool {
  readonly #all: SqliteConnection[];
  readonly #idle: SqliteConnection[];
  readonly #waiting: ((connection: SqliteConnection) => void)[] = [];

  private constructor(connections: SqliteConnection[]) {
    this.#all = connections;
    this.#idle = [...connections];
  }

  static async open(file: string, size: number): Promise<ReaderPool> {
    return new ReaderPool(await Promise.all(Array.from({ length: size }, () => SqliteConnection.open(file, 'reader'))));
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
