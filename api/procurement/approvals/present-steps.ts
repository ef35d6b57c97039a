import { isoInstant } from '../../platform/clock/clock.ts';
import type { EpochMs } from '../../platform/database/database.ts';
import { planOf, seatsNow, yesesOf } from './ask-step.ts';
import { actorsFor, filledBy, type Holders, type seatsOf } from './eligible.ts';
import type { ApprovalStep } from './schema.ts';
import type { ApprovalDecisionRow, ApprovalRow, ApprovalStepRow } from './table.ts';

export type Named = (id: string) => { id: string; name: string };

/** Steps as the approver reads them: who is asked as roles are now, who stands in, who said what. */
export function presentSteps(
  approval: ApprovalRow,
  steps: readonly ApprovalStepRow[],
  decisions: readonly ApprovalDecisionRow[],
  holders: Holders,
  named: Named,
): ApprovalStep[] {
  return steps.map((row) => {
    const plan = planOf(row);
    const seats = seatsNow(row, plan, approval.team, holders);
    const given = yesesOf(row, decisions);
    const filled = filledBy(
      seats,
      given.map(({ forPersonId }) => forPersonId),
    );
    return {
      step: row.step,
      state: row.state,
      needs: plan.needs,
      approvers: [...plan.approvers],
      people: peopleOf(seats, approval.requesterId, holders, named),
      decisions: decisions
        .filter(({ step }) => step === row.step)
        .map((one) => ({
          by: named(one.personId),
          for: one.forPersonId === one.personId ? null : named(one.forPersonId),
          decision: one.decision,
          reason: one.reason,
          at: isoInstant(one.decidedAt),
        })),
      missing: row.state === 'asked' || row.state === 'waiting' ? Math.max(0, seats.length - filled) : 0,
      askedAt: instantOr(row.askedAt),
      escalatesAt: instantOr(row.escalatesAt),
      escalatedAt: instantOr(row.escalatedAt),
      decidedAt: instantOr(row.decidedAt),
    };
  });
}

/** Each who may fill a seat, with those who may stand in now. */
export function peopleOf(seats: ReturnType<typeof seatsOf>, requesterId: string, holders: Holders, named: Named) {
  return [...new Set(seats.flatMap((seat) => [...seat]))]
    .filter((id) => id !== requesterId)
    .map((id) => ({
      ...named(id),
      delegates: [...actorsFor(id, requesterId, holders)].filter((one) => one !== id).map(named),
    }));
}

function instantOr(at: EpochMs | null): string | null {
  return at === null ? null : isoInstant(at);
}
