import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { ContractSide, ContractState, EndReason, PauseKind } from './contract.ts';

export type ContractRow = {
  id: string;
  tenantId: string;
  state: ContractState;
  freelancerId: string;
  /** What made it; one contract for each. */
  offerId: string;
  offerVersion: number;
  /** The signed terms as canonical JSON, and their SHA-256. */
  terms: string;
  termsHash: string;
  title: string;
  jobPostId: string | null;
  proposalId: string | null;
  team: string | null;
  costCenter: string | null;
  /** Who signed for the client, and for the freelancer. */
  clientPersonId: string;
  freelancerPersonId: string;
  /** UTC midnight of the start date; the instant of signing where none was set. */
  startsAt: EpochMs;
  startedAt: EpochMs | null;
  cancelledAt: EpochMs | null;
  cancelReason: string | null;
  createdAt: EpochMs;
  /** Raised by every change of anything inside the contract. */
  revision: number;
  /** ContractFees as JSON, fixed at the opening. */
  fees: string;
  /** Of the terms in force; `terms` and `termsHash` are theirs. */
  termsVersion: number;
  endedBy: ContractSide | null;
  endReason: EndReason | null;
  endNote: string | null;
  endRequestedAt: EpochMs | null;
  endedAt: EpochMs | null;
  feedbackUntil: EpochMs | null;
  closedAt: EpochMs | null;
  /** When somebody last did something here; the idle clock counts from it. */
  lastActivityAt: EpochMs;
  /** When both were told that it will rest for being idle. */
  idleToldAt: EpochMs | null;
  changedAt: EpochMs;
  /**
   * Until when it waits for each side, as it was last worked out: what lists filter and sort by. Null where it does not
   * wait, `noDueAt` where nothing happens by itself.
   */
  clientDueAt: EpochMs | null;
  freelancerDueAt: EpochMs | null;
  nextIsStale: Flag;
};

/** Sorts after every instant. */
export const noDueAt = 8_640_000_000_000_000;

export type ContractPauseRow = {
  contractId: string;
  kind: PauseKind;
  tenantId: string;
  reason: string | null;
  pausedAt: EpochMs;
};

/** Every version that was ever agreed; version 1 was signed with the offer. */
export type ContractTermsRow = {
  contractId: string;
  version: number;
  tenantId: string;
  terms: string;
  termsHash: string;
  effectiveFrom: EpochMs;
  amendmentId: string | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    contracts: ContractRow;
    contractPauses: ContractPauseRow;
    contractTerms: ContractTermsRow;
  }
}
