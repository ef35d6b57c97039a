import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** An operator's stop: while one stands nothing is paid out. Pure; pages load it too. */

export const holdStates = ['placed', 'lifted'] as const;
export type HoldState = (typeof holdStates)[number];

export const holdMoves = {
  lift: { by: ['operator'], from: ['placed'], to: 'lifted' },
} as const satisfies MoveTable<HoldState, string>;
export type HoldMove = keyof typeof holdMoves;

export const holdCan = predicates<HoldState, HoldMove>(holdMoves);

export const holdSubjects = ['freelancer', 'payout'] as const;
export type HoldSubject = { kind: (typeof holdSubjects)[number]; id: string };
