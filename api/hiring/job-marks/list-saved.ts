import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { JobAsker } from '../job-search/asker.ts';
import { type PresentDeps, presentHits, readSeenPosts } from '../job-search/present-hits.ts';
import type { JobHit } from '../job-search/schema.ts';
import { listSaved } from './store.ts';

/** At most savedJobsMax of them, so that all are looked at and those that are gone are counted. */
export async function listSavedJobs(
  db: Executor,
  present: PresentDeps,
  freelancer: FreelancerScope,
  asker: JobAsker,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ items: JobHit[]; goneCount: number; nextOffset: number | null }> {
  const saved = (await listSaved(db, freelancer)).map(({ jobPostId }) => jobPostId);
  const posts = await readSeenPosts(db, asker, saved);
  const seen = saved.filter((id) => posts.has(id));
  const page = seen.slice(offset, offset + limit);
  const hits = page.map((id) => ({ id, score: 0, why: { fields: [], signals: [] } }));
  const { items } = await presentHits(present, asker, hits, { terms: [], prefixes: [] });
  const isMore = offset + limit < seen.length;
  return { items, goneCount: saved.length - seen.length, nextOffset: isMore ? offset + limit : null };
}
