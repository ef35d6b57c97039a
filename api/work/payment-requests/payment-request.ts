import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** A funding or a bonus that waits for somebody's yes, and is then paid exactly as it was asked for. Pure. */

export const paymentRequestStates = [
  'pendingApproval',
  'approved',
  'paying',
  'paid',
  'failed',
  'declined',
  'cancelled',
] as const;
export type PaymentRequestState = (typeof paymentRequestStates)[number];

export const paymentRequestMoves = {
  approve: { by: ['approver'], from: ['pendingApproval'], to: 'approved' },
  decline: { by: ['approver'], from: ['pendingApproval'], to: 'declined' },
  cancel: { by: ['member', 'clock'], from: ['pendingApproval'], to: 'cancelled', after: 'its approval expires' },
  pay: { by: ['clock'], from: ['approved'], to: 'paying', after: 'the last yes, at once' },
  finish: { by: ['processor'], from: ['paying'], to: 'paid' },
  /** What was approved cannot be paid any more; nothing was moved. */
  fail: { by: ['clock', 'processor'], from: ['approved', 'paying'], to: 'failed', after: 'a refusal' },
} as const satisfies MoveTable<PaymentRequestState, string>;
export type PaymentRequestMove = keyof typeof paymentRequestMoves;

export const paymentRequestCan = predicates<PaymentRequestState, PaymentRequestMove>(paymentRequestMoves);
