import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { VerificationState } from './verification.ts';

/** Of the installation: no tenant's. */
export type LedgerVerificationRow = {
  id: string;
  state: VerificationState;
  requestedBy: string | null;
  requestedAt: EpochMs;
  startedAt: EpochMs | null;
  finishedAt: EpochMs | null;
  /** JSON of a Verification, once it ended. */
  result: string | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    ledgerVerifications: LedgerVerificationRow;
  }
}

/** @returns false when one is queued already */
export async function insertVerificationOnce(trx: Executor, row: LedgerVerificationRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('ledgerVerifications')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export function findLatestVerification(
  db: Executor,
  ...states: readonly VerificationState[]
): Promise<LedgerVerificationRow | undefined> {
  return db
    .selectFrom('ledgerVerifications')
    .selectAll()
    .$if(states.length > 0, (query) => query.where('state', 'in', states))
    .orderBy('requestedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function updateVerification(
  db: Executor,
  id: string,
  change: Partial<LedgerVerificationRow>,
): Promise<void> {
  await db.updateTable('ledgerVerifications').set(change).where('id', '=', id).execute();
}
