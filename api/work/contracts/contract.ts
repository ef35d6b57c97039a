import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** An accepted offer. Pure. What happens between active and the end follows with work and money. */

export const contractStates = ['ready', 'active', 'cancelled'] as const;
export type ContractState = (typeof contractStates)[number];

export const contractMoves = {
  start: { by: ['clock'], from: ['ready'], to: 'active', after: 'the start date has come' },
  cancel: { by: ['member', 'freelancer'], from: ['ready'], to: 'cancelled' },
} as const satisfies MoveTable<ContractState, string>;
export type ContractMove = keyof typeof contractMoves;

export const contractCan = predicates<ContractState, ContractMove>(contractMoves);
