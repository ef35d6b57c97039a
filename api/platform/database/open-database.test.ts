import assert from 'node:assert/strict';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openTestDatabase } from '../../testing/test-database.ts';
import type { Database, Executor } from './database.ts';
import { DatabaseTooNew, migrate, type NamedMigration } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { CopyRefused, checkSqlite, restoreSqlite } from './sqlite-copies.ts';

const counters: NamedMigration = {
  name: '0001-counters',
  up: async ({ schema }) => {
    await schema
      .createTable('counters')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('n', 'bigint', (c) => c.notNull())
      .execute();
  },
};

type CounterRow = { id: string; n: number };
declare module './tables.ts' {
  interface Tables {
    counters: CounterRow;
  }
}

function read(db: Executor) {
  return db.selectFrom('counters').selectAll().orderBy('id').execute();
}

describe('database', () => {
  let database: Database;
  before(async () => {
    database = await openTestDatabase();
    await database.db.schema
      .createTable('counters')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('n', 'bigint', (c) => c.notNull())
      .execute();
    await database.db.insertInto('counters').values({ id: 'a', n: 0 }).execute();
  });
  after(() => database.close());

  test('64 transactions at once lose no update', async () => {
    await Promise.all(
      Array.from({ length: 64 }, () =>
        database.transaction((trx) =>
          trx
            .updateTable('counters')
            .set((eb) => ({ n: eb('n', '+', 1) }))
            .where('id', '=', 'a')
            .execute(),
        ),
      ),
    );
    assert.deepEqual(await read(database.db), [{ id: 'a', n: 64 }]);
  });

  test('a transaction that throws leaves nothing, and the writer serves the next one', async () => {
    await assert.rejects(
      database.transaction(async (trx) => {
        await trx.insertInto('counters').values({ id: 'torn', n: 1 }).execute();
        throw new Error('stop');
      }),
      /stop/,
    );
    assert.equal(
      (await read(database.db)).some(({ id }) => id === 'torn'),
      false,
    );
    await database.transaction((trx) => trx.insertInto('counters').values({ id: 'next', n: 1 }).execute());
    assert.equal(
      (await read(database.db)).some(({ id }) => id === 'next'),
      true,
    );
  });

  test('a reader neither waits for an open transaction nor sees it', async () => {
    await database.transaction(async (trx) => {
      await trx.insertInto('counters').values({ id: 'unseen', n: 1 }).execute();
      assert.equal(
        (await read(database.db)).some(({ id }) => id === 'unseen'),
        false,
      );
      assert.equal(
        (await read(trx)).some(({ id }) => id === 'unseen'),
        true,
      );
    });
    assert.equal(
      (await read(database.db)).some(({ id }) => id === 'unseen'),
      true,
    );
  });

  test('an integer above 2^31 comes back as the number it was', async () => {
    await database.db.insertInto('counters').values({ id: 'big', n: 1_790_000_000_123 }).execute();
    const row = await database.db.selectFrom('counters').selectAll().where('id', '=', 'big').executeTakeFirstOrThrow();
    assert.equal(row.n, 1_790_000_000_123);
  });
});

describe('SQLite files', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portico-files-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const seeded = async (name: string, n: number) => {
    const file = join(folder, name);
    const database = await openDatabase(file);
    await migrate(database, [counters]);
    await database.db.insertInto('counters').values({ id: 'a', n }).execute();
    return { file, database };
  };

  test('a migration that fails half-way leaves the old schema', async () => {
    const { database } = await seeded('half.sqlite', 1);
    const broken: NamedMigration = {
      name: '0002-broken',
      up: async ({ schema }) => {
        await schema.createTable('leftover').addColumn('id', 'text').execute();
        throw new Error('killed');
      },
    };
    await assert.rejects(migrate(database, [counters, broken]), /killed/);
    const tables = await database.db.introspection.getTables();
    assert.equal(
      tables.some(({ name }) => name === 'leftover'),
      false,
    );
    await database.close();
  });

  test('a database of a newer version is refused by name', async () => {
    const { database } = await seeded('newer.sqlite', 1);
    await assert.rejects(migrate(database, []), DatabaseTooNew);
    await database.close();
  });

  test('writes are durable: WAL and synchronous=FULL on the writer', async () => {
    const { database } = await seeded('durable.sqlite', 1);
    await database.transaction(async (trx) => {
      const { sql } = await import('kysely');
      const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(trx);
      assert.equal(rows[0]!.synchronous, 2);
    });
    await database.close();
  });

  test('a backup under load restores to a sound database with every acknowledged row before it', async () => {
    const { file, database } = await seeded('live.sqlite', 7);
    const target = join(folder, 'copy.sqlite');
    let acknowledgedBefore = 0;
    const insert = (i: number) =>
      database.transaction((trx) =>
        trx
          .insertInto('counters')
          .values({ id: `r${i}`, n: i })
          .execute(),
      );
    for (; acknowledgedBefore < 100; acknowledgedBefore++) await insert(acknowledgedBefore);
    const load = Promise.all(Array.from({ length: 200 }, (_, i) => insert(1000 + i)));
    await database.backup(target);
    await load;
    await assert.rejects(restoreSqlite(target, file), CopyRefused, 'restoring under a running server');
    await database.close();
    await restoreSqlite(target, file);
    assert.deepEqual(await checkSqlite(file), []);
    const restored = await openDatabase(file);
    const ids = new Set((await read(restored.db)).map(({ id }) => id));
    for (let i = 0; i < acknowledgedBefore; i++) assert.ok(ids.has(`r${i}`), `r${i} is missing`);
    await restored.close();
  });

  test('a damaged backup is refused and nothing is replaced', async () => {
    const { file, database } = await seeded('keep.sqlite', 42);
    await database.close();
    const damaged = join(folder, 'damaged.sqlite');
    const other = await seeded('damaged.sqlite', 1);
    await other.database.close();
    await truncate(damaged, 5000);
    await assert.rejects(restoreSqlite(damaged, file), CopyRefused);
    await writeFile(damaged, 'not a database at all');
    await assert.rejects(restoreSqlite(damaged, file), CopyRefused);
    const kept = await openDatabase(file);
    assert.deepEqual(await read(kept.db), [{ id: 'a', n: 42 }]);
    await kept.close();
  });
});
