import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { ClassificationResult } from '../classification/questionnaire.ts';
import type { TaskKind, TaskOwner, TaskState } from './onboarding-task.ts';

export type OnboardingTemplateRow = {
  id: string;
  tenantId: string;
  name: string;
  /** The newest. */
  version: number;
  archivedAt: EpochMs | null;
  revision: number;
  createdAt: EpochMs;
};

/** Append only. */
export type OnboardingTemplateVersionRow = {
  templateId: string;
  version: number;
  tenantId: string;
  /** AppliesTo as JSON. */
  applies: string;
  /** TemplateTask[] as JSON. */
  tasks: string;
  savedBy: string;
  savedAt: EpochMs;
};

/** `open`: no work before it is done. `lapsed`: something is no longer valid. `closed`: the contract is over. */
export type OnboardingState = 'open' | 'complete' | 'lapsed' | 'closed';

/** What this slice knows of a contract; one row each. */
export type OnboardingRow = {
  contractId: string;
  tenantId: string;
  state: OnboardingState;
  freelancerId: string;
  freelancerName: string;
  title: string;
  team: string | null;
  clientPersonId: string;
  freelancerPersonId: string;
  createdAt: EpochMs;
  completedAt: EpochMs | null;
};

export type OnboardingTaskRow = {
  id: string;
  tenantId: string;
  contractId: string;
  freelancerId: string;
  templateId: string;
  templateVersion: number;
  taskKey: string;
  kind: TaskKind;
  title: string;
  instructions: string;
  owner: TaskOwner;
  needsDocument: Flag;
  needsSignature: Flag;
  text: string;
  /** SHA-256 of the text; what a signature stands over. */
  textHash: string;
  validMonths: number | null;
  questionnaireId: string | null;
  questionnaireVersion: number | null;
  /** What was asked, word for word: another contract takes over only what answers exactly this. */
  reuseKey: string;
  state: TaskState;
  dueAt: EpochMs;
  /** When it is told that it is due soon; null when that was said, or nothing is to be said. */
  remindAt: EpochMs | null;
  note: string | null;
  returnReason: string | null;
  submittedBy: string | null;
  submittedAt: EpochMs | null;
  completedAt: EpochMs | null;
  validUntil: EpochMs | null;
  documentHash: string | null;
  answerSetId: string | null;
  classification: ClassificationResult | null;
  ruleVersion: string | null;
  reusedFrom: string | null;
  /** The task whose validity ends, and which this one continues. */
  renewalOf: string | null;
  overrideBy: string | null;
  overrideReason: string | null;
  /** The provider's own name of a check that it was asked for. */
  checkReference: string | null;
  revision: number;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

export type OnboardingSignatureRow = {
  taskId: string;
  tenantId: string;
  personId: string;
  typedName: string;
  textHash: string;
  signedAt: EpochMs;
  address: string;
  sessionId: string | null;
};

/** Append only: each task as it stood from an instant on. What reports as of an earlier instant are made of. */
export type OnboardingFactRow = {
  id: string;
  tenantId: string;
  taskId: string;
  revision: number;
  at: EpochMs;
  contractId: string;
  freelancerId: string;
  kind: TaskKind;
  title: string;
  owner: TaskOwner;
  state: TaskState;
  dueAt: EpochMs;
  completedAt: EpochMs | null;
  validUntil: EpochMs | null;
  documentHash: string | null;
  classification: ClassificationResult | null;
  ruleVersion: string | null;
  overrideBy: string | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    onboardingTemplates: OnboardingTemplateRow;
    onboardingTemplateVersions: OnboardingTemplateVersionRow;
    onboardings: OnboardingRow;
    onboardingTasks: OnboardingTaskRow;
    onboardingSignatures: OnboardingSignatureRow;
    onboardingFacts: OnboardingFactRow;
  }
}
