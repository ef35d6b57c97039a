import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** Accounts and transfers: what they are and what may happen to them. Pure. */

/**
 * A guarded account belongs to somebody and is never below zero. The others are the installation's counterparts: they
 * show where something came from or went to, and keep no running balance, so that no row is written by everybody.
 */
export const accountKinds = {
  /** A freelancer's connects. */
  connects: { isGuarded: true },
  /** Where connects come into the world; its amount below zero is all that were ever issued. */
  connectsIssued: { isGuarded: false },
  connectsSpent: { isGuarded: false },
  connectsExpired: { isGuarded: false },
  /** What a processor took in for us, below zero; what it paid out for us, above. The owner is its name. */
  processor: { isGuarded: false },
  connectsSales: { isGuarded: false },
  /** Plans that tenants paid for. */
  subscriptionSales: { isGuarded: false },
  /** A tenant's prefunded balance. */
  clientFunding: { isGuarded: true },
  /** What a tenant may still buy on account; the owner is the tenant. */
  clientCredit: { isGuarded: true },
  /** Where credit comes from: below zero the tenant's limit. The owner is the tenant. */
  creditLine: { isGuarded: false },
  /** The owner is the milestone. */
  escrow: { isGuarded: true },
  /** Charged and not yet earned: weeks under review, retainers of a period. The owner is the contract. */
  contractHold: { isGuarded: true },
  /** Earned and in the security period; the owner is the freelancer. */
  freelancerPending: { isGuarded: true },
  freelancerAvailable: { isGuarded: true },
  /** On the way out; the owner is the payout. */
  payoutClearing: { isGuarded: true },
  /** Frozen while a bank or a mediator decides; the owner is the dispute. */
  disputeHold: { isGuarded: true },
  /** What the marketplace keeps, by owner: `service`, `client`, `initiation`, `payout`. */
  platformFees: { isGuarded: false },
  /** What a bank took back and nobody's account could give. The owner is the tenant. */
  chargebackLoss: { isGuarded: false },
  /** Collected for a state; the owner is its ISO 3166 country. */
  taxes: { isGuarded: false },
  withheldTax: { isGuarded: false },
} as const satisfies Record<string, { isGuarded: boolean }>;
export type AccountKind = keyof typeof accountKinds;

/** `ownerId` is '' for the installation's own. Each currency is an account of its own. */
export type AccountRef = { kind: AccountKind; ownerId: string };

/** Longer than an ISO 4217 code, so that no amount of money can be taken for connects. */
export const connectsUnit = 'CONNECTS';

export const transferStates = ['pending', 'posted', 'voided'] as const;
export type TransferState = (typeof transferStates)[number];

/** A pending transfer holds what it will take; it is settled once, by a row of its own. */
export const transferMoves = {
  post: { by: ['member', 'processor'], from: ['pending'], to: 'posted' },
  void: {
    by: ['member', 'freelancer', 'operator', 'processor', 'clock'],
    from: ['pending'],
    to: 'voided',
    after: 'what it was held for has expired',
  },
} as const satisfies MoveTable<TransferState, string>;
export type TransferMove = keyof typeof transferMoves;

export const transferCan = predicates<TransferState, TransferMove>(transferMoves);
