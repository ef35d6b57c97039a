import type { ContractSide } from '../contracts/contract.ts';

/** What a contract waits for, and who must do it. Pure. */

export const nextWhats = [
  'onboardingTask',
  'startDate',
  'confirmPayment',
  'planMilestone',
  'fundMilestone',
  'fundingApproval',
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
  'weekUnpaid',
  'paperLapsed',
  'ending',
  'over',
  'nothingToFund',
  'awaitsApproval',
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

/** `subject` is what has to be looked at: a milestone, a timesheet, an amendment, a task before work. */
export type NextStep = {
  who: Who;
  what: NextWhat;
  subject: {
    kind: 'milestone' | 'timesheet' | 'amendment' | 'retainer' | 'onboardingTask';
    id: string;
    name: string;
  } | null;
  dueAtMs: number | null;
  action: StatusAction | null;
};

/**
 * Of everything that waits, what this side should see first: its own, then the other’s, then what takes its time; of
 * each what is due soonest. What is due at no time keeps the order in which it was named.
 */
export function sortSteps(steps: readonly NextStep[], side: ContractSide): NextStep[] {
  const rank = ({ who }: NextStep) => (who === side ? 0 : who === 'nobody' ? 2 : 1);
  const due = ({ dueAtMs }: NextStep) => dueAtMs ?? Number.MAX_SAFE_INTEGER;
  return steps.toSorted((one, other) => rank(one) - rank(other) || due(one) - due(other));
}

/** Until when a side is waited for; null where it is not, `never` where nothing happens by itself. */
export function dueOf(steps: readonly NextStep[], side: ContractSide, never: number): number | null {
  const own = steps.filter(({ who }) => who === side);
  return own.length === 0 ? null : Math.min(...own.map(({ dueAtMs }) => dueAtMs ?? never));
}
