import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { CommitmentPart, Overrun, PurchaseOrderState } from './purchase-order.ts';

export type PurchaseOrderRow = {
  id: string;
  tenantId: string;
  /** The company's own, unique in it; offers, contracts and payments keep it. */
  number: string;
  title: string;
  supplierName: string;
  supplierReference: string;
  currency: string;
  amountMinor: number;
  /** `2026-10-01`; of the last day, the end is the first instant after it. */
  validFrom: string;
  validThrough: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  state: PurchaseOrderState;
  overrun: Overrun;
  /** JSON, percent of the amount, rising. */
  thresholds: string;
  /** JSON: codes, names and ids that may use it; an empty list leaves it open to all. */
  costCenters: string;
  teams: string;
  personIds: string;
  /** Kept sums: what open offers and contracts may still cost, and what was charged and did not come back. */
  committedMinor: number;
  spentMinor: number;
  /** The highest threshold that somebody was told of. */
  toldPercent: number;
  /** When offers and contracts could first be put on it. */
  openedAt: EpochMs | null;
  /** The last day that its keepers were warned of. */
  warnedFor: string | null;
  /** Raised by what people change; sums leave it alone. */
  revision: number;
  createdBy: string;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

/** What people made of it; append only. */
export type PurchaseOrderRevisionRow = {
  purchaseOrderId: string;
  version: number;
  tenantId: string;
  number: string;
  currency: string;
  amountMinor: number;
  validFrom: string;
  validThrough: string;
  /** JSON of every other setting. */
  settings: string;
  reason: string | null;
  personId: string;
  at: EpochMs;
};

/** What an offer, then its contract, may still cost, and what it did cost. One row from the offer to the contract's end. */
export type CommitmentRow = {
  id: string;
  tenantId: string;
  subjectKind: 'jobPost' | 'offer' | 'contract' | 'amendment';
  subjectId: string;
  offerId: string | null;
  contractId: string | null;
  title: string;
  purchaseOrder: string | null;
  /** The number that somebody named after the terms had said “not yet”. */
  assigned: string | null;
  /** Somebody said “not yet”: it waits for a number. */
  isWaiting: Flag;
  costCenter: string | null;
  team: string | null;
  /** Who answers for it on the client's side. */
  personId: string | null;
  currency: string;
  part: CommitmentPart | null;
  /** JSON of Exposure. */
  exposure: string;
  /** Of a fixed price, what was put into escrow so far, without fees. */
  fundedMinor: number;
  /** May still be charged, fees included. */
  openMinor: number;
  /** Was charged and did not come back. */
  spentMinor: number;
  isEnded: Flag;
  /** Hourly: when another week stops being ahead. */
  recountAt: EpochMs | null;
  revision: number;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

export type SpendingCause =
  | 'offerSent'
  | 'offerEnded'
  | 'contractOpened'
  | 'contractEnded'
  | 'termsChanged'
  | 'numberAssigned'
  | 'validityChanged'
  | 'weekPassed'
  | 'charged'
  | 'chargeFailed'
  | 'refunded'
  | 'lostToBank';

/** Every change of every sum; append only, so that each can be told as of any instant. */
export type SpendingEntryRow = {
  id: string;
  tenantId: string;
  commitmentId: string;
  purchaseOrder: string | null;
  costCenter: string | null;
  team: string | null;
  part: CommitmentPart | 'spent';
  cause: SpendingCause;
  amountMinor: number;
  currency: string;
  offerId: string | null;
  contractId: string | null;
  paymentId: string | null;
  /** Of what is open: over which time it will be charged, as far as terms say. */
  fromAt: EpochMs | null;
  untilAt: EpochMs | null;
  at: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    purchaseOrders: PurchaseOrderRow;
    purchaseOrderRevisions: PurchaseOrderRevisionRow;
    commitments: CommitmentRow;
    spendingEntries: SpendingEntryRow;
  }
}
