import { sql } from 'kysely';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { TimerRow } from './table.ts';

export function findTimer(db: Executor, freelancerId: string): Promise<TimerRow | undefined> {
  return db.selectFrom('timers').selectAll().where('freelancerId', '=', freelancerId).executeTakeFirst();
}

export async function insertTimerOnce(trx: Executor, row: TimerRow): Promise<void> {
  await trx
    .insertInto('timers')
    .values(row)
    .onConflict((known) => known.column('freelancerId').doNothing())
    .execute();
}

/**
 * Takes the row for this transaction, so that whoever is here at the same moment waits.
 * @returns false when there is none yet
 */
export async function takeTimer(trx: Executor, freelancerId: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('timers')
    .set({ revision: sql`"revision" + 1` })
    .where('freelancerId', '=', freelancerId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function updateTimer(trx: Executor, freelancerId: string, change: Partial<TimerRow>): Promise<void> {
  await trx.updateTable('timers').set(change).where('freelancerId', '=', freelancerId).execute();
}

/** Of every freelancer: the clock has no tenant. */
export async function listSilentTimers(db: Executor, seenBefore: EpochMs, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('timers')
    .select('freelancerId')
    .where('state', '=', 'running')
    .where('seenAt', '<', seenBefore)
    .orderBy('seenAt')
    .limit(limit)
    .execute();
  return rows.map(({ freelancerId }) => freelancerId);
}

export async function listTimersOfContract(
  db: Executor,
  { tenantId }: TenantScope,
  contractId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('timers')
    .select('freelancerId')
    .where('tenantId', '=', tenantId)
    .where('contractId', '=', contractId)
    .where('state', '=', 'running')
    .execute();
  return rows.map(({ freelancerId }) => freelancerId);
}
