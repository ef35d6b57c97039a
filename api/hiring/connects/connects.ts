import { currencyDecimals, type Money } from '../../money/money.ts';
import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** Credits to propose: what a post costs, what the bundles hold, how lots and boosts move. Pure; widgets load it too. */

/** Budgets in whole units of a currency are compared with these after conversion by `unitsPerDollar`. */
export type ConnectsPrices = {
  /** Ascending; a budget above the last costs `most`. */
  fixed: readonly PriceStep[];
  /** By the upper end of the hourly range. */
  hourly: readonly PriceStep[];
  most: number;
  /** For a post that names no budget. */
  withoutBudget: number;
  /** How much of a currency is about a dollar; one that is not listed costs what a post without a budget does. */
  unitsPerDollar: Readonly<Record<string, number>>;
};
/** Up to this many dollars. */
export type PriceStep = { upTo: number; connects: number };

export type PostBudget = { kind: 'fixed'; amount: Money } | { kind: 'hourly'; min: Money; max: Money };

export const connectsPrices: ConnectsPrices = {
  fixed: [
    { upTo: 100, connects: 2 },
    { upTo: 250, connects: 4 },
    { upTo: 500, connects: 6 },
    { upTo: 1_000, connects: 8 },
    { upTo: 2_500, connects: 10 },
    { upTo: 5_000, connects: 12 },
    { upTo: 10_000, connects: 14 },
  ],
  hourly: [
    { upTo: 10, connects: 2 },
    { upTo: 20, connects: 4 },
    { upTo: 30, connects: 6 },
    { upTo: 40, connects: 8 },
    { upTo: 60, connects: 10 },
    { upTo: 80, connects: 12 },
    { upTo: 100, connects: 14 },
  ],
  most: 16,
  withoutBudget: 6,
  unitsPerDollar: { USD: 1, EUR: 0.9, GBP: 0.8, CHF: 0.9, CAD: 1.4, AUD: 1.5, JPY: 150, INR: 85, PLN: 4, AED: 3.7 },
};

/** What a proposal to this post costs, the same for everybody and shown beforehand: 2–16. */
export function priceOfPost(budget: PostBudget | null, prices: ConnectsPrices = connectsPrices): number {
  if (!budget) return prices.withoutBudget;
  const { amountMinor, currency } = budget.kind === 'fixed' ? budget.amount : budget.max;
  const perDollar = prices.unitsPerDollar[currency];
  if (perDollar === undefined) return prices.withoutBudget;
  const dollars = amountMinor / 10 ** currencyDecimals(currency) / perDollar;
  return prices[budget.kind].find(({ upTo }) => dollars <= upTo)?.connects ?? prices.most;
}

/** Nothing is taken from somebody who was invited, nor from a member of the pool that a post is for. */
export function priceOfProposal(
  post: { budget: PostBudget | null; visibility: string },
  { isInvited }: { isInvited: boolean },
  prices: ConnectsPrices = connectsPrices,
): number {
  return isInvited || post.visibility === 'poolOnly' ? 0 : priceOfPost(post.budget, prices);
}

/** Why connects came or went; each is a sentence in the portal. */
export const movementKinds = [
  'grant',
  'purchase',
  'proposal',
  'boost',
  'returned',
  'boostReturned',
  'expired',
] as const;
export type MovementKind = (typeof movementKinds)[number];

export const returnReasons = ['postClosed', 'postRemoved', 'postExpired', 'unopened'] as const;
/** Why what a proposal cost came back. */
export type ReturnReason = (typeof returnReasons)[number];

/** Connects that came together and expire together; the soonest to expire are spent first. */
export const lotStates = ['valid', 'expired'] as const;
export type LotState = (typeof lotStates)[number];

export const lotMoves = {
  expire: { by: ['clock'], from: ['valid'], to: 'expired', after: 'a year; 30 days for what came back late' },
} as const satisfies MoveTable<LotState, string>;
export type LotMove = keyof typeof lotMoves;

/** A post shows this many boosted proposals on top. */
export const boostSlots = 4;

/** A sealed bid for one of the top slots of a post. While it stands its connects are held, not spent. */
export const boostStates = ['standing', 'outbid', 'paid', 'released', 'returned'] as const;
export type BoostState = (typeof boostStates)[number];

export const boostMoves = {
  /** Somebody else bid more for the last slot: nothing is paid. */
  outbid: { by: ['freelancer'], from: ['standing'], to: 'outbid' },
  raise: { by: ['freelancer'], from: ['standing', 'outbid'], to: 'standing' },
  /** The client opened the proposal while it stood in a top slot. */
  pay: { by: ['member'], from: ['standing'], to: 'paid' },
  /** The proposal or its post ended before the client opened it: nothing is paid. */
  release: {
    by: ['freelancer', 'member', 'operator', 'clock'],
    from: ['standing'],
    to: 'released',
    after: 'the post expired, or 14 days unopened',
  },
  /** The post ended without a hire: what the proposal cost comes back, its paid boost too. */
  giveBack: { by: ['member', 'operator', 'clock'], from: ['paid'], to: 'returned', after: 'the post expired' },
} as const satisfies MoveTable<BoostState, string>;
export type BoostMove = keyof typeof boostMoves;

export const boostCan = predicates<BoostState, BoostMove>(boostMoves);
