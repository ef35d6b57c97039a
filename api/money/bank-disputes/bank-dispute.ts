import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** A payer's bank takes a payment back. Pure. What it paid for is frozen until the bank has decided. */

export const bankDisputeStates = ['needsResponse', 'underReview', 'won', 'lost'] as const;
export type BankDisputeState = (typeof bankDisputeStates)[number];

export const bankDisputeMoves = {
  submitEvidence: { by: ['operator', 'processor'], from: ['needsResponse'], to: 'underReview' },
  win: { by: ['processor'], from: ['needsResponse', 'underReview'], to: 'won' },
  lose: { by: ['processor'], from: ['needsResponse', 'underReview'], to: 'lost' },
} as const satisfies MoveTable<BankDisputeState, string>;
export type BankDisputeMove = keyof typeof bankDisputeMoves;

export const bankDisputeCan = predicates<BankDisputeState, BankDisputeMove>(bankDisputeMoves);
