import { isoInstant } from '../clock/clock.ts';
import { entriesOf } from './run-audit.ts';
import type { AuditEntry, AuditRun } from './schema.ts';
import type { AuditEntryRow, AuditRunRow } from './table.ts';

export function presentEntry(row: AuditEntryRow, names: ReadonlyMap<string, string>): AuditEntry {
  return {
    id: row.id,
    sequence: row.sequence,
    action: row.action,
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName, role: row.role },
    onBehalfOf: row.onBehalfOfId === null ? null : { id: row.onBehalfOfId, name: row.onBehalfOfName },
    object: { kind: row.objectKind, id: row.objectId, name: names.get(row.objectId) ?? null },
    details: JSON.parse(row.details),
    beforeHash: row.beforeHash,
    afterHash: row.afterHash,
    origin: row.origin,
    widget: row.widget,
    requestId: row.requestId,
    occurredAt: isoInstant(row.occurredAt),
    previousHash: row.previousHash,
    hash: row.hash,
  };
}

export function presentRun(row: AuditRunRow, requesterName: string | null): AuditRun {
  const instant = (atMs: number | null) => (atMs === null ? null : isoInstant(atMs));
  const { badSequence, reason, bytes, sha256, keyId, lastHash } = row;
  const hasFile = row.kind === 'export' && row.state === 'done' && bytes !== null && sha256 !== null && keyId !== null;
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    from: instant(row.fromMs),
    to: instant(row.toMs),
    entries: entriesOf(row),
    entriesDone: row.entriesDone,
    firstBad: badSequence === null ? null : { sequence: badSequence, reason: reason ?? '' },
    head: lastHash === null ? null : { sequence: row.lastSequence, hash: lastHash },
    file: hasFile ? { name: `audit-${isoInstant(row.createdAt).slice(0, 10)}.ndjson`, bytes, sha256, keyId } : null,
    requestedBy: { id: row.requestedBy, name: requesterName },
    createdAt: isoInstant(row.createdAt),
    finishedAt: instant(row.finishedAt),
  };
}
