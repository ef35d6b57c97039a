import type { EpochMs } from '../database/database.ts';
import type { DomainState, FailedReason, ProofMethod } from './domain.ts';

/** A tenant's word that a name is theirs. The name itself is served by a row of `tenantDomains`, made by the proof. */
export type DomainClaimRow = {
  tenantId: string;
  host: string;
  token: string;
  state: DomainState;
  method: ProofMethod | null;
  reason: FailedReason | null;
  createdBy: string;
  createdAt: EpochMs;
  checkedAt: EpochMs | null;
  verifiedAt: EpochMs | null;
  /** First seen to lead here: by a look from outside, or by somebody who came. */
  reachedAt: EpochMs | null;
  failingSince: EpochMs | null;
};

declare module '../database/tables.ts' {
  interface Tables {
    domainClaims: DomainClaimRow;
  }
}
