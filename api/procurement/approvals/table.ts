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
  /** Null for those asked before there were versions. */
  policyVersion: number | null;
  team: string | null;
  costCenter: string | null;
  purchaseOrder: string | null;
  categoryId: string | null;
  /** By the hour; null for a fixed price. */
  rateMinor: number | null;
  rateCurrency: string | null;
  country: string | null;
  freelancerId: string | null;
  /** JSON of what was over a limit when it was asked for. */
  signals: string;
  requesterId: string;
  state: ApprovalState;
  /** The step that is asked now, from 1. */
  step: number;
  decidedBy: string | null;
  /** Whose place the last decision was made in, where it is not their own. */
  decidedFor: string | null;
  reason: string | null;
  requestedAt: EpochMs;
  expiresAt: EpochMs;
  decidedAt: EpochMs | null;
  /** JSON of what became of it after the last yes, where that may fail: a payment. */
  outcome: string | null;
};

export type StepState = 'waiting' | 'asked' | 'approved' | 'rejected' | 'changesRequested' | 'skipped';

/** A step as it was planned when it was asked for. */
export type ApprovalStepRow = {
  approvalId: string;
  /** From 1. */
  step: number;
  tenantId: string;
  /** JSON of a PolicyStep. */
  plan: string;
  state: StepState;
  askedAt: EpochMs | null;
  escalatesAt: EpochMs | null;
  escalatedAt: EpochMs | null;
  decidedAt: EpochMs | null;
};

/** What one person said; append only. */
export type ApprovalDecisionRow = {
  id: string;
  approvalId: string;
  tenantId: string;
  step: number;
  personId: string;
  /** The same person, unless a delegate decided. */
  forPersonId: string;
  decision: 'approved' | 'rejected' | 'changesRequested';
  reason: string | null;
  /** Of what was decided on. */
  hash: string;
  /** Of the link in a mail that led here: it works once. */
  linkId: string | null;
  decidedAt: EpochMs;
};

/** What a tenant edits; what counts is the published version. */
export type ApprovalPolicyRow = {
  tenantId: string;
  revision: number;
  /** JSON of a PolicyDocument that is not published yet. */
  draft: string | null;
  publishedVersion: number | null;
  changedBy: string | null;
  changedAt: EpochMs;
};

/** Kept for ever: approvals say under which one they were asked. */
export type ApprovalPolicyVersionRow = {
  tenantId: string;
  version: number;
  /** JSON of a PolicyDocument. */
  document: string;
  note: string;
  /** Null when a simpler rule was carried over. */
  publishedBy: string | null;
  publishedAt: EpochMs;
};

export type ApprovalDelegationRow = {
  id: string;
  tenantId: string;
  fromPersonId: string;
  toPersonId: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  reason: string;
  createdBy: string;
  createdAt: EpochMs;
  /** Taken back before its end. */
  endedAt: EpochMs | null;
  endedBy: string | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    approvals: ApprovalRow;
    approvalSteps: ApprovalStepRow;
    approvalDecisions: ApprovalDecisionRow;
    approvalPolicies: ApprovalPolicyRow;
    approvalPolicyVersions: ApprovalPolicyVersionRow;
    approvalDelegations: ApprovalDelegationRow;
  }
}
