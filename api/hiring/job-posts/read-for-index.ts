import type { Executor } from '../../platform/database/database.ts';
import { type JobPostRecord, postOfRow } from './post-of-row.ts';
import {
  countByTenant,
  listIdsPublishedWithin,
  listOpenPosts,
  listPostHeads,
  listPostMarksAfter,
  type PostHead,
  type PostMark,
} from './search-store.ts';

/* What search reads of posts, of every tenant; whoever asks decides what may be seen. */

export type { PostHead, PostMark } from './search-store.ts';

/** What changed from a place on, oldest first, in every state. */
export function listPostMarks(
  db: Executor,
  after: { updatedAt: number; id: string },
  limit: number,
): Promise<PostMark[]> {
  return listPostMarksAfter(db, after, limit);
}

/** Those of the ids that are open, whole. */
export async function readOpenPosts(db: Executor, ids: readonly string[]): Promise<JobPostRecord[]> {
  return ids.length === 0 ? [] : (await listOpenPosts(db, ids)).map(postOfRow);
}

export async function readPostHeads(db: Executor, ids: readonly string[]): Promise<Map<string, PostHead>> {
  if (ids.length === 0) return new Map();
  return new Map((await listPostHeads(db, ids)).map((head) => [head.id, head]));
}

/** Open posts that were published within a span: their age may count differently from now on. */
export async function listPublishedWithin(db: Executor, fromMs: number, toMs: number): Promise<string[]> {
  return (await listIdsPublishedWithin(db, fromMs, toMs)).map(({ id }) => id);
}

/** What clients are known by: posts published and people hired, by tenant. */
export async function readClientCounts(db: Executor): Promise<Map<string, { posts: number; hires: number }>> {
  const counts = await countByTenant(db);
  return new Map(
    counts.map(({ tenantId, posts, hires }) => [tenantId, { posts: Number(posts), hires: Number(hires ?? 0) }]),
  );
}
