import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** A known person asked to propose on a post. Pure. */

export const invitationStates = ['sent', 'accepted', 'declined', 'withdrawn', 'expired'] as const;
export type InvitationState = (typeof invitationStates)[number];

export const invitationMoves = {
  accept: { by: ['freelancer'], from: ['sent'], to: 'accepted' },
  decline: { by: ['freelancer'], from: ['sent'], to: 'declined' },
  /** By whoever ends the post too: nobody is asked to propose on what takes no proposals. */
  withdraw: { by: ['member', 'operator', 'clock'], from: ['sent'], to: 'withdrawn', after: 'the post ended' },
  expire: { by: ['clock'], from: ['sent'], to: 'expired', after: '14 days without an answer' },
} as const satisfies MoveTable<InvitationState, string>;
export type InvitationMove = keyof typeof invitationMoves;

export const invitationCan = predicates<InvitationState, InvitationMove>(invitationMoves);

export const invitationDeclineReasons = [
  'notAvailable',
  'rateTooLow',
  'notMyField',
  'scopeUnclear',
  'projectTooSmall',
  'projectTooLarge',
  'other',
] as const;
export type InvitationDeclineReason = (typeof invitationDeclineReasons)[number];

/** What became of each id that was asked for. */
export const inviteOutcomes = [
  'invited',
  /** An invitation waits or was accepted. */
  'alreadyInvited',
  'alreadyProposed',
  /** They said no to this post; asking again would not be an answer taken. */
  'declinedBefore',
  /** No such profile, or a private one. */
  'notAvailable',
  /** They work in this company and cannot propose to it. */
  'ownMember',
] as const;
export type InviteOutcome = (typeof inviteOutcomes)[number];

export const invitedAtOnceMax = 30;
export const invitationMessageMaxLength = 2000;
export const declineTextMaxLength = 1000;
