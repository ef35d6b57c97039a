import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** A known person asked to propose on a post. Pure. */

export const invitationStates = ['sent', 'accepted', 'declined', 'withdrawn', 'expired'] as const;
export type InvitationState = (typeof invitationStates)[number];

export const invitationMoves = {
  accept: { by: ['freelancer'], from: ['sent'], to: 'accepted' },
  decline: { by: ['freelancer'], from: ['sent'], to: 'declined' },
  withdraw: { by: ['member'], from: ['sent'], to: 'withdrawn' },
  expire: { by: ['clock'], from: ['sent'], to: 'expired', after: '14 days without an answer' },
} as const satisfies MoveTable<InvitationState, string>;
export type InvitationMove = keyof typeof invitationMoves;

export const invitationCan = predicates<InvitationState, InvitationMove>(invitationMoves);
