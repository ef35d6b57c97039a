import { createHash } from 'node:crypto';
import { isoInstant } from '../clock/clock.ts';
import type { SigningKey } from './signing-key.ts';
import type { AuditEntryRow, AuditRunRow } from './table.ts';

/** An exported audit log: an entry a line, the oldest first, then one line that is signed. Its reader is verify-audit-export.mjs. */

export const exportFormat = 'audit-export/1';

/** All columns in this order, as the hash covers them; the reader takes no other form for the same. */
export function entryLine(entry: AuditEntryRow): string {
  return `${JSON.stringify({
    tenantId: entry.tenantId,
    sequence: entry.sequence,
    id: entry.id,
    version: entry.version,
    time: isoInstant(entry.occurredAt),
    action: entry.action,
    actorKind: entry.actorKind,
    actorId: entry.actorId,
    actorName: entry.actorName,
    onBehalfOfId: entry.onBehalfOfId,
    onBehalfOfName: entry.onBehalfOfName,
    role: entry.role,
    objectKind: entry.objectKind,
    objectId: entry.objectId,
    details: entry.details,
    beforeHash: entry.beforeHash,
    afterHash: entry.afterHash,
    origin: entry.origin,
    widget: entry.widget,
    requestId: entry.requestId,
    previousHash: entry.previousHash,
    hash: entry.hash,
  })}\n`;
}

export type Exported = {
  count: number;
  firstSequence: number;
  /** Of the entry before the first. */
  previousHash: string;
  lastHash: string;
  /** Of every byte before the manifest. */
  entriesSha256: string;
};

export function manifestLine(run: AuditRunRow, exported: Exported, key: SigningKey, atMs: number): string {
  const manifest = {
    type: 'manifest',
    format: exportFormat,
    tenantId: run.tenantId,
    from: run.fromMs === null ? null : isoInstant(run.fromMs),
    to: run.toMs === null ? null : isoInstant(run.toMs),
    exportedAt: isoInstant(atMs),
    count: exported.count,
    firstSequence: exported.firstSequence,
    previousHash: exported.previousHash,
    lastHash: exported.lastHash,
    entriesSha256: exported.entriesSha256,
    keyId: key.id,
  };
  return `${JSON.stringify({ ...manifest, signature: key.sign(JSON.stringify(manifest)) })}\n`;
}

/** Counts and hashes what passes, so that the manifest can speak of it. */
export function exportSum(firstSequence: number, previousHash: string) {
  const hash = createHash('sha256');
  let count = 0;
  let lastHash = previousHash;
  return {
    add(line: string, entry: AuditEntryRow) {
      hash.update(line);
      count++;
      lastHash = entry.hash;
    },
    exported: (): Exported => ({
      count,
      firstSequence,
      previousHash,
      lastHash,
      entriesSha256: hash.digest('base64url'),
    }),
  };
}
