import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Database, Executor } from './database.ts';
import { openDatabase } from './open-database.ts';

describe('transactions of SQLite that become durable together', () => {
  let folder: string;
  let database: Database;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portico-writer-'));
    database = await openDatabase(join(folder, 'test.sqlite'));
    for (const table of [
      'create table parents (id text primary key)',
      'create table notes (id text primary key, parent text references parents (id) deferrable initially deferred, body blob)',
    ])
      await sql.raw(table).execute(database.db);
  });
  after(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  const write = (trx: Executor, id: string, parent: string | null = null, body: Buffer | null = null) =>
    sql`insert into notes values (${id}, ${parent}, ${body})`.execute(trx);
  const ids = async (like: string) => {
    const { rows } = await sql<{ id: string }>`select id from notes where id like ${like} order by id`.execute(
      database.db,
    );
    return rows.map(({ id }) => id);
  };
  const at = (index: number) => String(index).padStart(2, '0');

  test('one that fails undoes itself only, and the next sees nothing of it', async () => {
    const seen: number[] = [];
    const all = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) =>
        database.transaction(async (trx) => {
          const { rows } = await sql<{ id: string }>`select id from notes where id like 'fail%'`.execute(trx);
          seen.push(rows.length);
          await write(trx, `fail${at(n)}`);
          if (n % 3 === 1) throw new Error(`refused ${n}`);
        }),
      ),
    );
    const kept = all.flatMap(({ status }, n) => (status === 'fulfilled' ? [`fail${at(n)}`] : []));
    assert.equal(kept.length, 27);
    assert.deepEqual(await ids('fail%'), kept);
    // Each saw all that were kept before it, durable or not yet, and none that was undone.
    assert.deepEqual(
      seen,
      Array.from({ length: 40 }, (_, n) => n - Math.floor((n + 1) / 3)),
    );
  });

  test('a COMMIT that fails refuses all whose work it was, and those after it go on', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) =>
        // The last of the group breaks what only COMMIT checks.
        database.transaction((trx) => write(trx, `commit${n}`, n === 7 ? 'nobody' : null)),
      ),
    );
    const kept = all.flatMap(({ status }, n) => (status === 'fulfilled' ? [`commit${n}`] : []));
    assert.deepEqual(await ids('commit%'), kept);
    assert.equal(kept.length < 7, true, 'they were in one group');
    for (const one of all) if (one.status === 'rejected') assert.equal(one.reason.name, 'StorageRefused');
    await database.transaction((trx) => write(trx, 'commit8'));
    assert.deepEqual(await ids('commit8'), ['commit8']);
  });

  test('a full disk keeps what it acknowledged, nothing else, lets others read, and is over when there is room', async () => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.db);
    await sql.raw(`pragma max_page_count = ${rows[0]!.page_count + 40}`).execute(database.db);
    const all = await Promise.allSettled(
      Array.from({ length: 32 }, (_, n) =>
        database.transaction(async (trx) => {
          await write(trx, `full${at(n)}`, null, randomBytes(12_000));
          await write(trx, `full${at(n)}b`);
        }),
      ),
    );
    const kept = all.flatMap(({ status }, n) => (status === 'fulfilled' ? [`full${at(n)}`, `full${at(n)}b`] : []));
    assert.ok(kept.length < 64, 'it was full');
    for (const one of all) if (one.status === 'rejected') assert.equal(one.reason.name, 'StorageRefused');
    assert.deepEqual(await ids('full%'), kept);
    await sql.raw('pragma max_page_count = 1000000').execute(database.db);
    await database.transaction((trx) => write(trx, 'full99'));
    assert.deepEqual(await ids('full99'), ['full99']);
  });

  test('after the disk was full within a transaction, nothing more of it is written', async () => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.db);
    await sql.raw(`pragma max_page_count = ${rows[0]!.page_count}`).execute(database.db);
    await assert.rejects(
      database.transaction(async (trx) => {
        await write(trx, 'stray0');
        await write(trx, 'stray1', null, randomBytes(100_000)).catch(() => {});
        await write(trx, 'stray2');
      }),
      { name: 'StorageRefused' },
    );
    await sql.raw('pragma max_page_count = 1000000').execute(database.db);
    assert.deepEqual(await ids('stray%'), []);
  });

  test('a snapshot sees one instant while others write, and refuses to write', async () => {
    await database.snapshot(async (db) => {
      const before = (await sql`select id from notes`.execute(db)).rows.length;
      await database.transaction((trx) => write(trx, 'later'));
      assert.equal((await sql`select id from notes`.execute(db)).rows.length, before);
      await assert.rejects(write(db, 'never'));
    });
    assert.deepEqual([await ids('later'), await ids('never')], [['later'], []]);
  });
});
