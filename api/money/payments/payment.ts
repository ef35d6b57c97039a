import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** Money in. Pure. A payment is pending until the processor has decided, and is then settled for good. */

export const paymentStates = ['pending', 'posted', 'voided'] as const;
export type PaymentState = (typeof paymentStates)[number];

export const paymentMoves = {
  post: { by: ['processor'], from: ['pending'], to: 'posted' },
  void: { by: ['processor'], from: ['pending'], to: 'voided' },
} as const satisfies MoveTable<PaymentState, string>;
export type PaymentMove = keyof typeof paymentMoves;

export const paymentCan = predicates<PaymentState, PaymentMove>(paymentMoves);
