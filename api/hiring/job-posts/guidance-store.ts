import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { ExperienceLevel } from './job-post.ts';
import type { JobPostRow } from './table.ts';

export type ComparablePost = Pick<JobPostRow, 'budgetMinMinor' | 'budgetMaxMinor' | 'skills'>;

type Comparison = {
  categoryId: string;
  kind: 'fixed' | 'hourly';
  level: ExperienceLevel | undefined;
  currency: string;
  sinceMs: EpochMs;
};

/** Of every tenant, the newest first; only figures leave the command that asks. What was removed compares with nothing. */
export function listComparable(
  db: Executor,
  { categoryId, kind, level, currency, sinceMs }: Comparison,
  limit: number,
): Promise<ComparablePost[]> {
  return db
    .selectFrom('jobPosts')
    .select(['budgetMinMinor', 'budgetMaxMinor', 'skills'])
    .where('categoryId', '=', categoryId)
    .where('budgetKind', '=', kind)
    .where('budgetCurrency', '=', currency)
    .where('publishedAt', '>=', sinceMs)
    .where('state', '!=', 'removed')
    .$if(level !== undefined, (posts) => posts.where('experienceLevel', '=', level!))
    .orderBy('publishedAt', 'desc')
    .limit(limit)
    .execute();
}
