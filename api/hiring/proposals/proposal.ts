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
    by: ['member', 'operator', 'clock'],
    from: ['submitted', 'active', 'offered'],
    to: 'closed',
    after: 'the post ended',
  },
} as const satisfies MoveTable<ProposalState, string>;
export type ProposalMove = keyof typeof proposalMoves;

export const proposalCan = predicates<ProposalState, ProposalMove>(proposalMoves);
