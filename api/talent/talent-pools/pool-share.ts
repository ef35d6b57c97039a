import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** A member of one tenant's pool shown to another tenant: only when the freelancer says so. Pure. */

export const poolShareStates = ['requested', 'consented', 'declined', 'withdrawn', 'expired', 'ended'] as const;
export type PoolShareState = (typeof poolShareStates)[number];

export const poolShareMoves = {
  consent: { by: ['freelancer'], from: ['requested'], to: 'consented' },
  decline: { by: ['freelancer'], from: ['requested'], to: 'declined' },
  withdraw: { by: ['member'], from: ['requested'], to: 'withdrawn' },
  expire: { by: ['clock'], from: ['requested'], to: 'expired', after: '14 days without an answer' },
  /** The freelancer takes the consent back, or the company that shared no longer does. */
  end: { by: ['freelancer', 'member', 'clock'], from: ['consented'], to: 'ended', after: 'they left the pool' },
} as const satisfies MoveTable<PoolShareState, string>;
export type PoolShareMove = keyof typeof poolShareMoves;

export const poolShareCan = predicates<PoolShareState, PoolShareMove>(poolShareMoves);
