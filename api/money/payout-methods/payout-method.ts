import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** Where a freelancer's money goes. Pure; pages load it too. */

export const payoutRails = ['directDeposit', 'paypal', 'wire'] as const;
export type PayoutRailKind = (typeof payoutRails)[number];

export const payoutMethodStates = ['settingUp', 'waiting', 'usable', 'blocked', 'removed'] as const;
export type PayoutMethodState = (typeof payoutMethodStates)[number];

export const payoutMethodMoves = {
  /** Whoever keeps the account says that it can be paid. */
  confirm: { by: ['processor'], from: ['settingUp'], to: 'waiting' },
  /** Long enough for whoever did not add it to say so. */
  open: { by: ['clock'], from: ['waiting'], to: 'usable', after: '3 days' },
  /** The account is somebody else's by name, or its keeper restricts it. */
  block: { by: ['freelancer', 'processor', 'operator'], from: ['settingUp', 'waiting', 'usable'], to: 'blocked' },
  /** An operator has seen that it is the same person, or the account's keeper lifted its restriction; the wait begins anew. */
  clear: { by: ['operator', 'processor'], from: ['blocked'], to: 'waiting' },
  remove: { by: ['freelancer'], from: ['settingUp', 'waiting', 'usable', 'blocked'], to: 'removed' },
} as const satisfies MoveTable<PayoutMethodState, string>;
export type PayoutMethodMove = keyof typeof payoutMethodMoves;

export const payoutMethodCan = predicates<PayoutMethodState, PayoutMethodMove>(payoutMethodMoves);

export const blockReasons = ['name_mismatch', 'account_restricted', 'operator'] as const;
export type BlockReason = (typeof blockReasons)[number];
