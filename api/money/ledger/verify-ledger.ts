import type { Database } from '../../platform/database/database.ts';
import { type Proof, proveLedger } from './prove-ledger.ts';
import type { Verification } from './verification.ts';

const brokenMax = 100;

/** Verifies a database while others write to it, as it was at one instant. */
export async function verifyLedger(database: Database, proofs: readonly Proof[]): Promise<Verification> {
  const startedMs = performance.now();
  const { counts, breaks } = await database.snapshot((db) => proveLedger(db, proofs));
  return {
    counts,
    brokenCount: breaks.length,
    broken: breaks.slice(0, brokenMax),
    tookMs: Math.round(performance.now() - startedMs),
  };
}
