import type { Executor } from '../../../platform/database/database.ts';
import type { SandboxDisputeRow } from './table.ts';

/** A charge is taken back once. */
export async function insertDisputeOnce(db: Executor, row: SandboxDisputeRow): Promise<void> {
  await db
    .insertInto('sandboxDisputes')
    .values(row)
    .onConflict((conflict) => conflict.column('chargeId').doNothing())
    .execute();
}

/** Opened, and nobody was told yet. */
export function listDisputesToTell(db: Executor, limit: number): Promise<SandboxDisputeRow[]> {
  return db.selectFrom('sandboxDisputes').selectAll().where('isTold', '=', 0).limit(limit).execute();
}

export async function markDisputeTold(db: Executor, externalId: string): Promise<void> {
  await db.updateTable('sandboxDisputes').set({ isTold: 1 }).where('externalId', '=', externalId).execute();
}

export function findDispute(db: Executor, externalId: string): Promise<SandboxDisputeRow | undefined> {
  return db.selectFrom('sandboxDisputes').selectAll().where('externalId', '=', externalId).executeTakeFirst();
}

export async function updateOpenDispute(
  db: Executor,
  externalId: string,
  change: Partial<SandboxDisputeRow>,
): Promise<void> {
  await db
    .updateTable('sandboxDisputes')
    .set(change)
    .where('externalId', '=', externalId)
    .where('state', '=', 'needsResponse')
    .execute();
}

/** Decided by time, and not written down as such yet. */
export function listDisputesToDecide(db: Executor, nowMs: number, limit: number): Promise<SandboxDisputeRow[]> {
  return db
    .selectFrom('sandboxDisputes')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'needsResponse'), eb('evidenceDueAt', '<=', nowMs)]),
        eb.and([eb('state', '=', 'underReview'), eb('decidesAt', '<=', nowMs)]),
      ]),
    )
    .limit(limit)
    .execute();
}

export async function setDisputeState(
  db: Executor,
  externalId: string,
  state: SandboxDisputeRow['state'],
): Promise<void> {
  await db.updateTable('sandboxDisputes').set({ state }).where('externalId', '=', externalId).execute();
}
