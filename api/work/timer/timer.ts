import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** One timer a freelancer; the server's clock alone says what was tracked. Pure. */

export const timerStates = ['running', 'stopped'] as const;
export type TimerState = (typeof timerStates)[number];

export const timerMoves = {
  start: { by: ['freelancer'], from: ['stopped'], to: 'running' },
  stop: {
    by: ['freelancer', 'clock', 'member'],
    from: ['running'],
    to: 'stopped',
    after: 'nothing was heard of it; what was tracked until then stays',
  },
} as const satisfies MoveTable<TimerState, string>;

export const timerCan = predicates<TimerState, keyof typeof timerMoves>(timerMoves);

/** Why it stands still. */
export const stopReasons = ['person', 'lost', 'contract'] as const;
export type StopReason = (typeof stopReasons)[number];
