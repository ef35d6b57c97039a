import type { Executor } from '../database/database.ts';
import type { PersonPreferencesRow } from './table.ts';

export function findPreferences(db: Executor, personId: string): Promise<PersonPreferencesRow | undefined> {
  return db.selectFrom('personPreferences').selectAll().where('personId', '=', personId).executeTakeFirst();
}

/** What is not named stays as it was. */
export async function upsertPreferences(
  trx: Executor,
  change: Pick<PersonPreferencesRow, 'personId' | 'changedAt'> & Partial<PersonPreferencesRow>,
): Promise<void> {
  const { personId: _, ...rest } = change;
  await trx
    .insertInto('personPreferences')
    .values({ scheme: null, density: null, locale: null, shortcuts: null, ...change })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(rest))
    .execute();
}
