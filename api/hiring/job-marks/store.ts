import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { HideReason } from './job-mark.ts';
import type { JobMarkRow } from './table.ts';

type Marks = Pick<JobMarkRow, 'savedAt' | 'hiddenAt' | 'hideReason'>;

export async function putMarks(
  trx: Executor,
  { freelancerId }: FreelancerScope,
  jobPostId: string,
  marks: Partial<Marks>,
): Promise<void> {
  await trx
    .insertInto('jobMarks')
    .values({ freelancerId, jobPostId, savedAt: null, hiddenAt: null, hideReason: null, ...marks })
    .onConflict((conflict) => conflict.columns(['freelancerId', 'jobPostId']).doUpdateSet(marks))
    .execute();
}

export async function clearMarks(
  trx: Executor,
  { freelancerId }: FreelancerScope,
  jobPostId: string,
  mark: 'saved' | 'hidden',
): Promise<void> {
  await trx
    .updateTable('jobMarks')
    .set(mark === 'saved' ? { savedAt: null } : { hiddenAt: null, hideReason: null })
    .where('freelancerId', '=', freelancerId)
    .where('jobPostId', '=', jobPostId)
    .execute();
}

export function listHidden(db: Executor, { freelancerId }: FreelancerScope): Promise<{ jobPostId: string }[]> {
  return db
    .selectFrom('jobMarks')
    .select('jobPostId')
    .where('freelancerId', '=', freelancerId)
    .where('hiddenAt', 'is not', null)
    .execute();
}

export function listMarksAmong(
  db: Executor,
  { freelancerId }: FreelancerScope,
  jobPostIds: readonly string[],
): Promise<{ jobPostId: string; savedAt: number | null; hideReason: HideReason | null }[]> {
  return db
    .selectFrom('jobMarks')
    .select(['jobPostId', 'savedAt', 'hideReason'])
    .where('freelancerId', '=', freelancerId)
    .where('jobPostId', 'in', jobPostIds)
    .execute();
}

/** The last saved first. */
export function listSaved(
  db: Executor,
  { freelancerId }: FreelancerScope,
): Promise<{ jobPostId: string; savedAt: number | null }[]> {
  return db
    .selectFrom('jobMarks')
    .select(['jobPostId', 'savedAt'])
    .where('freelancerId', '=', freelancerId)
    .where('savedAt', 'is not', null)
    .orderBy('savedAt', 'desc')
    .orderBy('jobPostId')
    .execute();
}

/** Apart from the given post, which may be saved again. */
export async function countSaved(
  db: Executor,
  { freelancerId }: FreelancerScope,
  exceptJobPostId: string,
): Promise<number> {
  const { count } = await db
    .selectFrom('jobMarks')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('freelancerId', '=', freelancerId)
    .where('savedAt', 'is not', null)
    .where('jobPostId', '!=', exceptJobPostId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
