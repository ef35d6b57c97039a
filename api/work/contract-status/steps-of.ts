import type { OpenOnboarding } from '../../procurement/onboarding/read-onboarding.ts';
import type { AmendmentState } from '../amendments/amendment.ts';
import type { ContractSide, PauseKind } from '../contracts/contract.ts';
import type { ContractRow } from '../contracts/read-contract-lists.ts';
import type { MilestoneRow } from '../milestones/read-milestones.ts';
import type { NextStep, NextWhat, StatusAction, Who } from './next-step.ts';
import type { WeekFacts } from './week.ts';

/** Of one contract, all that decides what it waits for. */
export type StepFacts = {
  contract: Pick<ContractRow, 'id' | 'state' | 'startsAt' | 'feedbackUntil'>;
  kind: 'fixed' | 'hourly';
  pauses: readonly PauseKind[];
  milestones: readonly MilestoneRow[];
  weeks: readonly WeekFacts[];
  amendment: { id: string; state: AmendmentState; proposedBy: ContractSide; expiresAt: number | null } | undefined;
  /** Milestones whose charge waits for the client’s bank to hear that it is them. */
  unconfirmed: ReadonlySet<string>;
  /** Milestones whose funding waits for somebody’s yes. */
  awaitingApproval?: ReadonlyMap<string, string>;
  /** What is to be done before work, or again while it goes on. */
  onboarding: OpenOnboarding | undefined;
};

/** Everything a contract waits for. Pure. */
export function stepsOf(facts: StepFacts): NextStep[] {
  const { contract } = facts;
  switch (contract.state) {
    case 'cancelled':
    case 'closed':
      return [];
    case 'ended':
    case 'feedbackOpen':
      return [step('nobody', 'feedback', { dueAtMs: contract.feedbackUntil })];
    case 'pendingOnboarding':
      return onboardingSteps(facts);
    case 'ready':
      return [step('nobody', 'startDate', { dueAtMs: contract.startsAt })];
    case 'active':
    case 'paused':
    case 'ending':
      return liveSteps(facts);
  }
}

function liveSteps(facts: StepFacts): NextStep[] {
  const { contract, kind } = facts;
  const steps = [
    ...onboardingSteps(facts),
    ...amendmentSteps(facts),
    ...pauseSteps(facts),
    ...milestoneSteps(facts),
    ...weekSteps(facts),
  ];
  if (steps.length > 0) return steps;
  if (contract.state === 'ending') return [step('nobody', 'settlement')];
  return [
    kind === 'fixed' ? step('client', 'planMilestone', { action: 'planMilestone' }) : step('nobody', 'trackTime'),
  ];
}

function onboardingSteps({ onboarding }: StepFacts): NextStep[] {
  return (onboarding?.tasks ?? []).map(({ id, title, dueAt, waitsFor }) =>
    step(waitsFor === 'operator' ? 'nobody' : waitsFor, 'onboardingTask', {
      subject: { kind: 'onboardingTask', id, name: title },
      dueAtMs: dueAt,
    }),
  );
}

function amendmentSteps({ amendment }: StepFacts): NextStep[] {
  if (!amendment) return [];
  const subject = { kind: 'amendment', id: amendment.id, name: '' } as const;
  switch (amendment.state) {
    case 'pendingApproval':
    case 'pendingSignature':
      return [step('client', 'amendmentApproval', { subject })];
    case 'proposed': {
      const who = amendment.proposedBy === 'client' ? 'freelancer' : 'client';
      return [step(who, 'signAmendment', { subject, dueAtMs: amendment.expiresAt, action: 'amend' })];
    }
    default:
      return [];
  }
}

function pauseSteps({ contract, pauses }: StepFacts): NextStep[] {
  if (contract.state !== 'paused') return [];
  if (pauses.includes('dispute')) return [step('nobody', 'disputeDecided')];
  if (pauses.includes('hold')) return [step('nobody', 'holdLifted')];
  // A week that is not paid has a step of its own, and so has a paper that is no longer valid.
  return pauses.includes('payment') || pauses.includes('onboarding')
    ? []
    : [step('client', 'resume', { action: 'resume' })];
}

