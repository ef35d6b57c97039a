import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** Somebody's way into a vetted pool, and their time in it (domain rules §5). Pure; pages import it too. */

export const applicationStates = [
  'invited',
  'applied',
  'eligibilityCheck',
  'documentReview',
  'interviewScheduled',
  'interviewed',
  'noShow',
  'scored',
  'needsMore',
  'approved',
  'member',
  'expiring',
  'suspended',
  'rejected',
  'revoked',
  'expired',
  'renewed',
  'declined',
  'lapsed',
  'withdrawn',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** The desk is a tenant's people (member) or the installation's vetters (operator). */
export const applicationMoves = {
  accept: { by: ['freelancer'], from: ['invited'], to: 'applied' },
  decline: { by: ['freelancer'], from: ['invited'], to: 'declined' },
  lapse: { by: ['clock'], from: ['invited'], to: 'lapsed', after: '30 days without an answer' },
  check: { by: ['freelancer'], from: ['applied'], to: 'eligibilityCheck' },
  /** Every fact that the program asks for is there. */
  passEligibility: { by: ['freelancer', 'member', 'operator'], from: ['eligibilityCheck'], to: 'documentReview' },
  /** All documents that the program asks for are accepted; a slot is taken once. */
  scheduleInterview: { by: ['freelancer'], from: ['documentReview', 'noShow'], to: 'interviewScheduled' },
  /** Once, and a day before at the latest. */
  moveInterview: { by: ['freelancer'], from: ['interviewScheduled'], to: 'interviewScheduled' },
  /** The interviewer cannot come; the freelancer chooses again, and it is no move of theirs. */
  callOffInterview: { by: ['member', 'operator'], from: ['interviewScheduled'], to: 'documentReview' },
  /** The interviewer did not come. */
  reportReviewerNoShow: { by: ['freelancer'], from: ['interviewScheduled'], to: 'documentReview' },
  holdInterview: { by: ['member', 'operator'], from: ['interviewScheduled'], to: 'interviewed' },
  markNoShow: { by: ['member', 'operator'], from: ['interviewScheduled'], to: 'noShow' },
  /** As many different reviewers have scored as are asked for. */
  score: { by: ['member', 'operator'], from: ['interviewed'], to: 'scored' },
  /** A renewal is scored without another interview. */
  scoreRenewal: { by: ['member', 'operator'], from: ['documentReview'], to: 'scored' },
  askForMore: { by: ['member', 'operator'], from: ['scored'], to: 'needsMore' },
  answer: { by: ['freelancer'], from: ['needsMore'], to: 'scored' },
  approve: { by: ['member', 'operator'], from: ['scored'], to: 'approved' },
  /** In the same transaction as the approval. */
  admit: { by: ['member', 'operator'], from: ['approved'], to: 'member' },
  reject: { by: ['member', 'operator'], from: ['scored'], to: 'rejected' },
  /** Before there is a score. */
  turnDown: {
    by: ['member', 'operator'],
    from: ['eligibilityCheck', 'documentReview', 'noShow'],
    to: 'rejected',
  },
  withdraw: {
    by: ['freelancer', 'clock'],
    from: [
      'applied',
      'eligibilityCheck',
      'documentReview',
      'interviewScheduled',
      'interviewed',
      'noShow',
      'scored',
      'needsMore',
    ],
    to: 'withdrawn',
    after: '14 days without the answer that was asked for',
  },
  /** An appeal was heard: somebody else decides again, on the scores that are there. */
  reopenDecision: { by: ['member', 'operator'], from: ['rejected'], to: 'scored' },
  /** The same for somebody who was turned down before a score: on to documents and an interview. */
  reopenReview: { by: ['member', 'operator'], from: ['rejected'], to: 'documentReview' },
  nearExpiry: { by: ['clock'], from: ['member'], to: 'expiring', after: 'there are 30 days left' },
  expire: { by: ['clock'], from: ['member', 'expiring'], to: 'expired', after: '12 months in the pool' },
  /** A later application of the same person was approved. */
  renew: { by: ['member', 'operator'], from: ['member', 'expiring', 'expired'], to: 'renewed' },
  suspend: { by: ['member', 'operator'], from: ['member', 'expiring'], to: 'suspended' },
  reinstate: {
    by: ['member', 'operator', 'clock'],
    from: ['suspended'],
    to: 'member',
    after: 'the suspension has ended',
  },
  revoke: { by: ['member', 'operator'], from: ['member', 'expiring', 'suspended'], to: 'revoked' },
  /** An appeal was heard. */
  restore: { by: ['member', 'operator'], from: ['revoked'], to: 'member' },
} as const satisfies MoveTable<ApplicationState, string>;
export type ApplicationMove = keyof typeof applicationMoves;

export const applicationCan = predicates<ApplicationState, ApplicationMove>(applicationMoves);

/** A person has one of these at most in a program; who is a member may have a renewal beside it. */
export const underWayStates = [
  'invited',
  'applied',
  'eligibilityCheck',
  'documentReview',
  'interviewScheduled',
  'interviewed',
  'noShow',
  'scored',
  'needsMore',
  'approved',
] as const satisfies ApplicationState[];

/** In the pool, or kept from it for a while. */
export const standingStates = ['member', 'expiring', 'suspended'] as const satisfies ApplicationState[];

export const applicationKinds = ['application', 'invitation', 'renewal'] as const;
export type ApplicationKind = (typeof applicationKinds)[number];

/** How a desk sorts what it has: a queue is what waits for the same next step. */
export const vettingQueues = {
  eligibility: ['applied', 'eligibilityCheck'],
  documents: ['documentReview'],
  interviews: ['interviewScheduled', 'noShow'],
  scoring: ['interviewed'],
  decisions: ['scored'],
  waiting: ['invited', 'needsMore'],
  members: ['approved', 'member', 'expiring', 'suspended'],
  ended: ['rejected', 'revoked', 'expired', 'renewed', 'declined', 'lapsed', 'withdrawn'],
} as const satisfies Record<string, readonly ApplicationState[]>;
export type VettingQueue = keyof typeof vettingQueues;
export const vettingQueueNames = Object.keys(vettingQueues) as VettingQueue[];

export function queueOf(state: ApplicationState): VettingQueue {
  return vettingQueueNames.find((name) => (vettingQueues[name] as readonly ApplicationState[]).includes(state))!;
}

export function isUnderWay({ state }: { state: ApplicationState }): boolean {
  return (underWayStates as readonly ApplicationState[]).includes(state);
}

export function isStanding({ state }: { state: ApplicationState }): boolean {
  return (standingStates as readonly ApplicationState[]).includes(state);
}

export const decisionOutcomes = ['approved', 'rejected', 'needsMore', 'suspended', 'reinstated', 'revoked'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

/** What may be appealed. */
export const appealableOutcomes = ['rejected', 'suspended', 'revoked'] as const satisfies DecisionOutcome[];

/** What a reason is about; the freelancer reads its text. */
export const reasonCategories = [
  'skills',
  'experience',
  'communication',
  'documents',
  'eligibility',
  'noShow',
  'conduct',
  'capacity',
  'other',
] as const;
export type ReasonCategory = (typeof reasonCategories)[number];

export const reasonTextMaxLength = 1000;
export const statementMaxLength = 4000;
export const internalNoteMaxLength = 4000;
export const reasonsMax = 8;
