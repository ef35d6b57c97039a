import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { JobPostState } from './job-post.ts';
import type { JobPostRow } from './table.ts';

export function findPost(db: Executor, scope: TenantScope, id: string): Promise<JobPostRow | undefined> {
  return db
    .selectFrom('jobPosts')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function findPosts(db: Executor, scope: TenantScope, ids: readonly string[]): Promise<JobPostRow[]> {
  return db.selectFrom('jobPosts').selectAll().where('tenantId', '=', scope.tenantId).where('id', 'in', ids).execute();
}

/** Of every tenant: freelancers and the operator look across them; whoever asks decides what may be seen. */
export function findPostsAnywhere(db: Executor, ids: readonly string[]): Promise<JobPostRow[]> {
  return db.selectFrom('jobPosts').selectAll().where('id', 'in', ids).execute();
}

const rowsAtOnce = 200;

export async function insertPosts(trx: Executor, rows: readonly JobPostRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await trx
      .insertInto('jobPosts')
      .values(rows.slice(at, at + rowsAtOnce))
      .execute();
  }
}

/** Leaves out what another import made at the same moment. @returns ids of those that were made */
export async function insertNewPosts(trx: Executor, rows: readonly JobPostRow[]): Promise<Set<string>> {
  const made = new Set<string>();
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const inserted = await trx
      .insertInto('jobPosts')
      .values(rows.slice(at, at + rowsAtOnce))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    for (const { id } of inserted) made.add(id);
  }
  return made;
}

export type PostChange = Partial<Omit<JobPostRow, 'id' | 'tenantId' | 'createdAt' | 'revision'>>;

/** @returns false when the post changed since it was read, or is in none of the states */
export async function updatePost(
  trx: Executor,
  scope: TenantScope,
  { id, revision }: Pick<JobPostRow, 'id' | 'revision'>,
  states: readonly JobPostState[],
  change: PostChange,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('jobPosts')
    .set({ ...change, revision: revision + 1 })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', 'in', states)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false when it is no draft any more */
export async function deleteDraft(trx: Executor, scope: TenantScope, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('jobPosts')
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** The live post of the tenant that asks for the same. */
export function findLivePost(
  db: Executor,
  scope: TenantScope,
  liveIdentity: string,
): Promise<Pick<JobPostRow, 'id' | 'title'> | undefined> {
  return db
    .selectFrom('jobPosts')
    .select(['id', 'title'])
    .where('tenantId', '=', scope.tenantId)
    .where('liveIdentity', '=', liveIdentity)
    .executeTakeFirst();
}

/** Of the given identities those that stand already: of a live post, or of an imported one that has not ended. */
export async function listStandingIdentities(
  db: Executor,
  scope: TenantScope,
  column: 'liveIdentity' | 'importIdentity',
  identities: readonly string[],
): Promise<{ id: string; identity: string }[]> {
  const found: { id: string; identity: string }[] = [];
  for (let at = 0; at < identities.length; at += identitiesAtOnce) {
    const rows = await db
      .selectFrom('jobPosts')
      .select(['id', `${column} as identity`])
      .where('tenantId', '=', scope.tenantId)
      .where(column, 'in', identities.slice(at, at + identitiesAtOnce))
      .where('endedAt', 'is', null)
      .$narrowType<{ identity: string }>()
      .execute();
    found.push(...rows);
  }
  return found;
}

const identitiesAtOnce = 500;