function milestoneSteps(facts: StepFacts): NextStep[] {
  const { contract, milestones } = facts;
  const isUnderWay = milestones.some(({ state }) => underWay.some((under) => under === state));
  const next = milestones.find(({ state }) => state === 'planned');
  return milestones.flatMap((milestone) => {
    if (milestone.state !== 'planned') return stepOfMilestone(facts, milestone);
    if (facts.awaitingApproval?.has(milestone.id)) return [ofMilestone(milestone, 'client', 'fundingApproval')];
    // Another one may be funded at any time; the contract waits for it only when nothing else goes on, or it failed.
    const isNext = milestone === next && !isUnderWay;
    const isWanted = contract.state === 'active' && (isNext || milestone.fundingRefusal !== null);
    return isWanted ? [ofMilestone(milestone, 'client', 'fundMilestone', 'fund')] : [];
  });
}

const underWay = ['funding', 'funded', 'submitted', 'refundRequested', 'disputed'] as const;

function stepOfMilestone({ unconfirmed }: StepFacts, milestone: MilestoneRow): NextStep[] {
  switch (milestone.state) {
    case 'funding':
      return unconfirmed.has(milestone.id)
        ? [ofMilestone(milestone, 'client', 'confirmPayment', 'fund')]
        : [ofMilestone(milestone, 'nobody', 'paymentUnderWay')];
    case 'funded':
      return [ofMilestone(milestone, 'freelancer', 'submitWork', 'submit', endOf(milestone.dueOn))];
    case 'submitted':
      return milestone.releasingMinor === null
        ? [ofMilestone(milestone, 'client', 'reviewSubmission', 'release', milestone.autoReleaseAt)]
        : [ofMilestone(milestone, 'nobody', 'paymentUnderWay')];
    case 'refundRequested':
      return [ofMilestone(milestone, 'freelancer', 'answerRefundRequest', null, milestone.refundAnswerBy)];
    case 'disputed':
      return [ofMilestone(milestone, 'nobody', 'milestoneDispute')];
    default:
      return [];
  }
}

function weekSteps({ contract, weeks }: StepFacts): NextStep[] {
  return weeks.flatMap((week) => {
    if (week.charge === 'declined') return [ofWeek(week, 'client', 'payWeek')];
    switch (week.state) {
      case 'open':
        return contract.state === 'ending' ? [ofWeek(week, 'nobody', 'weekUnderWay')] : [];
      case 'freelancerReview':
        return [ofWeek(week, 'freelancer', 'reviewOwnWeek', 'reviewWeek')];
      case 'clientReview':
        return [ofWeek(week, 'client', 'reviewWeek', 'reviewWeek')];
      case 'disputed':
        return [ofWeek(week, 'freelancer', 'answerWeekDispute')];
      default:
        return [];
    }
  });
}

type More = Partial<Pick<NextStep, 'subject' | 'dueAtMs' | 'action'>>;

function step(who: Who, what: NextWhat, { subject = null, dueAtMs = null, action = null }: More = {}): NextStep {
  return { who, what, subject, dueAtMs, action };
}

function ofMilestone(
  { id, description }: MilestoneRow,
  who: Who,
  what: NextWhat,
  action: StatusAction | null = null,
  dueAtMs: number | null = null,
): NextStep {
  return step(who, what, { subject: { kind: 'milestone', id, name: description }, dueAtMs, action });
}

function ofWeek({ id, startsAtMs, dueAtMs }: WeekFacts, who: Who, what: NextWhat, action: StatusAction | null = null) {
  const name = new Date(startsAtMs).toISOString().slice(0, 10);
  return step(who, what, { subject: id === null ? null : { kind: 'timesheet', id, name }, dueAtMs, action });
}

/** Work that is due on a day may come until its end. */
function endOf(date: string | null): number | null {
  return date === null ? null : Date.parse(`${date}T00:00:00Z`) + 86_400_000;
}
