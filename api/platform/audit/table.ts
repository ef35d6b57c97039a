import type { EpochMs } from '../database/database.ts';

export type AuditEntryRow = {
  tenantId: string;
  /** 1, 2, 3 … within the tenant, without a gap. */
  sequence: number;
  id: string;
  action: string;
  actorKind: string;
  actorId: string | null;
  objectKind: string;
  objectId: string;
  details: string;
  requestId: string;
  occurredAt: EpochMs;
  previousHash: string;
  hash: string;
};

/** The end of each tenant's chain; its row lock puts the tenant's changes in one order. */
export type AuditHeadRow = { tenantId: string; sequence: number; hash: string };

declare module '../database/tables.ts' {
  interface Tables {
    auditEntries: AuditEntryRow;
    auditHeads: AuditHeadRow;
  }
}
