import type { Deps } from '@portico/api/deps.ts';
import { createPersonWithPassword } from '@portico/api/platform/auth/create-person.ts';
import { insertImages, putImages } from '@portico/api/platform/files/insert-images.ts';
import { insertFreelancers } from '@portico/api/talent/freelancers/insert-freelancers.ts';
import { readFreelancers } from '@portico/api/talent/freelancers/read-freelancers.ts';
import { freelancerRecord } from './freelancer-record.ts';
import { generateFreelancers } from './generate-freelancers.ts';
import { drawPictures } from './seed-pictures.ts';
import type { SeedFreelancer } from './world.ts';

export type FreelancerWorld = {
  count: number;
  seed: number;
  /** The day the world is told from; the same for all, so that a world can grow later. */
  nowMs: number;
  /** Of those who can sign in. */
  passwordHash: string;
  onProgress?: ((what: string, done: number, total: number) => void) | undefined;
};

export type PoolCandidate = { id: string; categoryId: string };

const batchSize = 500;
/** The first ones have an account: they are who proposes on the posts of the world. */
export const accountsMax = 400;
/** Drawing takes most of the time: smaller steps show that it goes on. */
const picturedBatchSize = 50;
const candidatesMax = 120;
/** Beyond these a world is for measuring: a hundred thousand photos would take minutes and a gigabyte. */
const picturedMax = 2000;

/**
 * Writes the generated people that are not there yet, a batch a transaction, so an interrupted seed goes on where it
 * stopped and a small world can grow. The named ones can sign in. @returns whom pools may take
 */
export async function seedFreelancers(deps: Deps, world: FreelancerWorld): Promise<PoolCandidate[]> {
  const candidates: PoolCandidate[] = [];
  let done = 0;
  for (const batch of batches(generateFreelancers({ ...world, now: world.nowMs }))) {
    candidates.push(...batch.filter(isVetted).map(({ id, categoryId }) => ({ id, categoryId })));
    await writeMissing(deps, batch, world.passwordHash);
    done += batch.length;
    world.onProgress?.('Freelancers', done, world.count);
  }
  return candidates.slice(0, candidatesMax);
}

async function writeMissing(deps: Deps, batch: readonly SeedFreelancer[], passwordHash: string): Promise<void> {
  const missing = await notThereYet(deps, batch);
  if (missing.length === 0) return;
  const people = missing.map((person) => ({ person, record: freelancerRecord(person, null) }));
  const pictured = people.filter(({ person }) => person.index < picturedMax);
  const images = await drawPictures(deps.newId, pictured);
  await putImages(deps.files, images);
  await deps.database.transaction(async (trx) => {
    for (const { person, record } of people) {
      if (person.index >= accountsMax) continue;
      record.row.personId = await createPersonWithPassword(trx, deps, person, passwordHash);
    }
    await insertImages(trx, deps.clock, images);
    await insertFreelancers(
      trx,
      people.map(({ record }) => record),
    );
  });
}

// A batch is written whole, so its ends tell of all of it; only a world that grew by other steps is asked one by one.
async function notThereYet(deps: Deps, batch: readonly SeedFreelancer[]): Promise<readonly SeedFreelancer[]> {
  const idsOf = (people: readonly SeedFreelancer[]) => people.map(({ id }) => id);
  const ends = [batch[0]!, batch.at(-1)!];
  const known = new Set((await readFreelancers(deps.database.db, idsOf(ends))).map(({ row }) => row.id));
  if (known.size === 0) return batch;
  if (ends.every(({ id }) => known.has(id))) return [];
  const all = new Set((await readFreelancers(deps.database.db, idsOf(batch))).map(({ row }) => row.id));
  return batch.filter(({ id }) => !all.has(id));
}

function isVetted({ visibility, badge, verified }: SeedFreelancer): boolean {
  return (
    visibility !== 'private' &&
    verified.identity !== null &&
    (badge === 'topRated' || badge === 'topRatedPlus' || badge === 'expertVetted')
  );
}

function* batches(people: Iterable<SeedFreelancer>): Generator<SeedFreelancer[]> {
  let batch: SeedFreelancer[] = [];
  for (const person of people) {
    batch.push(person);
    if (batch.length < (person.index < picturedMax ? picturedBatchSize : batchSize)) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
