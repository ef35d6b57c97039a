import type { EpochMs } from '../../platform/database/database.ts';
import type { ContractState } from './contract.ts';

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
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    contracts: ContractRow;
  }
}
