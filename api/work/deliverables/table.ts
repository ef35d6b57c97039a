import type { EpochMs } from '../../platform/database/database.ts';
import type { DeliverableAnswer } from './deliverable.ts';

export type DeliverableRow = {
  id: string;
  tenantId: string;
  contractId: string;
  milestoneId: string;
  /** Of this milestone, from 1. */
  version: number;
  /** Markdown. */
  note: string;
  /** JSON: addresses. */
  links: string;
  submittedBy: string;
  submittedAt: EpochMs;
  answer: DeliverableAnswer;
  answerReason: string | null;
  answeredAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    deliverables: DeliverableRow;
  }
}
