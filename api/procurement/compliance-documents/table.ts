import type { EpochMs } from '../../platform/database/database.ts';
import type { DocumentKind, ScanState } from './compliance-document.ts';

export type ComplianceDocumentRow = {
  id: string;
  tenantId: string;
  freelancerId: string;
  contractId: string;
  /** The onboarding task that asked for it. */
  taskId: string | null;
  kind: DocumentKind;
  title: string;
  fileId: string;
  /** SHA-256 of the bytes. */
  hash: string;
  validUntil: EpochMs | null;
  scan: ScanState;
  addedBy: string;
  addedAt: EpochMs;
  /** The document that took its place. */
  renewedBy: string | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    complianceDocuments: ComplianceDocumentRow;
  }
}
