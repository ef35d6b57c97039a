import type { EpochMs, Executor } from '../database/database.ts';
import type { CredentialRow, PersonRow } from './table.ts';

export function findPerson(db: Executor, id: string): Promise<PersonRow | undefined> {
  return db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findPersonByEmail(db: Executor, email: string): Promise<PersonRow | undefined> {
  return db.selectFrom('people').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst();
}

export function listPeople(db: Executor, ids: readonly string[]): Promise<Pick<PersonRow, 'id' | 'name' | 'email'>[]> {
  return db.selectFrom('people').select(['id', 'name', 'email']).where('id', 'in', ids).execute();
}

export async function insertPerson(trx: Executor, row: PersonRow): Promise<void> {
  await trx.insertInto('people').values(row).execute();
}

export async function insertCredential(trx: Executor, row: CredentialRow): Promise<void> {
  await trx.insertInto('credentials').values(row).execute();
}

/** @returns false when there is nobody of this id */
export async function updateDisabled(trx: Executor, id: string, disabledAt: EpochMs | null): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('people')
    .set({ disabledAt })
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function updateLocale(trx: Executor, id: string, locale: string): Promise<void> {
  await trx.updateTable('people').set({ locale }).where('id', '=', id).execute();
}

export function listOperatorRoles(db: Executor, personId: string): Promise<{ role: string }[]> {
  return db.selectFrom('operatorMembers').select('role').where('personId', '=', personId).execute();
}

/** Ids of those whom nobody has disabled. */
export async function listPeopleWithOperatorRoles(db: Executor, roles: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('operatorMembers')
    .innerJoin('people', 'people.id', 'operatorMembers.personId')
    .select('people.id')
    .distinct()
    .where('operatorMembers.role', 'in', roles)
    .where('people.disabledAt', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

export async function insertOperatorRole(
  trx: Executor,
  row: { personId: string; role: string; createdAt: EpochMs },
): Promise<void> {
  await trx.insertInto('operatorMembers').values(row).execute();
}
