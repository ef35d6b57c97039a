import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** People kept at hand: a tenant's own, or the installation's that Pro clients browse. Pure; pages import it too. */

export const poolStates = ['active', 'archived'] as const;
export type PoolState = (typeof poolStates)[number];

export const poolMoves = {
  /** Its members stay where they are, but rank nowhere and are offered no posts of it. */
  archive: { by: ['member', 'operator'], from: ['active'], to: 'archived' },
  restore: { by: ['member', 'operator'], from: ['archived'], to: 'active' },
} as const satisfies MoveTable<PoolState, string>;
export type PoolMove = keyof typeof poolMoves;

export const poolCan = predicates<PoolState, PoolMove>(poolMoves);

/** Who changes a tenant's pool: everybody who hires, or its owners and the account's admins alone. */
export const poolEditings = ['hirers', 'owners'] as const;
export type PoolEditing = (typeof poolEditings)[number];

/** A role's level in the rate card of a pool. */
export const rateLevels = ['entry', 'intermediate', 'expert'] as const;
export type RateLevel = (typeof rateLevels)[number];

export const poolNameMaxLength = 80;
export const poolTextMaxLength = 4000;
export const noteMaxLength = 4000;
export const tagMaxLength = 40;
export const messageMaxLength = 2000;
export const reasonMaxLength = 500;
export const rateCardMax = 60;
export const ownersMax = 20;
/** At once: by one person who goes through a list. */
export const chosenAtOnceMax = 200;
