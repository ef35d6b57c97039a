import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import type { Proof } from './prove-ledger.ts';
import * as store from './verification-store.ts';
import { verifyLedger } from './verify-ledger.ts';

export type VerificationDeps = {
  database: Database;
  clock: Clock;
  newId: NewId;
  jobs: JobRunner;
  /** That the states of other slices agree with their accounts; handed in at assembly. */
  proofs: readonly Proof[];
};

const jobKind = 'ledger.verify';
const dayMs = 86_400_000;

/** Runs what requestVerification queued, and ⏱ one of its own every day. */
export function watchVerifications(deps: VerificationDeps): void {
  const { database, clock, jobs } = deps;
  jobs.handle(jobKind, async ({ payload }) => {
    const { id } = payload as { id: string };
    await store.updateVerification(database.db, id, { state: 'running', startedAt: clock.now() });
    const end = (state: 'clean' | 'broken' | 'failed', result: string | null) =>
      store.updateVerification(database.db, id, { state, result, finishedAt: clock.now() });
    try {
      const verification = await verifyLedger(database, deps.proofs);
      await end(verification.brokenCount > 0 ? 'broken' : 'clean', JSON.stringify(verification));
    } catch (error) {
      await end('failed', null);
      throw error;
    }
  });
  jobs.every({ kind: 'ledger.daily', everyMs: dayMs, run: async () => void (await requestVerification(deps, null)) });
}

/** One at a time: while one waits or runs, it is the answer. */
export function requestVerification(
  { database, clock, newId, jobs }: VerificationDeps,
  requestedBy: string | null,
): Promise<store.LedgerVerificationRow> {
  return database.transaction(async (trx) => {
    const open = await store.findLatestVerification(trx, 'queued', 'running');
    if (open) return open;
    const nothing = { startedAt: null, finishedAt: null, result: null };
    const row = { id: newId('lv'), state: 'queued', requestedBy, requestedAt: clock.now(), ...nothing } as const;
    if (!(await store.insertVerificationOnce(trx, row))) return (await store.findLatestVerification(trx, 'queued'))!;
    await jobs.enqueue(trx, jobKind, row.id, { id: row.id }, clock.now());
    return row;
  });
}
