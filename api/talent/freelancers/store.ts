import type { Executor } from '../../platform/database/database.ts';
import type { FreelancerLists, FreelancerRow, PortfolioImageRow, PortfolioItemRow } from './table.ts';

export function findFreelancers(db: Executor, ids: readonly string[]): Promise<FreelancerRow[]> {
  return db.selectFrom('freelancers').selectAll().where('id', 'in', ids).execute();
}

export function findFreelancerOf(db: Executor, personId: string): Promise<FreelancerRow | undefined> {
  return db.selectFrom('freelancers').selectAll().where('personId', '=', personId).executeTakeFirst();
}

export function listFreelancersAfter(db: Executor, id: string, limit: number): Promise<FreelancerRow[]> {
  return db.selectFrom('freelancers').selectAll().where('id', '>', id).orderBy('id').limit(limit).execute();
}

export function findRevisions(db: Executor, ids: readonly string[]): Promise<Pick<FreelancerRow, 'id' | 'revision'>[]> {
  return db.selectFrom('freelancers').select(['id', 'revision']).where('id', 'in', ids).execute();
}

export async function insertFreelancer(trx: Executor, row: FreelancerRow): Promise<void> {
  await trx.insertInto('freelancers').values(row).execute();
}

export async function updateFreelancer(trx: Executor, id: string, columns: Partial<FreelancerRow>): Promise<void> {
  if (Object.keys(columns).length === 0) return;
  await trx.updateTable('freelancers').set(columns).where('id', '=', id).execute();
}

/** @returns false when somebody else raised it first */
export async function raiseRevision(trx: Executor, id: string, from: number, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('freelancers')
    .set({ revision: from + 1, updatedAt: nowMs })
    .where('id', '=', id)
    .where('revision', '=', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function recordActivity(db: Executor, id: string, nowMs: number): Promise<void> {
  await db.updateTable('freelancers').set({ lastActiveAt: nowMs, idleWarnedAt: null }).where('id', '=', id).execute();
}

/** Lists whose rows a person replaces as a whole. */
export type WholeList = Exclude<keyof FreelancerLists, 'portfolioItems' | 'portfolioImages'>;

export async function replaceList<T extends WholeList>(
  trx: Executor,
  table: T,
  freelancerId: string,
  entries: readonly Omit<FreelancerLists[T], 'freelancerId' | 'position'>[],
): Promise<void> {
  // Kysely cannot follow a table name that is a type parameter, so one of the tables stands for all.
  const name = table as 'freelancerSkills';
  await trx.deleteFrom(name).where('freelancerId', '=', freelancerId).execute();
  if (entries.length === 0) return;
  const rows = entries.map((entry, position) => ({ ...entry, freelancerId, position }));
  await trx
    .insertInto(name)
    .values(rows as never)
    .execute();
}

export async function listEntryIds(
  trx: Executor,
  table: 'freelancerEmployment' | 'freelancerEducation' | 'freelancerCertifications',
  freelancerId: string,
): Promise<string[]> {
  const rows = await trx.selectFrom(table).select('id').where('freelancerId', '=', freelancerId).execute();
  return rows.map(({ id }) => id);
}

export function listPortfolioItems(db: Executor, freelancerId: string): Promise<PortfolioItemRow[]> {
  return db
    .selectFrom('portfolioItems')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .orderBy('position')
    .execute();
}

export async function insertPortfolioItem(trx: Executor, row: PortfolioItemRow): Promise<void> {
  await trx.insertInto('portfolioItems').values(row).execute();
}

export async function updatePortfolioItem(
  trx: Executor,
  id: string,
  columns: Partial<PortfolioItemRow>,
): Promise<void> {
  if (Object.keys(columns).length === 0) return;
  await trx.updateTable('portfolioItems').set(columns).where('id', '=', id).execute();
}

export async function deletePortfolioItem(trx: Executor, id: string): Promise<void> {
  await trx.deleteFrom('portfolioItems').where('id', '=', id).execute();
}

export function listPortfolioImages(db: Executor, itemId: string): Promise<PortfolioImageRow[]> {
  return db.selectFrom('portfolioImages').selectAll().where('itemId', '=', itemId).orderBy('position').execute();
}

export async function insertPortfolioImage(trx: Executor, row: PortfolioImageRow): Promise<void> {
  await trx.insertInto('portfolioImages').values(row).execute();
}

export async function updatePortfolioImage(
  trx: Executor,
  fileId: string,
  columns: Pick<PortfolioImageRow, 'position' | 'alt'>,
): Promise<void> {
  await trx.updateTable('portfolioImages').set(columns).where('fileId', '=', fileId).execute();
}

export async function deletePortfolioImage(trx: Executor, fileId: string): Promise<void> {
  await trx.deleteFrom('portfolioImages').where('fileId', '=', fileId).execute();
}
