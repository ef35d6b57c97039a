import type { DisputeAnswer, PaymentProcessor } from '../processor.ts';
import type { SandboxDeps } from './deps.ts';
import * as store from './dispute-store.ts';
import type { SandboxDisputeRow } from './table.ts';

export type SandboxDisputes = Pick<PaymentProcessor, 'lookUpDispute' | 'submitEvidence' | 'acceptDispute'>;

/** As real banks do, only faster: a day after the evidence. */
const decidesAfterMs = 86_400_000;
/** Evidence with this word wins; the same word that a well-known processor's test mode takes. */
export const winningWord = 'winning_evidence';

export function sandboxDisputes({ database, clock }: SandboxDeps): SandboxDisputes {
  const { db } = database;

  async function lookUpDispute(externalId: string): Promise<DisputeAnswer> {
    const found = await store.findDispute(db, externalId);
    if (!found) throw new Error(`the sandbox has no dispute ${externalId}`);
    return answerOf(found, clock.now());
  }

  return {
    lookUpDispute,
    async submitEvidence({ disputeId, text }) {
      const decidesAt = clock.now() + decidesAfterMs;
      await store.updateOpenDispute(db, disputeId, { state: 'underReview', evidence: text, decidesAt });
      return lookUpDispute(disputeId);
    },
    async acceptDispute({ disputeId }) {
      await store.updateOpenDispute(db, disputeId, { state: 'lost' });
      return lookUpDispute(disputeId);
    },
  };
}

/** Without evidence it is lost when the time for it is over. */
export function answerOf(dispute: SandboxDisputeRow, nowMs: number): DisputeAnswer {
  const { externalId, chargeId, amountMinor, currency, reason, state, evidence, evidenceDueAt, decidesAt } = dispute;
  const decided = evidence?.includes(winningWord) ? 'won' : 'lost';
  const isDecided = state === 'underReview' ? decidesAt! <= nowMs : evidenceDueAt <= nowMs;
  const standing = state === 'lost' || state === 'won' ? state : isDecided ? decided : state;
  const amount = { amountMinor, currency };
  return { externalId, chargeId, amount, reason, state: standing, evidenceDueAtMs: evidenceDueAt };
}
