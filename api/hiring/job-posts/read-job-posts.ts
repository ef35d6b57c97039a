import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readMemberships } from '../../talent/talent-pools/read-for-search.ts';
import type { JobPostState } from './job-post.ts';
import { type JobPostRecord, postOfRow } from './post-of-row.ts';
import { listPostsAfter, sumExtent } from './search-store.ts';
import { findPost, findPosts, findPostsAnywhere } from './store.ts';

export type { JobPostRecord } from './post-of-row.ts';

/** For the client's side: any state. */
export async function findJobPost(db: Executor, scope: TenantScope, id: string): Promise<JobPostRecord | undefined> {
  const row = await findPost(db, scope, id);
  return row && postOfRow(row);
}

/** @throws 404 */
export async function getJobPost(db: Executor, scope: TenantScope, id: string): Promise<JobPostRecord> {
  const post = await findJobPost(db, scope, id);
  if (!post) throw notFound();
  return post;
}

/** By id, those of the tenant that exist; for lists that name posts. */
export async function readJobPosts(
  db: Executor,
  scope: TenantScope,
  ids: readonly string[],
): Promise<Map<string, JobPostRecord>> {
  if (ids.length === 0) return new Map();
  return new Map((await findPosts(db, scope, [...new Set(ids)])).map((row) => [row.id, postOfRow(row)]));
}

/** Who looks at a post from outside the tenant. */
export type JobViewer = {
  /** null: signed in without a freelancer account, or not at all. */
  freelancerId: string | null;
  isSignedIn: boolean;
  /** At a tenant's address only its posts exist. */
  tenant: TenantScope | undefined;
};

/** Which of the posts this freelancer was invited to; answered by invitations, which stand on job posts. */
export type InvitedTo = (
  db: Executor,
  freelancerId: string,
  jobPostIds: readonly string[],
) => Promise<ReadonlySet<string>>;

/** An open or paused post that exactly this viewer may see. */
export async function findVisibleJobPost(
  db: Executor,
  viewer: JobViewer,
  id: string,
  invitedTo: InvitedTo,
  states: readonly JobPostState[] = shownStates,
): Promise<JobPostRecord | undefined> {
  return (await readVisibleJobPosts(db, viewer, [id], invitedTo, states)).get(id);
}

const shownStates = ['open', 'paused'] as const satisfies JobPostState[];

/** By id, those that exactly this viewer may see now: the last word after any index. */
export async function readVisibleJobPosts(
  db: Executor,
  viewer: JobViewer,
  ids: readonly string[],
  invitedTo: InvitedTo,
  states: readonly JobPostState[] = shownStates,
): Promise<Map<string, JobPostRecord>> {
  if (ids.length === 0) return new Map();
  const { freelancerId, isSignedIn, tenant } = viewer;
  const posts = (await findPostsAnywhere(db, [...new Set(ids)]))
    .filter(({ state }) => states.includes(state))
    .filter(({ tenantId }) => !tenant || tenantId === tenant.tenantId)
    .map(postOfRow);
  const limited = posts.filter(({ visibility }) => visibility === 'invitedOnly' || visibility === 'poolOnly');
  const isLimited = limited.length > 0 && freelancerId !== null;
  const invited: ReadonlySet<string> = isLimited
    ? await invitedTo(
        db,
        freelancerId,
        limited.map((post) => post.id),
      )
    : new Set();
  const pools = new Set(isLimited ? (await readMemberships(db, [freelancerId])).get(freelancerId) : []);
  const sees = (post: JobPostRecord): boolean => {
    switch (post.visibility) {
      case 'public':
        return true;
      case 'signedIn':
        return isSignedIn;
      case 'invitedOnly':
        return invited.has(post.id);
      case 'poolOnly':
        return invited.has(post.id) || post.poolIds.some((pool) => pools.has(pool));
    }
  };
  return new Map(posts.filter(sees).map((post) => [post.id, post]));
}

/** What changed from a place on, oldest first, in every state; an index drops what is not open. */
export async function readForSearch(
  db: Executor,
  after: { updatedAt: number; id: string },
  limit: number,
): Promise<JobPostRecord[]> {
  return (await listPostsAfter(db, after, limit)).map(postOfRow);
}

/** How many posts an index of open ones should hold, and a sum that every change raises. */
export async function readExtent(db: Executor): Promise<{ open: number; revisions: number }> {
  const { open, revisions } = await sumExtent(db);
  return { open: Number(open), revisions: Number(revisions) };
}
