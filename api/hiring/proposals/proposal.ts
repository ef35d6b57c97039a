import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** A freelancer's answer to a job post. Pure; widgets import it too. Archived and shortlisted are flags, not states. */

export const proposalStates = ['submitted', 'active', 'offered', 'hired', 'declined', 'withdrawn', 'closed'] as const;
export type ProposalState = (typeof proposalStates)[number];

export const proposalMoves = {
  /** The client's first reply, or its request for an interview. */
  reply: { by: ['member'], from: ['submitted'], to: 'active' },
  offer: { by: ['member'], from: ['submitted', 'active'], to: 'offered' },
  /** The offer ended without a contract: terms can be talked about again. */
  reopen: { by: ['member', 'freelancer', 'clock'], from: ['offered'], to: 'active', after: 'the offer expired' },
  hire: { by: ['freelancer'], from: ['offered'], to: 'hired' },
  decline: { by: ['member'], from: ['submitted', 'active'], to: 'declined' },
  withdraw: { by: ['freelancer'], from: ['submitted', 'active'], to: 'withdrawn' },
  /** The post ended, whatever ended it. */
  close: {
    by: ['member', 'freelancer', 'operator', 'clock'],
    from: ['submitted', 'active', 'offered'],
    to: 'closed',
    after: 'the post ended',
  },
} as const satisfies MoveTable<ProposalState, string>;
export type ProposalMove = keyof typeof proposalMoves;

export const proposalCan = predicates<ProposalState, ProposalMove>(proposalMoves);

/** States in which both sides still talk: terms may change, messages may be written. */
export const livingProposalStates = ['submitted', 'active', 'offered'] as const satisfies ProposalState[];

/** Terms of what was offered are in the offer. */
export const editableProposalStates = ['submitted', 'active'] as const satisfies ProposalState[];

/** A hired freelancer and the client go on talking. */
export const writableProposalStates = [...livingProposalStates, 'hired'] as const satisfies ProposalState[];

/** Why a client said no; the freelancer reads it. */
export const proposalDeclineReasons = [
  'anotherChosen',
  'rateTooHigh',
  'skillsDoNotFit',
  'notEnoughExperience',
  'answersIncomplete',
  'notAvailableInTime',
  'needChanged',
  'other',
] as const;
export type ProposalDeclineReason = (typeof proposalDeclineReasons)[number];

export const proposalWithdrawReasons = [
  'notAvailable',
  'foundOtherWork',
  'termsDoNotFit',
  'sentByMistake',
  'clientUnresponsive',
  'other',
] as const;
export type ProposalWithdrawReason = (typeof proposalWithdrawReasons)[number];

export const bidKinds = ['hourly', 'fixed', 'milestones'] as const;
export type BidKind = (typeof bidKinds)[number];

export const coverLetterMaxLength = 5000;
export const answerMaxLength = 2000;
export const bidMilestonesMax = 20;
export const milestoneDescriptionMaxLength = 200;
export const proposalNoteMaxLength = 2000;
export const reasonTextMaxLength = 1000;
export const comparedMax = 4;
export const boardMax = 500;
export const bulkMax = 100;
/** A boost is shown to be in one of these places of a post. */
export const boostPlaces = 4;

export const boardSorts = ['bestMatch', 'newest', 'bidLow', 'bidHigh', 'jobSuccess', 'rating'] as const;
export type BoardSort = (typeof boardSorts)[number];
