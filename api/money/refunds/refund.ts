import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** Money back to where it came from. Pure. Pending until the processor says so; at once for balance and credit. */

export const refundStates = ['pending', 'posted', 'voided'] as const;
export type RefundState = (typeof refundStates)[number];

export const refundMoves = {
  post: { by: ['processor', 'member', 'freelancer'], from: ['pending'], to: 'posted' },
  void: { by: ['processor'], from: ['pending'], to: 'voided' },
} as const satisfies MoveTable<RefundState, string>;
export type RefundMove = keyof typeof refundMoves;

export const refundCan = predicates<RefundState, RefundMove>(refundMoves);
