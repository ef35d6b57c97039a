import type { ClientFee, FeeSchedule } from '../../money/fees/fee.ts';
import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** An accepted offer, from its start to the end of its feedback. Pure. */

export const contractStates = [
  'pendingOnboarding',
  'ready',
  'active',
  'paused',
  'ending',
  'ended',
  'feedbackOpen',
  'closed',
  'cancelled',
] as const;
export type ContractState = (typeof contractStates)[number];

export const contractMoves = {
  /** Then it starts at once, or on its date. */
  onboard: {
    by: ['member', 'freelancer', 'operator', 'clock'],
    from: ['pendingOnboarding'],
    to: 'ready',
    after: 'everything before work is done',
  },
  start: { by: ['clock'], from: ['ready'], to: 'active', after: 'the start date has come' },
  cancel: { by: ['member', 'freelancer'], from: ['pendingOnboarding', 'ready'], to: 'cancelled' },
  pause: { by: ['member'], from: ['active'], to: 'paused' },
  pauseIdle: { by: ['clock'], from: ['active'], to: 'paused', after: '30 days without activity' },
  /** The operator’s: it stands beside whatever else pauses the contract. */
  hold: { by: ['operator'], from: ['active', 'paused'], to: 'paused' },
  pauseForDispute: { by: ['processor', 'operator'], from: ['active', 'paused'], to: 'paused' },
  /** A week of work could not be charged; tried again daily. */
  pauseForPayment: {
    by: ['clock', 'processor'],
    from: ['active', 'paused'],
    to: 'paused',
    after: 'a week was not paid',
  },
  resumeAfterPayment: { by: ['clock', 'processor', 'member'], from: ['paused'], to: 'active', after: 'it is paid' },
  /** Takes the client’s and the idle pause away; a hold or a dispute is not the client’s to lift. */
  resume: { by: ['member'], from: ['paused'], to: 'active' },
  liftHold: { by: ['operator'], from: ['paused'], to: 'active' },
  resumeAfterDispute: { by: ['processor', 'operator'], from: ['paused'], to: 'active' },
  /** Something that was needed before work is no longer valid, and the client lets work rest for it. */
  pauseForOnboarding: {
    by: ['clock'],
    from: ['active', 'paused'],
    to: 'paused',
    after: 'a paper is no longer valid',
  },
  resumeAfterOnboarding: {
    by: ['member', 'freelancer', 'operator', 'clock'],
    from: ['paused'],
    to: 'active',
    after: 'it is valid again',
  },
  end: { by: ['member', 'freelancer'], from: ['active', 'paused'], to: 'ending' },
  settle: { by: ['member', 'freelancer', 'clock'], from: ['ending'], to: 'ended', after: 'no money is open' },
  openFeedback: { by: ['clock'], from: ['ended'], to: 'feedbackOpen', after: 'it has ended' },
  close: { by: ['clock'], from: ['feedbackOpen'], to: 'closed', after: '14 days of feedback' },
} as const satisfies MoveTable<ContractState, string>;
export type ContractMove = keyof typeof contractMoves;

export const contractCan = predicates<ContractState, ContractMove>(contractMoves);

/** Why work rests; several may stand at once, and it goes on when none is left. */
export const pauseKinds = ['client', 'idle', 'hold', 'dispute', 'payment', 'onboarding'] as const;
export type PauseKind = (typeof pauseKinds)[number];

export const endReasons = [
  'completed',
  'notNeeded',
  'budget',
  'quality',
  'unresponsive',
  'scope',
  'availability',
  'conduct',
  'other',
] as const;
export type EndReason = (typeof endReasons)[number];

export type ContractSide = 'client' | 'freelancer';

/** Fixed when the contract opens: a later change of the general fees leaves it alone. */
export type ContractFees = { freelancer: FeeSchedule; client: ClientFee };

/**
 * When work starts: a date is UTC's, from its first instant; without one, or with one that has come, at once.
 * @param startsOn `2026-12-01`
 */
export function startOf(startsOn: string | null, nowMs: number): { state: 'ready' | 'active'; startsAtMs: number } {
  const startsAtMs = startsOn === null ? nowMs : Date.parse(`${startsOn}T00:00:00Z`);
  return startsAtMs > nowMs ? { state: 'ready', startsAtMs } : { state: 'active', startsAtMs };
}

/** Work is under way or rests: money that is in is still decided about. */
export function isLive({ state }: { state: ContractState }): boolean {
  return state === 'active' || state === 'paused' || state === 'ending';
}

const dayMs = 86_400_000;

/** The next Monday 00:00 UTC: another rate never cuts a week in two. */
export function nextWeekOf(nowMs: number): number {
  const dayMsOf = Math.floor(nowMs / dayMs) * dayMs;
  // 1 January 1970 was a Thursday.
  const sinceMonday = (Math.floor(nowMs / dayMs) + 3) % 7;
  return dayMsOf + (7 - sinceMonday) * dayMs;
}
