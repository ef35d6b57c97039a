import type { Executor } from '../../platform/database/database.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type JobPostState, jobPostStates } from './job-post.ts';
import { countPosts, listPosts, type PostFilter, type PostPosition, type PostSort } from './list-store.ts';
import { type JobPostRecord, postOfRow } from './post-of-row.ts';

export type PostQuery = PostFilter & { sort: PostSort; limit: number; cursor?: string | undefined };

/** One page, and how many there are in every state of what fits the other filters. */
export async function readPostPage(
  db: Executor,
  cursors: Cursors,
  scope: TenantScope,
  { sort, limit, cursor, ...filter }: PostQuery,
): Promise<{ posts: JobPostRecord[]; counts: Record<JobPostState, number>; nextCursor: string | null }> {
  const binding = `job posts ${scope.tenantId} ${sort} ${JSON.stringify(filter)}`;
  const after = cursor === undefined ? undefined : (cursors.decode(binding, cursor) as PostPosition);
  const [rows, counted] = await Promise.all([
    listPosts(db, scope, filter, { sort, after, limit: limit + 1 }),
    countPosts(db, scope, filter),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = last && rows.length > limit ? cursors.encode(binding, [last.position, last.id]) : null;
  const counts = Object.fromEntries(jobPostStates.map((state) => [state, counted[state] ?? 0]));
  return { posts: page.map(postOfRow), counts: counts as Record<JobPostState, number>, nextCursor };
}
