import { DatabaseUnavailable, StorageRefused } from './database.ts';
import { SqliteConnection } from './sqlite-connection.ts';

/** What was done together is durable together: the first of them waits for the last. */
const membersMax = 16;

type Turn = { kind: 'transaction' | 'alone'; start: () => void };

/**
 * The one connection that writes. Transactions take turns; those that wait when one ends go on in the same BEGIN, each
 * within a savepoint of its own, and all are told of their success after the one COMMIT that makes them durable. A
 * transaction that fails undoes its own savepoint; a COMMIT that fails refuses them all. Nobody hears of a result,
 * not even of a refusal, that rests on what is not durable.
 */
export class SqliteWriter {
  readonly #connection: SqliteConnection;
  readonly #turns: Turn[] = [];
  #isTaken = false;
  #group: Group | undefined;
  /** Opened for whoever has the turn, in the same call that ended the one before. */
  #hasSavepoint = false;

  private constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  static async open(file: string): Promise<SqliteWriter> {
    return new SqliteWriter(await SqliteConnection.open(file, 'writer'));
  }

  /** One statement by itself, outside every transaction: also what none may contain. */
  async alone<T>(work: (connection: SqliteConnection) => Promise<T>): Promise<T> {
    await this.#takeTurn('alone');
    try {
      return await work(this.#connection);
    } finally {
      this.#giveTurn();
    }
  }

  async begin(): Promise<SqliteTransaction> {
    await this.#takeTurn('transaction');
    try {
      // IMMEDIATE: a transaction that will write must not start as a reader and fail with SQLITE_BUSY later.
      if (!this.#hasSavepoint) await this.#connection.exec('begin immediate; savepoint one;');
    } catch (error) {
      await this.#connection.exec('rollback').catch(() => {});
      this.#giveTurn();
      throw error;
    }
    this.#hasSavepoint = false;
    this.#group ??= new Group();
    return new SqliteTransaction(this.#connection, (how) => this.#end(how));
  }

  async #end(how: 'commit' | 'rollback'): Promise<void> {
    const group = this.#group!;
    if (how === 'commit') group.members++;
    const goesOn = this.#turns[0]?.kind === 'transaction' && group.members < membersMax;
    try {
      await this.#connection.exec(endOf(how, goesOn, group.members));
      this.#hasSavepoint = goesOn;
    } catch (error) {
      // SQLite has rolled back by itself after some errors (disk full); then there is nothing left to roll back.
      await this.#connection.exec('rollback').catch(() => {});
      group.fail(error);
    }
    if (!this.#hasSavepoint) {
      this.#group = undefined;
      group.succeed();
    }
    this.#giveTurn();
    if (how === 'commit') await group.ended;
    else await group.ended.catch(() => {});
  }

  #takeTurn(kind: Turn['kind']): Promise<void> {
    if (this.#isTaken) return new Promise((start) => this.#turns.push({ kind, start }));
    this.#isTaken = true;
    return Promise.resolve();
  }

  #giveTurn(): void {
    const next = this.#turns.shift();
    if (next) next.start();
    else this.#isTaken = false;
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}

/** `rollback to` leaves its savepoint open: the next goes on in it. */
function endOf(how: 'commit' | 'rollback', goesOn: boolean, members: number): string {
  if (how === 'commit') return goesOn ? 'release one; savepoint one;' : 'release one; commit;';
  if (goesOn) return 'rollback to one;';
  return members > 0 ? 'rollback to one; release one; commit;' : 'rollback;';
}

/** Transactions that become durable by one COMMIT. */
class Group {
  members = 0;
  readonly ended: Promise<void>;
  readonly succeed: () => void;
  readonly #refuse: (error: Error) => void;

  constructor() {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.ended = promise;
    this.succeed = resolve;
    this.#refuse = reject;
    // A group of one that rolled back has nobody who asks.
    promise.catch(() => {});
  }

  fail(error: unknown): void {
    const isNamed = error instanceof StorageRefused || error instanceof DatabaseUnavailable;
    this.#refuse(isNamed ? error : new StorageRefused('the transaction was undone', { cause: error }));
  }
}

/** From `begin` to its end, with the writer to itself. */
export class SqliteTransaction {
  readonly #connection: SqliteConnection;
  readonly #end: (how: 'commit' | 'rollback') => Promise<void>;
  #refused: Error | undefined;
  #hasEnded = false;

  constructor(connection: SqliteConnection, end: (how: 'commit' | 'rollback') => Promise<void>) {
    this.#connection = connection;
    this.#end = end;
  }

  async use<T>(work: (connection: SqliteConnection) => Promise<T>): Promise<T> {
    // After these SQLite may have undone all by itself: what followed would be written outside the transaction.
    if (this.#refused) throw this.#refused;
    try {
      return await work(this.#connection);
    } catch (error) {
      if (error instanceof StorageRefused || error instanceof DatabaseUnavailable) this.#refused = error;
      throw error;
    }
  }

  stream(): SqliteConnection {
    return this.#connection;
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    // A commit that failed has ended already when Kysely rolls it back.
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    if (how === 'commit' && this.#refused) {
      await this.#end('rollback');
      throw this.#refused;
    }
    await this.#end(how);
  }
}
