import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { Alert } from './saved-search.ts';
import type { SavedSearchMatchRow, SavedSearchRow } from './table.ts';

export type CountedSearch = SavedSearchRow & { newCount: number };

export function listSearches(db: Executor, scope: TenantScope, personId: string): Promise<CountedSearch[]> {
  return searchesOf(db, scope, personId).orderBy('createdAt', 'desc').orderBy('id').execute();
}

export function findSearch(
  db: Executor,
  scope: TenantScope,
  personId: string,
  id: string,
): Promise<CountedSearch | undefined> {
  return searchesOf(db, scope, personId).where('id', '=', id).executeTakeFirst();
}

function searchesOf(db: Executor, scope: TenantScope, personId: string) {
  return db
    .selectFrom('savedSearches')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('savedSearchMatches')
        .select((matches) => matches.fn.countAll<number>().as('count'))
        .whereRef('savedSearchMatches.savedSearchId', '=', 'savedSearches.id')
        .whereRef('savedSearchMatches.foundAt', '>', 'savedSearches.seenAt')
        .as('newCount'),
    )
    .$narrowType<{ newCount: number }>()
    .where('tenantId', '=', scope.tenantId)
    .where('personId', '=', personId);
}

export async function insertSearch(db: Executor, row: SavedSearchRow): Promise<void> {
  await db.insertInto('savedSearches').values(row).execute();
}

/** @returns false when the search is gone */
export async function updateSearch(
  db: Executor,
  scope: TenantScope,
  id: string,
  change: Partial<Pick<SavedSearchRow, 'name' | 'alert' | 'seenAt' | 'checkedAt'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('savedSearches')
    .set(change)
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false when there was none */
export async function deleteSearch(db: Executor, scope: TenantScope, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('savedSearches')
    .where('tenantId', '=', scope.tenantId)
    .where('personId', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Of every tenant, in pages by id: the clock has no tenant. Each row is then worked on in its own tenant's scope. */
export function listSearchesByAlert(
  db: Executor,
  alert: Alert,
  afterId: string,
  limit: number,
): Promise<SavedSearchRow[]> {
  return db
    .selectFrom('savedSearches')
    .selectAll()
    .where('alert', '=', alert)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** For a job, which was queued by a row and carries its tenant. */
export function findSearchOfTenant(db: Executor, scope: TenantScope, id: string): Promise<SavedSearchRow | undefined> {
  return db
    .selectFrom('savedSearches')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

const rowsAtOnce = 500;

/** @returns how many of them this search had never found before */
export async function insertNewMatches(db: Executor, rows: readonly SavedSearchMatchRow[]): Promise<number> {
  let inserted = 0;
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const results = await db
      .insertInto('savedSearchMatches')
      .values(rows.slice(at, at + rowsAtOnce))
      .onConflict((conflict) => conflict.columns(['savedSearchId', 'freelancerId']).doNothing())
      .returning('freelancerId')
      .execute();
    inserted += results.length;
  }
  return inserted;
}

/** Neither mailed nor seen by the member since, the newest first. */
export function listUntoldMatches(
  db: Executor,
  scope: TenantScope,
  savedSearchId: string,
): Promise<Pick<SavedSearchMatchRow, 'freelancerId' | 'foundAt'>[]> {
  return db
    .selectFrom('savedSearchMatches')
    .innerJoin('savedSearches', 'savedSearches.id', 'savedSearchMatches.savedSearchId')
    .select(['freelancerId', 'foundAt'])
    .where('savedSearchMatches.tenantId', '=', scope.tenantId)
    .where('savedSearchId', '=', savedSearchId)
    .where('toldAt', 'is', null)
    .whereRef('foundAt', '>', 'seenAt')
    .orderBy('foundAt', 'desc')
    .orderBy('freelancerId')
    .limit(1000)
    .execute();
}

export async function markTold(
  db: Executor,
  scope: TenantScope,
  savedSearchId: string,
  upTo: EpochMs,
  nowMs: EpochMs,
): Promise<void> {
  await db
    .updateTable('savedSearchMatches')
    .set({ toldAt: nowMs })
    .where('tenantId', '=', scope.tenantId)
    .where('savedSearchId', '=', savedSearchId)
    .where('foundAt', '<=', upTo)
    .where('toldAt', 'is', null)
    .execute();
}
