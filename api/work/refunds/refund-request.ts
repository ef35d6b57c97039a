import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** A client asks for a payment back that was earned already; the freelancer answers. Pure. */

export const refundRequestStates = ['requested', 'given', 'refused', 'withdrawn', 'expired'] as const;
export type RefundRequestState = (typeof refundRequestStates)[number];

export const refundRequestMoves = {
  give: { by: ['freelancer'], from: ['requested'], to: 'given' },
  refuse: { by: ['freelancer'], from: ['requested'], to: 'refused' },
  withdraw: { by: ['member'], from: ['requested'], to: 'withdrawn' },
  expire: { by: ['clock'], from: ['requested'], to: 'expired', after: '7 days without an answer' },
} as const satisfies MoveTable<RefundRequestState, string>;
export type RefundRequestMove = keyof typeof refundRequestMoves;

export const refundRequestCan = predicates<RefundRequestState, RefundRequestMove>(refundRequestMoves);
