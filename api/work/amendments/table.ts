import type { EpochMs } from '../../platform/database/database.ts';
import type { ContractSide } from '../contracts/contract.ts';
import type { AmendmentState } from './amendment.ts';

export type AmendmentRow = {
  id: string;
  tenantId: string;
  contractId: string;
  freelancerId: string;
  state: AmendmentState;
  revision: number;
  proposedBy: ContractSide;
  /** The version of the contract’s terms that it changes, and the one it makes. */
  baseVersion: number;
  version: number;
  /** The whole new terms as canonical JSON, and the hash that both sign. */
  terms: string;
  termsHash: string;
  message: string;
  approvalId: string | null;
  /** Set when both have signed. */
  effectiveFrom: EpochMs | null;
  expiresAt: EpochMs | null;
  endReason: string | null;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

export type AmendmentSignatureRow = {
  amendmentId: string;
  side: ContractSide;
  tenantId: string;
  personId: string;
  typedName: string;
  termsHash: string;
  signedAt: EpochMs;
  address: string;
  sessionId: string | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    amendments: AmendmentRow;
    amendmentSignatures: AmendmentSignatureRow;
  }
}
