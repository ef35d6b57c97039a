import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** A card or bank account that a payer saved with the processor; we keep its label and never its number. Pure. */

export const paymentMethodStates = ['active', 'removed'] as const;
export type PaymentMethodState = (typeof paymentMethodStates)[number];

export const paymentMethodMoves = {
  remove: { by: ['member', 'freelancer'], from: ['active'], to: 'removed' },
} as const satisfies MoveTable<PaymentMethodState, string>;
export type PaymentMethodMove = keyof typeof paymentMethodMoves;

/** Saving one: begun by us, finished in the processor's frame. */
export const methodSetupStates = ['started', 'processing', 'finished', 'failed'] as const;
export type MethodSetupState = (typeof methodSetupStates)[number];

export const methodSetupMoves = {
  /** A bank account may take days to be proven. */
  wait: { by: ['processor'], from: ['started'], to: 'processing' },
  finish: { by: ['processor'], from: ['started', 'processing'], to: 'finished' },
  fail: { by: ['processor'], from: ['started', 'processing'], to: 'failed' },
} as const satisfies MoveTable<MethodSetupState, string>;
export type MethodSetupMove = keyof typeof methodSetupMoves;

export const paymentMethodCan = predicates<PaymentMethodState, PaymentMethodMove>(paymentMethodMoves);
