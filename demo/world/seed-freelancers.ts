import type { Deps } from '@portico/api/app.ts';
import { createPersonWithPassword } from '@portico/api/platform/auth/create-person.ts';
import { insertFreelancers } from '@portico/api/talent/freelancers/insert-freelancers.ts';
import { freelancerRecord } from './freelancer-record.ts';
import { generateFreelancers, namedFreelancers } from './generate-freelancers.ts';
import type { SeedFreelancer } from './world.ts';

export type FreelancerWorld = {
  count: number;
  seed: number;
  /** Of those who can sign in. */
  passwordHash: string;
  onProgress?: (what: string, done: number, total: number) => void;
};

export type PoolCandidate = { id: string; categoryId: string };

const batchSize = 500;
const candidatesMax = 120;

/** Writes the generated people, a batch a transaction; the named ones can sign in. @returns whom pools may take */
export async function seedFreelancers(
  deps: Deps,
  { count, seed, passwordHash, onProgress }: FreelancerWorld,
): Promise<PoolCandidate[]> {
  const candidates: PoolCandidate[] = [];
  let batch: SeedFreelancer[] = [];
  let done = 0;
  const write = async () => {
    await deps.database.transaction(async (trx) => {
      const records = [];
      for (const person of batch) {
        const isNamed = person.index < namedFreelancers.length;
        const personId = isNamed ? await createPersonWithPassword(trx, deps, person, passwordHash) : null;
        records.push(freelancerRecord(person, personId));
      }
      await insertFreelancers(trx, records);
    });
    done += batch.length;
    onProgress?.('Freelancers', done, count);
    batch = [];
  };
  for (const person of generateFreelancers({ count, seed, now: deps.clock.now() })) {
    batch.push(person);
    if (candidates.length < candidatesMax && isVetted(person))
      candidates.push({ id: person.id, categoryId: person.categoryId });
    if (batch.length === batchSize) await write();
  }
  if (batch.length > 0) await write();
  return candidates;
}

function isVetted({ visibility, badge, verified }: SeedFreelancer): boolean {
  return (
    visibility !== 'private' &&
    verified.identity !== null &&
    (badge === 'topRated' || badge === 'topRatedPlus' || badge === 'expertVetted')
  );
}
