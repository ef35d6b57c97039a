import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ApprovalSubjectKind } from './approval-policy.ts';
import type { ApprovalFact } from './schema.ts';

export type { ApprovalSubjectKind } from './approval-policy.ts';

/** How a request ended. `cancelled`: by a person at the approval itself, not by the subject's own slice. */
export type ApprovalDecision = 'approved' | 'rejected' | 'changesRequested' | 'cancelled' | 'expired';

export type DecidedApproval = {
  approvalId: string;
  subjectId: string;
  /** As it was requested, and as the subject still has it when the decision is `approved`. */
  hash: string;
  decision: ApprovalDecision;
  reason: string | null;
  /** Null when the clock decided. */
  approverId: string | null;
};

/** What became of it after the last yes, where that may still fail. */
export type ApprovalOutcome = { state: 'underWay' } | { state: 'done' } | { state: 'failed'; reason: string };

export type ApprovalFacts = {
  /** Of the subject as it is now. */
  hash: string;
  facts: readonly ApprovalFact[];
};

/** What the engine asks of a kind of subject; handed in at assembly, so that procurement knows no higher wing. */
export type ApprovalSubject = {
  /** Moves the subject on, in the transaction of the decision: whatever it throws undoes the decision. */
  decided(trx: Executor, scope: TenantScope, doer: Doer, decided: DecidedApproval): Promise<void>;
  /**
   * Does what the yes was for, after the decision is committed, where it needs a transaction of its own: a payment. It
   * is called once more by the subject's own job, so it must do it once.
   */
  carryOut?(scope: TenantScope, subjectId: string): Promise<void>;
  /** By subject id; one that is gone is left out. */
  describe(db: Executor, scope: TenantScope, ids: readonly string[]): Promise<ReadonlyMap<string, ApprovalFacts>>;
};

export type ApprovalSubjects = Readonly<Partial<Record<ApprovalSubjectKind, ApprovalSubject>>>;
