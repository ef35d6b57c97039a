/** A look at the whole ledger: whether each invariant holds. Pure. */

export const verificationStates = ['queued', 'running', 'clean', 'broken', 'failed'] as const;
export type VerificationState = (typeof verificationStates)[number];

/** What does not hold. Of one that names no entry only the sentence is known. */
export type Break = { sentence: string; occurredAtMs?: number; transferId?: string };

export type LedgerCounts = { transfers: number; entries: number; accounts: number };

export type Verification = {
  counts: LedgerCounts;
  /** How many things do not hold, as far as they were counted, and the first of them by time. */
  brokenCount: number;
  broken: readonly Break[];
  tookMs: number;
};

/** The earliest first; what has no time of its own follows what has. */
export function byTime(one: Break, other: Break): number {
  return (one.occurredAtMs ?? Number.POSITIVE_INFINITY) - (other.occurredAtMs ?? Number.POSITIVE_INFINITY) || 0;
}
