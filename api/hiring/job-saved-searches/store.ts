import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { JobAlert } from './job-saved-search.ts';
import type { SavedJobSearchMatchRow, SavedJobSearchRow } from './table.ts';

export type CountedJobSearch = SavedJobSearchRow & { newCount: number };

/** At a tenant's address those made there, at the installation's those made there. */
export function listSearches(
  db: Executor,
  freelancer: FreelancerScope,
  tenant: TenantScope | undefined,
): Promise<CountedJobSearch[]> {
  return searchesOf(db, freelancer, tenant).orderBy('createdAt', 'desc').orderBy('id').execute();
}

export function findSearch(
  db: Executor,
  freelancer: FreelancerScope,
  tenant: TenantScope | undefined,
  id: string,
): Promise<CountedJobSearch | undefined> {
  return searchesOf(db, freelancer, tenant).where('id', '=', id).executeTakeFirst();
}

function searchesOf(db: Executor, { freelancerId }: FreelancerScope, tenant: TenantScope | undefined) {
  return db
    .selectFrom('savedJobSearches')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('savedJobSearchMatches')
        .select((matches) => matches.fn.countAll<number>().as('count'))
        .whereRef('savedJobSearchMatches.savedJobSearchId', '=', 'savedJobSearches.id')
        .whereRef('savedJobSearchMatches.foundAt', '>', 'savedJobSearches.seenAt')
        .as('newCount'),
    )
    .$narrowType<{ newCount: number }>()
    .where('freelancerId', '=', freelancerId)
    .where('tenantId', '=', tenant?.tenantId ?? '');
}

export async function insertSearch(db: Executor, row: SavedJobSearchRow): Promise<void> {
  await db.insertInto('savedJobSearches').values(row).execute();
}

/** @returns false when the search is gone */
export async function updateSearch(
  db: Executor,
  { freelancerId }: FreelancerScope,
  id: string,
  change: Partial<Pick<SavedJobSearchRow, 'name' | 'alert' | 'seenAt' | 'checkedAt'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('savedJobSearches')
    .set(change)
    .where('freelancerId', '=', freelancerId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false when there was none */
export async function deleteSearch(
  db: Executor,
  { freelancerId }: FreelancerScope,
  tenant: TenantScope | undefined,
  id: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('savedJobSearches')
    .where('freelancerId', '=', freelancerId)
    .where('tenantId', '=', tenant?.tenantId ?? '')
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Of everybody, in pages by id: the clock has no freelancer. Each row is then worked on in its own freelancer's scope. */
export function listSearchesByAlert(
  db: Executor,
  alert: JobAlert,
  afterId: string,
  limit: number,
): Promise<SavedJobSearchRow[]> {
  return db
    .selectFrom('savedJobSearches')
    .selectAll()
    .where('alert', '=', alert)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** For a job or a mail's link, which was made of a row and names its freelancer. */
export function findSearchOf(
  db: Executor,
  { freelancerId }: FreelancerScope,
  id: string,
): Promise<SavedJobSearchRow | undefined> {
  return db
    .selectFrom('savedJobSearches')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .where('id', '=', id)
    .executeTakeFirst();
}

const rowsAtOnce = 500;

/** @returns how many of them this search had never found before */
export async function insertNewMatches(db: Executor, rows: readonly SavedJobSearchMatchRow[]): Promise<number> {
  let inserted = 0;
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const results = await db
      .insertInto('savedJobSearchMatches')
      .values(rows.slice(at, at + rowsAtOnce))
      .onConflict((conflict) => conflict.columns(['savedJobSearchId', 'jobPostId']).doNothing())
      .returning('jobPostId')
      .execute();
    inserted += results.length;
  }
  return inserted;
}

/** Neither mailed nor seen by the freelancer since, the newest first. */
export function listUntoldMatches(
  db: Executor,
  { freelancerId }: FreelancerScope,
  savedJobSearchId: string,
): Promise<Pick<SavedJobSearchMatchRow, 'jobPostId' | 'foundAt'>[]> {
  return db
    .selectFrom('savedJobSearchMatches')
    .innerJoin('savedJobSearches', 'savedJobSearches.id', 'savedJobSearchMatches.savedJobSearchId')
    .select(['jobPostId', 'foundAt'])
    .where('freelancerId', '=', freelancerId)
    .where('savedJobSearchId', '=', savedJobSearchId)
    .where('toldAt', 'is', null)
    .whereRef('foundAt', '>', 'seenAt')
    .orderBy('foundAt', 'desc')
    .orderBy('jobPostId')
    .limit(1000)
    .execute();
}

export async function markTold(db: Executor, savedJobSearchId: string, upTo: EpochMs, nowMs: EpochMs): Promise<void> {
  await db
    .updateTable('savedJobSearchMatches')
    .set({ toldAt: nowMs })
    .where('savedJobSearchId', '=', savedJobSearchId)
    .where('foundAt', '<=', upTo)
    .where('toldAt', 'is', null)
    .execute();
}
