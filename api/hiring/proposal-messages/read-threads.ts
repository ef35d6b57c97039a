import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { countOwnThreads, countThreadsOfPost, listFirstMessages, type ThreadCount } from './store.ts';

/* What lists and figures read of threads without reading the messages. */

export type { ThreadCount };

/** By proposal, those with messages: how many, and how many a member of the team has not read. */
export async function readThreadsOfPost(
  db: Executor,
  scope: TenantScope,
  jobPostId: string,
  personId: string,
): Promise<Map<string, ThreadCount>> {
  const counts = await countThreadsOfPost(db, scope, jobPostId, personId);
  return new Map(counts.map((count) => [count.proposalId, count]));
}

/** The same of own proposals, for the freelancer. */
export async function readOwnThreads(
  db: Executor,
  freelancer: FreelancerScope,
  proposalIds: readonly string[],
  personId: string,
): Promise<Map<string, ThreadCount>> {
  if (proposalIds.length === 0) return new Map();
  const counts = await countOwnThreads(db, freelancer, proposalIds, personId);
  return new Map(counts.map((count) => [count.proposalId, count]));
}

export type Answered = { askedAtMs: number; answeredAtMs: number };

/** When a client wrote first and the freelancer answered, thread by thread; those without an answer are left out. */
export async function readFirstAnswers(db: Executor, freelancerId: string, sinceMs: number): Promise<Answered[]> {
  const firsts = await listFirstMessages(db, freelancerId, sinceMs);
  return [...Map.groupBy(firsts, ({ proposalId }) => proposalId).values()].flatMap((sides) => {
    const asked = sides.find(({ side }) => side === 'client')?.first;
    const answered = sides.find(({ side }) => side === 'freelancer')?.first;
    // A thread that began before the span has no question in it.
    return asked !== undefined && answered !== undefined && answered >= asked
      ? [{ askedAtMs: asked, answeredAtMs: answered }]
      : [];
  });
}
