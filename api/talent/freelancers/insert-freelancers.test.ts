import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Database } from '../../platform/database/database.ts';
import { exampleFreelancer } from '../../testing/example-freelancer.ts';
import { openTestDatabase } from '../../testing/test-database.ts';
import { insertFreelancers } from './insert-freelancers.ts';
import { readAllFreelancers, readFreelancers } from './read-freelancers.ts';

describe('freelancers in bulk', () => {
  let database: Database;
  const records = Array.from({ length: 2500 }, (_, n) => exampleFreelancer(n));

  before(async () => {
    database = await openTestDatabase();
    await database.transaction((trx) => insertFreelancers(trx, records));
  });
  after(() => database.close());

  test('are read as they were written, in batches, each once', async () => {
    const read = [];
    for await (const batch of readAllFreelancers(database.db, 400)) read.push(...batch);
    assert.deepEqual(read, records);
  });

  test('are read by id; an unknown id is left out', async () => {
    const ids = [records[7]!.row.id, 'fr_missing', records[3]!.row.id];
    const read = await readFreelancers(database.db, ids);
    assert.deepEqual(new Set(read.map(({ row }) => row.id)), new Set([ids[0], ids[2]]));
    assert.deepEqual(await readFreelancers(database.db, []), []);
  });

  test('are written all or none', async () => {
    const fresh = exampleFreelancer(9001);
    await assert.rejects(database.transaction((trx) => insertFreelancers(trx, [fresh, records[0]!])));
    assert.deepEqual(await readFreelancers(database.db, [fresh.row.id]), []);
  });
});
