import { type RawBuilder, sql } from 'kysely';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { JobPostState } from './job-post.ts';
import type { JobPostRow } from './table.ts';

export type PostSort = 'updated' | 'newest' | 'title' | 'expires';
export type PostFilter = { states?: readonly JobPostState[]; ownerId?: string; words?: string };
export type PostPosition = [value: string | number, id: string];

const never = Number.MAX_SAFE_INTEGER;

const orders: Record<PostSort, { by: RawBuilder<string | number>; direction: 'asc' | 'desc' }> = {
  updated: { by: sql`"updatedAt"`, direction: 'desc' },
  newest: { by: sql`"createdAt"`, direction: 'desc' },
  title: { by: sql`lower("title")`, direction: 'asc' },
  expires: { by: sql`coalesce("expiresAt", ${sql.lit(never)})`, direction: 'asc' },
};

export function listPosts(
  db: Executor,
  scope: TenantScope,
  filter: PostFilter,
  { sort, after, limit }: { sort: PostSort; after: PostPosition | undefined; limit: number },
): Promise<(JobPostRow & { position: string | number })[]> {
  const { by, direction } = orders[sort];
  const query = filtered(db, scope, filter)
    .selectAll()
    .select(by.as('position'))
    .$if(after !== undefined, (posts) =>
      posts.where(
        sql<boolean>`(${by}, "id") ${sql.raw(direction === 'desc' ? '<' : '>')} (${after![0]}, ${after![1]})`,
      ),
    );
  return query.orderBy(by, direction).orderBy('id', direction).limit(limit).execute();
}

/** How many there are in each state of what fits the other filters. */
export async function countPosts(
  db: Executor,
  scope: TenantScope,
  { ownerId, words }: PostFilter,
): Promise<Partial<Record<JobPostState, number>>> {
  const rows = await filtered(db, scope, { ...(ownerId && { ownerId }), ...(words && { words }) })
    .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

function filtered(db: Executor, scope: TenantScope, { states, ownerId, words }: PostFilter) {
  let posts = db.selectFrom('jobPosts').where('tenantId', '=', scope.tenantId);
  if (states) posts = posts.where('state', 'in', states);
  if (ownerId) posts = posts.where('ownerId', '=', ownerId);
  for (const word of words?.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8) ?? []) {
    posts = posts.where(titleHolds(word));
  }
  return posts;
}

function titleHolds(word: string) {
  return sql<boolean>`lower("title") like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
}
