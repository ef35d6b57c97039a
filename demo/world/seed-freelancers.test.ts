import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { passwordHash } from '@portico/api/platform/auth/create-person.ts';
import { imageKey } from '@portico/api/platform/files/file.ts';
import { readAllFreelancers } from '@portico/api/talent/freelancers/read-freelancers.ts';
import { testDeps } from '@portico/api/testing/slice-app.ts';
import { namedFreelancers } from './generate-freelancers.ts';
import { accountsMax, seedFreelancers } from './seed-freelancers.ts';

describe('seeding freelancers', () => {
  let deps: Awaited<ReturnType<typeof testDeps>>;
  const seed = async (count: number) =>
    seedFreelancers(deps, {
      count,
      seed: 7,
      nowMs: Date.UTC(2026, 10, 23),
      passwordHash: await passwordHash('a password for tests'),
    });
  const everybody = async () => (await Array.fromAsync(readAllFreelancers(deps.database.db, 500))).flat();

  before(async () => {
    deps = await testDeps();
  });
  after(() => deps.database.close());

  test('writes people with photos and work samples whose bytes are there', async () => {
    await seed(25);
    const people = await everybody();
    assert.equal(people.length, 25);
    assert.ok(people.filter(({ row }) => row.photoFileId !== null).length > 20);
    for (const { row, portfolioItems, portfolioImages } of people) {
      assert.equal(portfolioImages.length, portfolioItems.length);
      if (row.photoFileId) assert.ok(await deps.files.get(imageKey(row.photoFileId, 256)!));
      for (const { fileId } of portfolioImages) assert.ok(await deps.files.get(imageKey(fileId, 400)!));
    }
  });

  test('gives the first of them an account each, the named ones among them', async () => {
    const people = await everybody();
    assert.ok(people.length <= accountsMax);
    assert.equal(new Set(people.map(({ row }) => row.personId)).size, people.length);
    const owned = new Set(people.map(({ row }) => row.name));
    assert.deepEqual(
      namedFreelancers.filter(({ name }) => !owned.has(name!)),
      [],
    );
  });

  test('a second time changes nothing, a larger count adds only who is missing', async () => {
    const first = await everybody();
    await seed(25);
    assert.deepEqual(await everybody(), first);
    await seed(40);
    const grown = await everybody();
    assert.equal(grown.length, 40);
    const kept = new Set(first.map(({ row }) => row.id));
    assert.deepEqual(
      grown.filter(({ row }) => kept.has(row.id)),
      first,
    );
  });
});
