import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** A sum beside what was agreed, paid at once. Pure. */

export const bonusStates = ['charging', 'paid', 'failed'] as const;
export type BonusState = (typeof bonusStates)[number];

export const bonusMoves = {
  confirm: { by: ['processor'], from: ['charging'], to: 'paid' },
  fail: { by: ['processor'], from: ['charging'], to: 'failed' },
} as const satisfies MoveTable<BonusState, string>;
export type BonusMove = keyof typeof bonusMoves;

export const bonusCan = predicates<BonusState, BonusMove>(bonusMoves);

export const bonusNoteMaxLength = 1_000;
