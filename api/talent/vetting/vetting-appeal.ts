import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** A freelancer's no to a decision, heard by somebody who had no part in it. Pure; pages import it too. */

export const appealStates = ['filed', 'upheld', 'overturned', 'withdrawn'] as const;
export type AppealState = (typeof appealStates)[number];

export const appealMoves = {
  /** The decision stands. */
  uphold: { by: ['member', 'operator'], from: ['filed'], to: 'upheld' },
  /** The decision no longer stands: somebody else decides again, or the member is back in the pool. */
  overturn: { by: ['member', 'operator'], from: ['filed'], to: 'overturned' },
  /** The desk has undone the decision by itself, as by ending a suspension. */
  settle: {
    by: ['member', 'operator', 'clock', 'freelancer'],
    from: ['filed'],
    to: 'withdrawn',
    after: 'the suspension has ended',
  },
} as const satisfies MoveTable<AppealState, string>;
export type AppealMove = keyof typeof appealMoves;
export const appealCan = predicates<AppealState, AppealMove>(appealMoves);

export const appealTextMaxLength = 4000;
