import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { BlockReason, PayoutMethodState, PayoutRailKind } from './payout-method.ts';

/* A freelancer's, whose account is one for all tenants. */

export type PayoutMethodRow = {
  id: string;
  freelancerId: string;
  rail: PayoutRailKind;
  /** Who moves it: `stripe`, `paypal`, `sandbox`, `bankFile`. */
  provider: string;
  currency: string;
  /** `DE •••• 3000`: all that is ever shown of it. */
  label: string;
  holderName: string;
  /** What the rail needs to pay it, sealed. */
  sealed: string;
  /** The provider's id of an account that it keeps. */
  accountToken: string | null;
  state: PayoutMethodState;
  blockReason: BlockReason | null;
  /** An operator has seen that another name is the same person. */
  isNameCleared: Flag;
  revision: number;
  createdAt: EpochMs;
  /** While waiting: from when it can be used. */
  usableAt: EpochMs | null;
  removedAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    payoutMethods: PayoutMethodRow;
  }
}
