import type { EpochMs } from '../database/database.ts';
import type { AuditRunKind, AuditRunState } from './audit-run.ts';

export type AuditEntryRow = {
  tenantId: string;
  /** 1, 2, 3 … within the tenant, without a gap. */
  sequence: number;
  id: string;
  /** Which columns the hash covers; see `hashOfEntry`. */
  version: number;
  action: string;
  actorKind: string;
  actorId: string | null;
  /** As it was then. */
  actorName: string | null;
  /** The person or company for whom the actor did it. */
  onBehalfOfId: string | null;
  onBehalfOfName: string | null;
  /** Roles held then, with commas between. */
  role: string | null;
  objectKind: string;
  objectId: string;
  details: string;
  beforeHash: string | null;
  afterHash: string | null;
  /** `portal`, the origin of a widget's page, `apiKey` or `clock`. */
  origin: string | null;
  /** Which widgets the session was granted. */
  widget: string | null;
  requestId: string;
  occurredAt: EpochMs;
  previousHash: string;
  hash: string;
};

/** The end of each tenant's chain; its row lock puts the tenant's changes in one order. */
export type AuditHeadRow = { tenantId: string; sequence: number; hash: string };

/** Signs exports and anchors; made once. */
export type AuditKeyRow = {
  id: string;
  place: 1;
  /** Ed25519, raw, in base64url. */
  publicKey: string;
  sealedPrivateKey: string;
  createdAt: EpochMs;
};

/** A signed export or a verification on its way. */
export type AuditRunRow = {
  id: string;
  tenantId: string;
  kind: AuditRunKind;
  state: AuditRunState;
  requestedBy: string;
  fromMs: EpochMs | null;
  toMs: EpochMs | null;
  /** What it covers, fixed when it is asked for; the last is before the first when that is nothing. */
  firstSequence: number;
  lastSequence: number;
  entriesDone: number;
  /** The first entry that is not what it was. */
  badSequence: number | null;
  reason: string | null;
  /** A head that somebody kept elsewhere, to compare with. */
  anchorSequence: number | null;
  anchorHash: string | null;
  lastHash: string | null;
  keyId: string | null;
  bytes: number | null;
  sha256: string | null;
  createdAt: EpochMs;
  finishedAt: EpochMs | null;
};

/** A head of the chain as it stood, signed. */
export type AuditAnchorRow = {
  tenantId: string;
  sequence: number;
  hash: string;
  anchoredAt: EpochMs;
  keyId: string;
  signature: string;
};

declare module '../database/tables.ts' {
  interface Tables {
    auditEntries: AuditEntryRow;
    auditHeads: AuditHeadRow;
    auditKeys: AuditKeyRow;
    auditRuns: AuditRunRow;
    auditAnchors: AuditAnchorRow;
  }
}
