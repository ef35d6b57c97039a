import type { EpochMs } from '../../platform/database/database.ts';
import type { BoostState, LotState, ReturnReason } from './connects.ts';

/* Connects belong to a freelancer, whose account is one for all tenants; what they were spent on is a tenant's. */

export type WalletRow = {
  freelancerId: string;
  /** `2026-11`: the last month whose grant came. */
  grantedMonth: string;
  /** Raised by whoever changes the wallet, so that two never change it at once. */
  turns: number;
  openedAt: EpochMs;
};

export type LotSource = 'grant' | 'purchase' | 'returned';

export type LotRow = {
  id: string;
  freelancerId: string;
  source: LotSource;
  /** What brought it. */
  transferId: string;
  amount: number;
  remaining: number;
  state: LotState;
  acquiredAt: EpochMs;
  expiresAt: EpochMs;
  warnedAt: EpochMs | null;
};

/** From which lot a transfer took how much, so that what comes back goes to where it was. */
export type LotUseRow = { transferId: string; lotId: string; amount: number };

type OnProposal = {
  proposalId: string;
  tenantId: string;
  jobPostId: string;
  jobPostTitle: string;
  freelancerId: string;
  amount: number;
  returnReason: ReturnReason | null;
};

export type SpendRow = OnProposal & { transferId: string; returnedAt: EpochMs | null };

export type AuctionRow = { jobPostId: string; tenantId: string; turns: number };

export type BoostRow = OnProposal & {
  state: BoostState;
  /** How often it was placed or raised. */
  bids: number;
  /** Of the hold, settled once the boost is paid or came to nothing; null when the first bid was too low. */
  transferId: string | null;
  bidAt: EpochMs;
  settledAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    connectsWallets: WalletRow;
    connectsLots: LotRow;
    connectsLotUses: LotUseRow;
    connectsSpends: SpendRow;
    connectsAuctions: AuctionRow;
    connectsBoosts: BoostRow;
  }
}
