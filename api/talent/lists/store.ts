import { sql } from 'kysely';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { TalentListItemRow, TalentListRow } from './table.ts';

/** Whose lists: a member's own and the shared ones, or every list of the tenant. */
export type ListReader = { personId: string; readsAll: boolean };

export type CountedList = TalentListRow & { itemCount: number };

export function listLists(db: Executor, scope: TenantScope, reader: ListReader): Promise<CountedList[]> {
  return readableLists(db, scope, reader)
    .orderBy('isDefault', 'desc')
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
}

export function findList(
  db: Executor,
  scope: TenantScope,
  reader: ListReader,
  id: string,
): Promise<CountedList | undefined> {
  return readableLists(db, scope, reader).where('id', '=', id).executeTakeFirst();
}

function readableLists(db: Executor, scope: TenantScope, { personId, readsAll }: ListReader) {
  return db
    .selectFrom('talentLists')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('talentListItems')
        .select((items) => items.fn.countAll<number>().as('count'))
        .whereRef('talentListItems.listId', '=', 'talentLists.id')
        .$castTo<{ count: number }>()
        .as('itemCount'),
    )
    .$narrowType<{ itemCount: number }>()
    .where('tenantId', '=', scope.tenantId)
    .$if(!readsAll, (query) => query.where((eb) => eb.or([eb('isShared', '=', 1), eb('ownerId', '=', personId)])));
}

export async function countOwnLists(db: Executor, scope: TenantScope, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('talentLists')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('tenantId', '=', scope.tenantId)
    .where('ownerId', '=', personId)
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertList(db: Executor, row: TalentListRow): Promise<void> {
  await db.insertInto('talentLists').values(row).execute();
}

export function findDefaultListId(
  db: Executor,
  scope: TenantScope,
  personId: string,
): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('talentLists')
    .select('id')
    .where('tenantId', '=', scope.tenantId)
    .where('ownerId', '=', personId)
    .where('isDefault', '=', 1)
    .executeTakeFirst();
}

/** Does nothing when the member has one already, also when two requests race. */
export async function insertDefaultListOnce(db: Executor, row: TalentListRow): Promise<void> {
  await db
    .insertInto('talentLists')
    .values(row)
    .onConflict(
      (
        conflict, // As a literal: PostgreSQL does not recognize the partial index by a parameter.
      ) => conflict.columns(['tenantId', 'ownerId']).where(sql.ref('isDefault'), '=', sql.lit(1)).doNothing(),
    )
    .execute();
}

/** @returns false when the list changed since `revision` */
export async function updateList(
  db: Executor,
  scope: TenantScope,
  id: string,
  revision: number,
  change: Pick<TalentListRow, 'name' | 'isShared' | 'updatedAt'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('talentLists')
    .set({ ...change, revision: revision + 1 })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deleteList(db: Executor, scope: TenantScope, id: string): Promise<void> {
  await db.deleteFrom('talentLists').where('tenantId', '=', scope.tenantId).where('id', '=', id).execute();
}

export async function insertItems(db: Executor, rows: readonly TalentListItemRow[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('talentListItems').values(rows).execute();
}

export function listItems(db: Executor, scope: TenantScope, listId: string): Promise<TalentListItemRow[]> {
  return db
    .selectFrom('talentListItems')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('listId', '=', listId)
    .orderBy('addedAt', 'desc')
    .orderBy('freelancerId')
    .execute();
}

export async function countItems(db: Executor, scope: TenantScope, listId: string): Promise<number> {
  const { count } = await db
    .selectFrom('talentListItems')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('tenantId', '=', scope.tenantId)
    .where('listId', '=', listId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Adds somebody, or changes the note of somebody who is there; an undefined note leaves it. */
export function putItem(
  db: Executor,
  row: Omit<TalentListItemRow, 'note'>,
  note: string | undefined,
): Promise<TalentListItemRow> {
  return db
    .insertInto('talentListItems')
    .values({ ...row, note: note ?? '' })
    .onConflict((conflict) =>
      conflict
        .columns(['listId', 'freelancerId'])
        .doUpdateSet((eb) => ({ note: note ?? eb.ref('talentListItems.note') })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function deleteItem(
  db: Executor,
  scope: TenantScope,
  listId: string,
  freelancerId: string,
): Promise<void> {
  await db
    .deleteFrom('talentListItems')
    .where('tenantId', '=', scope.tenantId)
    .where('listId', '=', listId)
    .where('freelancerId', '=', freelancerId)
    .execute();
}

/** Which of the given people are on the member's own list. */
export function listSavedAmong(
  db: Executor,
  scope: TenantScope,
  personId: string,
  freelancerIds: readonly string[],
): Promise<{ freelancerId: string }[]> {
  return db
    .selectFrom('talentListItems')
    .innerJoin('talentLists', 'talentLists.id', 'talentListItems.listId')
    .select('talentListItems.freelancerId')
    .where('talentLists.tenantId', '=', scope.tenantId)
    .where('talentLists.ownerId', '=', personId)
    .where('talentLists.isDefault', '=', 1)
    .where('talentListItems.freelancerId', 'in', freelancerIds)
    .execute();
}
