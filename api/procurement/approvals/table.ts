import type { EpochMs } from '../../platform/database/database.ts';
import type { ApprovalState } from './approval.ts';

export type ApprovalRow = {
  id: string;
  tenantId: string;
  subjectKind: string;
  subjectId: string;
  /** Of what is to be approved: another hash is another thing. */
  subjectHash: string;
  title: string;
  /** Null while nobody can say what it will cost, as an hourly post without an end. */
  amountMinor: number | null;
  currency: string | null;
  /** Where the requester looks at the subject, from the portal's root. */
  path: string;
  /** JSON of the rule that asked for it, as it was then. */
  rule: string;
  requesterId: string;
  state: ApprovalState;
  decidedBy: string | null;
  reason: string | null;
  requestedAt: EpochMs;
  expiresAt: EpochMs;
  decidedAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    approvals: ApprovalRow;
  }
}
