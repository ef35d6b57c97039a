import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** What somebody has earned: in security first, then theirs to take out. Pure. */

export const earningStates = ['pending', 'available', 'reversed'] as const;
export type EarningState = (typeof earningStates)[number];

export const earningMoves = {
  settle: { by: ['clock'], from: ['pending'], to: 'available', after: 'the security period is over' },
  /** All of it went back; what went back in part stays what it is. */
  reverse: { by: ['member', 'freelancer', 'operator', 'processor'], from: ['pending', 'available'], to: 'reversed' },
  /** A refund did not arrive, or a bank decided for the freelancer; the clock settles it when its time is over already. */
  restore: { by: ['operator', 'processor'], from: ['reversed'], to: 'pending' },
} as const satisfies MoveTable<EarningState, string>;
export type EarningMove = keyof typeof earningMoves;

export const earningCan = predicates<EarningState, EarningMove>(earningMoves);

export const earningSubjects = ['milestone', 'timesheet', 'retainer', 'bonus'] as const;
export type EarningSubject = { kind: (typeof earningSubjects)[number]; id: string };
