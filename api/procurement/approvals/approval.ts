import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** Somebody else's yes to a subject, which the engine knows as { kind, id, hash }. Pure. */

export const approvalStates = [
  'requested',
  'approved',
  'rejected',
  'changesRequested',
  'cancelled',
  'expired',
  'stalled',
] as const;
export type ApprovalState = (typeof approvalStates)[number];

export const approvalMoves = {
  approve: { by: ['approver'], from: ['requested', 'stalled'], to: 'approved' },
  /** A yes that does not end it: another seat or another step is still asked. */
  approveStep: { by: ['approver'], from: ['requested', 'stalled'], to: 'requested' },
  reject: { by: ['approver'], from: ['requested', 'stalled'], to: 'rejected' },
  requestChanges: { by: ['approver'], from: ['requested', 'stalled'], to: 'changesRequested' },
  cancel: { by: ['member'], from: ['requested', 'stalled'], to: 'cancelled' },
  expire: { by: ['clock'], from: ['requested', 'stalled'], to: 'expired', after: '14 days without a decision' },
  /** A step waited too long: more people are asked. */
  escalate: { by: ['clock'], from: ['requested', 'stalled'], to: 'requested', after: 'the hours that the step allows' },
  /** Nobody but the requester could approve: the owner is told. */
  stall: { by: ['clock'], from: ['requested'], to: 'stalled', after: 'no eligible approver is left' },
  /** Somebody eligible is there again. */
  resume: { by: ['clock'], from: ['stalled'], to: 'requested', after: 'an eligible approver is there' },
} as const satisfies MoveTable<ApprovalState, string>;
export type ApprovalMove = keyof typeof approvalMoves;

export const approvalCan = predicates<ApprovalState, ApprovalMove>(approvalMoves);
