import type { Doer } from '../../platform/audit/record-audit.ts';
import { actorId } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { CaseFacts } from './case-facts.ts';
import type { VettingDeps } from './deps.ts';
import { insertDecision } from './review-store.ts';
import type { VettingReason } from './schema.ts';
import type { VettingDecisionRow } from './table.ts';
import type { DecisionOutcome } from './vetting-application.ts';

export type Decided = {
  outcome: DecisionOutcome;
  reasons: readonly VettingReason[];
  internalNote: string;
  until?: number | null;
};

/** Keeps who decided what and why, for appeals and reports; the move itself is its caller’s. */
export async function keepDecision(
  trx: Executor,
  { newId, clock }: VettingDeps,
  { actor }: Doer,
  { application }: Pick<CaseFacts, 'application'>,
  { outcome, reasons, internalNote, until = null }: Decided,
): Promise<VettingDecisionRow> {
  const row: VettingDecisionRow = {
    id: newId('de'),
    tenantId: application.tenantId,
    applicationId: application.id,
    outcome,
    decidedBy: actorId(actor),
    reasons: JSON.stringify(reasons),
    internalNote,
    until,
    rubricId: application.rubricId,
    scoreBasisPoints: application.scoreBasisPoints,
    decidedAt: clock.now(),
  };
  await insertDecision(trx, row);
  return row;
}
