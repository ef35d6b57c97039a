import type { ContractSide } from '../contracts/contract.ts';

/** What a contract waits for, and who must do it. Pure. */

export const nextWhats = [
  'startDate',
  'confirmPayment',
  'planMilestone',
  'fundMilestone',
  'paymentUnderWay',
  'submitWork',
  'reviewSubmission',
  'answerRefundRequest',
  'milestoneDispute',
  'trackTime',
  'reviewOwnWeek',
  'weekUnderWay',
  'payWeek',
  'reviewWeek',
  'answerWeekDispute',
  'signAmendment',
  'amendmentApproval',
  'resume',
  'holdLifted',
  'disputeDecided',
  'settlement',
  'feedback',
] as const;
export type NextWhat = (typeof nextWhats)[number];

export const statusActions = [
  'fund',
  'release',
  'requestChanges',
  'bonus',
  'refund',
  'planMilestone',
  'pause',
  'resume',
  'end',
  'cancel',
  'amend',
  'submit',
  'reviewWeek',
] as const;
export type StatusAction = (typeof statusActions)[number];

/** Why somebody may not do something now. */
export const actionReasons = [
  'roleReadsOnly',
  'notGranted',
  'portalOnly',
  'otherSide',
  'notStarted',
  'started',
  'notPaused',
  'paused',
  'onHold',
  'inDispute',
  'ending',
  'over',
  'nothingToFund',
  'nothingFunded',
  'nothingSubmitted',
  'nothingPaid',
  'noWeekToReview',
  'hourlyContract',
  'fixedContract',
  'amendmentOpen',
] as const;
export type ActionReason = (typeof actionReasons)[number];

export type Who = ContractSide | 'nobody';

/** `subject` is what has to be looked at: a milestone, a timesheet, an amendment. */
export type NextStep = {
  who: Who;
  what: NextWhat;
  subject: { kind: 'milestone' | 'timesheet' | 'amendment' | 'retainer'; id: string; name: string } | null;
  dueAtMs: number | null;
  action: StatusAction | null;
};

/**
 * Of everything that waits, what comes first: whoever must act before who merely waits, then what is due soonest; what
 * is due at no time keeps the order in which it was named.
 */
export function firstStep(steps: readonly NextStep[]): NextStep | null {
  const rank = ({ who }: NextStep) => (who === 'nobody' ? 1 : 0);
  const due = ({ dueAtMs }: NextStep) => dueAtMs ?? Number.MAX_SAFE_INTEGER;
  return steps.toSorted((one, other) => rank(one) - rank(other) || due(one) - due(other))[0] ?? null;
}
