import { sql } from 'kysely';
import type { EpochMs, Executor } from '../../platform/database/database.ts';

export type IdleFreelancer = { id: string; personId: string; name: string; lastActiveAt: EpochMs };

/** Claimed profiles that others can see and whose owner has been away; `warnedBeforeMs` null: not warned yet. */
export async function listIdle(
  db: Executor,
  { idleSinceMs, warnedBeforeMs }: { idleSinceMs: EpochMs; warnedBeforeMs: EpochMs | null },
  limit: number,
): Promise<IdleFreelancer[]> {
  const query = db
    .selectFrom('freelancers')
    .select(['id', 'personId', 'name', 'lastActiveAt'])
    // Written out, so that the partial index is used.
    .where('visibility', '!=', sql.lit('private' as const))
    .where('personId', 'is not', null)
    .where('lastActiveAt', '<=', idleSinceMs)
    .orderBy('lastActiveAt')
    .limit(limit);
  const rows = await (warnedBeforeMs === null
    ? query.where('idleWarnedAt', 'is', null)
    : query.where('idleWarnedAt', '<=', warnedBeforeMs)
  ).execute();
  return rows.map((row) => ({ ...row, personId: row.personId! }));
}

/** @returns false when the owner came back, or another node was first */
export async function markIdleWarned(
  trx: Executor,
  id: string,
  idleSinceMs: EpochMs,
  nowMs: EpochMs,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('freelancers')
    .set({ idleWarnedAt: nowMs })
    .where('id', '=', id)
    .where('idleWarnedAt', 'is', null)
    .where('lastActiveAt', '<=', idleSinceMs)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns the new revision; undefined when the owner came back, or another node was first */
export async function hideIdle(
  trx: Executor,
  id: string,
  idleSinceMs: EpochMs,
  nowMs: EpochMs,
): Promise<number | undefined> {
  const hidden = await trx
    .updateTable('freelancers')
    .set({ visibility: 'private', idleWarnedAt: null, updatedAt: nowMs, revision: sql<number>`revision + 1` })
    .where('id', '=', id)
    .where('visibility', '!=', 'private')
    .where('idleWarnedAt', 'is not', null)
    .where('lastActiveAt', '<=', idleSinceMs)
    .returning('revision')
    .executeTakeFirst();
  return hidden?.revision;
}
