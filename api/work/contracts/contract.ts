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

/**
 * When work starts: a date is UTC's, from its first instant; without one, or with one that has come, at once.
 * @param startsOn `2026-12-01`
 */
export function startOf(startsOn: string | null, nowMs: number): { state: 'ready' | 'active'; startsAtMs: number } {
  const startsAtMs = startsOn === null ? nowMs : Date.parse(`${startsOn}T00:00:00Z`);
  return startsAtMs > nowMs ? { state: 'ready', startsAtMs } : { state: 'active', startsAtMs };
}
