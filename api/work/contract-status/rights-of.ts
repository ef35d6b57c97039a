import { type Actor, hasRole, isGranted } from '../../platform/auth/actor.ts';
import type { ContractSide, ContractState, PauseKind } from '../contracts/contract.ts';
import { contractManagers, moneyMovers } from '../grants.ts';
import { milestoneCan } from '../milestones/milestone.ts';
import type { MilestoneRow } from '../milestones/read-milestones.ts';
import type { ActionReason, StatusAction } from './next-step.ts';
import type { ActionRight, StatusMilestone } from './schema.ts';
import type { WeekFacts } from './week.ts';

export type RightFacts = {
  state: ContractState;
  kind: 'fixed' | 'hourly';
  pauses: readonly PauseKind[];
  milestones: readonly MilestoneRow[];
  /** Milestones whose funding waits for somebody’s yes. */
  awaitingApproval?: ReadonlyMap<string, string>;
  weeks: readonly WeekFacts[];
  isAmendmentOpen: boolean;
  /** Something was paid and may be asked back. */
  isPaid: boolean;
};

export type Asker = { side: ContractSide; actor: Actor };

/** What this person may do with the contract now, and why not. Pure; the commands guard for themselves. */
export function rightsOf(facts: RightFacts, asker: Asker): Record<StatusAction, ActionRight> {
  const first = (...reasons: (ActionReason | undefined)[]): ActionRight => {
    const reason = reasons.find((found) => found !== undefined) ?? null;
    return { may: reason === null, reason };
  };
  const { milestones, weeks, kind } = facts;
  const manages = (feature: string) => roleReason(asker, contractManagers, 'contractStatus', feature);
  const moves = (feature: string) => roleReason(asker, moneyMovers, 'contractStatus', feature);
  const some = (can: (milestone: MilestoneRow) => boolean, reason: ActionReason) =>
    milestones.some(can) ? undefined : reason;
  const isClient = asker.side === 'client';
  const hourly = kind === 'hourly' ? 'hourlyContract' : undefined;
  const own = isClient ? ('otherSide' as const) : undefined;
  const weekState = isClient ? 'clientReview' : 'freelancerReview';
  const review = isClient ? roleReason(asker, contractManagers, 'timesheetReview', 'decide') : undefined;
  return {
    fund: first(
      moves('fund'),
      hourly,
      notWorking(facts),
      some(milestoneCan.fund, 'nothingToFund'),
      some((one) => milestoneCan.fund(one) && !facts.awaitingApproval?.has(one.id), 'awaitsApproval'),
    ),
    release: first(moves('release'), hourly, notLive(facts), some(milestoneCan.release, 'nothingSubmitted')),
    requestChanges: first(
      manages('approve'),
      hourly,
      notLive(facts),
      some(milestoneCan.requestChanges, 'nothingSubmitted'),
    ),
    bonus: first(moves('bonus'), notBegun(facts)),
    refund: first(moves('manage'), notBegun(facts), facts.isPaid ? undefined : 'nothingPaid'),
    planMilestone: first(manages('manage'), hourly, notWorking(facts)),
    pause: first(manages('manage'), notWorking(facts)),
    resume: first(
      manages('manage'),
      notPaused(facts),
      frozen(facts),
      facts.pauses.includes('payment') ? 'weekUnpaid' : undefined,
      facts.pauses.includes('onboarding') ? 'paperLapsed' : undefined,
    ),
    end: first(isClient ? manages('manage') : undefined, notOpen(facts), frozen(facts)),
    cancel: first(
      isClient ? manages('manage') : undefined,
      notYetStarted(facts.state) ? undefined : startedReason(facts),
    ),
    amend: first(
      isClient ? manages('manage') : undefined,
      notOpen(facts),
      facts.isAmendmentOpen ? 'amendmentOpen' : undefined,
    ),
    submit: first(own, hourly, notLive(facts), some(milestoneCan.submit, 'nothingFunded')),
    reviewWeek: first(
      review,
      kind === 'fixed' ? 'fixedContract' : undefined,
      weeks.some(({ state }) => state === weekState) ? undefined : 'noWeekToReview',
    ),
  };
}

/** The same for one milestone, by what it is in now. */
export function milestoneRightsOf(
  rights: Record<StatusAction, ActionRight>,
  milestone: MilestoneRow,
  isAwaitingApproval = false,
): StatusMilestone['rights'] {
  const right = (action: 'fund' | 'release' | 'requestChanges' | 'submit', reason: ActionReason): ActionRight => {
    const whole = rights[action];
    if (milestoneCan[action](milestone)) return whole;
    // What the contract refuses for itself is the better reason.
    return whole.reason !== null ? whole : { may: false, reason };
  };
  return {
    fund:
      isAwaitingApproval && rights.fund.may ? { may: false, reason: 'awaitsApproval' } : right('fund', 'nothingToFund'),
    release: right('release', 'nothingSubmitted'),
    requestChanges: right('requestChanges', 'nothingSubmitted'),
    submit: right('submit', 'nothingFunded'),
  };
}

function roleReason(
  { side, actor }: Asker,
  roles: typeof contractManagers | typeof moneyMovers,
  widget: string,
  feature: string,
): ActionReason | undefined {
  if (side === 'freelancer') return 'otherSide';
  if (!hasRole(actor, ...roles)) return 'roleReadsOnly';
  return isGranted(actor, widget, feature) ? undefined : 'notGranted';
}

function notWorking(facts: RightFacts): ActionReason | undefined {
  if (facts.state === 'paused') return frozen(facts) ?? 'paused';
  return facts.state === 'active' ? undefined : otherwise(facts.state);
}

function notOpen({ state }: RightFacts): ActionReason | undefined {
  return state === 'active' || state === 'paused' ? undefined : otherwise(state);
}

function notLive({ state }: RightFacts): ActionReason | undefined {
  return state === 'active' || state === 'paused' || state === 'ending' ? undefined : otherwise(state);
}

function notBegun({ state }: RightFacts): ActionReason | undefined {
  return notYetStarted(state) ? 'notStarted' : state === 'cancelled' ? 'over' : undefined;
}

function notPaused({ state }: RightFacts): ActionReason | undefined {
  if (state === 'paused') return undefined;
  return state === 'active' ? 'notPaused' : otherwise(state);
}

function startedReason({ state }: RightFacts): ActionReason {
  return state === 'active' || state === 'paused' ? 'started' : otherwise(state);
}

function frozen({ pauses }: RightFacts): ActionReason | undefined {
  if (pauses.includes('dispute')) return 'inDispute';
  return pauses.includes('hold') ? 'onHold' : undefined;
}

function otherwise(state: ContractState): ActionReason {
  return notYetStarted(state) ? 'notStarted' : state === 'ending' ? 'ending' : 'over';
}

function notYetStarted(state: ContractState): boolean {
  return state === 'pendingOnboarding' || state === 'ready';
}
