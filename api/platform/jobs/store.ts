import { sql } from 'kysely';
import type { Database, EpochMs, Executor } from '../database/database.ts';
import type { JobState } from './job.ts';

export type JobRow = {
  id: string;
  kind: string;
  /** Unique with kind: the same work is queued once. */
  key: string;
  tenantId: string | null;
  payload: string;
  state: JobState;
  runAt: EpochMs;
  attempts: number;
  leasedBy: string | null;
  leasedUntil: EpochMs | null;
  lastError: string | null;
  createdAt: EpochMs;
  finishedAt: EpochMs | null;
};

declare module '../database/tables.ts' {
  interface Tables {
    jobs: JobRow;
  }
}

export async function insertJobOnce(db: Executor, row: JobRow): Promise<void> {
  await db
    .insertInto('jobs')
    .values(row)
    .onConflict((conflict) => conflict.columns(['kind', 'key']).doNothing())
    .execute();
}

/** Leases up to `limit` due jobs to one runner; no two runners get the same one. */
export async function claimDueJobs(
  database: Database,
  runner: string,
  kinds: readonly string[],
  nowMs: number,
  leaseMs: number,
  limit: number,
): Promise<JobRow[]> {
  return database.transaction(async (trx) => {
    let due = trx
      .selectFrom('jobs')
      .select('id')
      .where('kind', 'in', kinds)
      .where((eb) =>
        eb.or([
          eb.and([eb('state', '=', 'queued'), eb('runAt', '<=', nowMs)]),
          eb.and([eb('state', '=', 'running'), eb('leasedUntil', '<', nowMs)]),
        ]),
      )
      .orderBy('runAt')
      .limit(limit);
    if (database.kind === 'postgres') due = due.forUpdate().skipLocked();
    const ids = (await due.execute()).map(({ id }) => id);
    if (ids.length === 0) return [];
    return trx
      .updateTable('jobs')
      .set({ state: 'running', leasedBy: runner, leasedUntil: nowMs + leaseMs, attempts: sql<number>`attempts + 1` })
      .where('id', 'in', ids)
      .returningAll()
      .execute();
  });
}

/** Ends a lease; does nothing when the lease was lost meanwhile. */
export async function finishJob(db: Executor, id: string, runner: string, change: Partial<JobRow>): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ ...change, leasedBy: null, leasedUntil: null })
    .where('id', '=', id)
    .where('leasedBy', '=', runner)
    .execute();
}

export function listJobs(db: Executor, state: JobState | undefined, limit: number): Promise<JobRow[]> {
  let query = db.selectFrom('jobs').selectAll().orderBy('runAt', 'desc').limit(limit);
  if (state) query = query.where('state', '=', state);
  return query.execute();
}

/** Puts a dead job back into the queue. @returns false when it was not dead */
export async function requeueDeadJob(db: Executor, id: string, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('jobs')
    .set({ state: 'queued', attempts: 0, runAt: nowMs, finishedAt: null })
    .where('id', '=', id)
    .where('state', '=', 'dead')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
