import type { Executor } from '../../platform/database/database.ts';
import type { SuggestionState } from './skill-suggestion.ts';
import type { SkillAliasRow, SkillCountRow, SkillPairRow, SkillRow, SkillSuggestionRow } from './table.ts';

// Skills belong to the installation: one taxonomy serves every tenant, so nothing here takes a scope.

export function listAddedSkills(db: Executor): Promise<SkillRow[]> {
  return db.selectFrom('skills').selectAll().orderBy('id').execute();
}

export function listAddedAliases(db: Executor): Promise<SkillAliasRow[]> {
  return db.selectFrom('skillAliases').selectAll().orderBy('key').execute();
}

export async function insertSkill(db: Executor, row: SkillRow): Promise<void> {
  await db
    .insertInto('skills')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function insertAlias(db: Executor, row: SkillAliasRow): Promise<void> {
  await db
    .insertInto('skillAliases')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

export function listAllCounts(db: Executor): Promise<SkillCountRow[]> {
  return db.selectFrom('skillCounts').selectAll().execute();
}

export function listPairsOf(db: Executor, skillIds: readonly string[]): Promise<SkillPairRow[]> {
  if (skillIds.length === 0) return Promise.resolve([]);
  return db.selectFrom('skillPairs').selectAll().where('skillId', 'in', skillIds).execute();
}

export function listAllPairs(db: Executor): Promise<SkillPairRow[]> {
  return db.selectFrom('skillPairs').selectAll().execute();
}

const batchSize = 1000;

export async function putCounts(trx: Executor, rows: readonly SkillCountRow[]): Promise<void> {
  for (const batch of batches(rows)) {
    await trx
      .insertInto('skillCounts')
      .values(batch)
      .onConflict((conflict) => conflict.column('skillId').doUpdateSet((eb) => ({ posts: eb.ref('excluded.posts') })))
      .execute();
  }
}

export async function putPairs(trx: Executor, rows: readonly SkillPairRow[]): Promise<void> {
  for (const batch of batches(rows)) {
    await trx
      .insertInto('skillPairs')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['skillId', 'otherSkillId']).doUpdateSet((eb) => ({
          together: eb.ref('excluded.together'),
          likelihood: eb.ref('excluded.likelihood'),
          lift: eb.ref('excluded.lift'),
        })),
      )
      .execute();
  }
}

export async function deleteCount(trx: Executor, skillId: string): Promise<void> {
  await trx.deleteFrom('skillCounts').where('skillId', '=', skillId).execute();
}

export async function deletePair(trx: Executor, { skillId, otherSkillId }: SkillPairRow): Promise<void> {
  await trx.deleteFrom('skillPairs').where('skillId', '=', skillId).where('otherSkillId', '=', otherSkillId).execute();
}

export type SuggestionPosition = { posts: number; id: string };

/** Most asked for first; `after` is where the page before ended. */
export function listSuggestions(
  db: Executor,
  { state, limit, after }: { state: SuggestionState; limit: number; after?: SuggestionPosition | undefined },
): Promise<SkillSuggestionRow[]> {
  let query = db.selectFrom('skillSuggestions').selectAll().where('state', '=', state);
  if (after) {
    query = query.where((eb) =>
      eb.or([eb('posts', '<', after.posts), eb.and([eb('posts', '=', after.posts), eb('id', '>', after.id)])]),
    );
  }
  return query.orderBy('posts', 'desc').orderBy('id').limit(limit).execute();
}

export function listAllSuggestions(db: Executor): Promise<SkillSuggestionRow[]> {
  return db.selectFrom('skillSuggestions').selectAll().execute();
}

export function findSuggestion(db: Executor, id: string): Promise<SkillSuggestionRow | undefined> {
  return db.selectFrom('skillSuggestions').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertSuggestion(trx: Executor, row: SkillSuggestionRow): Promise<void> {
  await trx.insertInto('skillSuggestions').values(row).execute();
}

/** Only what nobody has decided yet follows the posts. @returns whether it was still proposed */
export async function updateProposed(
  trx: Executor,
  id: string,
  change: Partial<Omit<SkillSuggestionRow, 'id'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('skillSuggestions')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deleteProposed(trx: Executor, id: string): Promise<void> {
  await trx.deleteFrom('skillSuggestions').where('id', '=', id).where('state', '=', 'proposed').execute();
}

function* batches<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += batchSize) yield rows.slice(start, start + batchSize);
}
