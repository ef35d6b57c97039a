import type { EpochMs } from '../../platform/database/database.ts';

/** A version of a statement of work; append only. */
export type StatementOfWorkRow = {
  id: string;
  tenantId: string;
  subjectKind: 'offer' | 'contract';
  subjectId: string;
  version: number;
  /** Canonical JSON of Statement. */
  content: string;
  /** Of the facts alone: the same facts need no other version. */
  contentHash: string;
  /** Of the printed bytes, once they were printed. */
  sha256: string | null;
  createdBy: string;
  createdAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    statementsOfWork: StatementOfWorkRow;
  }
}
