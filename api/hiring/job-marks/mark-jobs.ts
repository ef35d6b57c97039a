import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import type { JobAsker } from '../job-search/asker.ts';
import { isJobPostId } from '../job-search/job-search.ts';
import { readSeenPosts } from '../job-search/present-hits.ts';
import { type HideReason, savedJobsMax } from './job-mark.ts';
import { clearMarks, countSaved, putMarks } from './store.ts';

type MarkDeps = { database: Database; clock: Clock };

/** @throws 404 for a post that they cannot see, 409 too_many_saved_jobs */
export async function saveJob(
  { database, clock }: MarkDeps,
  freelancer: FreelancerScope,
  asker: JobAsker,
  id: string,
): Promise<void> {
  await requireSeen(database, asker, id);
  await database.transaction(async (trx) => {
    if ((await countSaved(trx, freelancer, id)) >= savedJobsMax) {
      throw conflict(
        'too_many_saved_jobs',
        `You have ${savedJobsMax} saved posts; this one was not saved. Take one off the list first.`,
      );
    }
    await putMarks(trx, freelancer, id, { savedAt: clock.now() });
  });
}

/** @throws 404 for a post that they cannot see */
export async function hideJob(
  { database, clock }: MarkDeps,
  freelancer: FreelancerScope,
  asker: JobAsker,
  id: string,
  reason: HideReason,
): Promise<void> {
  await requireSeen(database, asker, id);
  await database.transaction((trx) => putMarks(trx, freelancer, id, { hiddenAt: clock.now(), hideReason: reason }));
}

/** Taking a mark away asks nothing: the post may be gone by now. */
export async function unmarkJob(
  { database }: MarkDeps,
  freelancer: FreelancerScope,
  id: string,
  mark: 'saved' | 'hidden',
): Promise<void> {
  await database.transaction((trx) => clearMarks(trx, freelancer, id, mark));
}

async function requireSeen(database: Database, asker: JobAsker, id: string): Promise<void> {
  const isSeen = isJobPostId(id) && (await readSeenPosts(database.db, asker, [id])).has(id);
  if (!isSeen) throw notFound();
}
