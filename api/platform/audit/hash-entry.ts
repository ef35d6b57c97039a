import { createHash } from 'node:crypto';
import type { AuditEntryRow } from './table.ts';

/** What new entries are written with. Version 1 knew neither names, roles, origins nor hashes of the object. */
export const entryVersion = 2;

/** Over a list, not an object, so that the order of columns does not matter. */
export function hashOfEntry(entry: Omit<AuditEntryRow, 'hash'>): string {
  return sha256(JSON.stringify(entry.version === 1 ? firstColumns(entry) : allColumns(entry)));
}

/** Of an object as it stood, whatever the order of its fields; to compare two states without keeping either. */
export function hashOfState(state: unknown): string {
  return sha256(JSON.stringify(inOrder(state)) ?? 'null');
}

function firstColumns(entry: Omit<AuditEntryRow, 'hash'>): unknown[] {
  return [
    entry.previousHash,
    entry.tenantId,
    entry.sequence,
    entry.id,
    entry.action,
    entry.actorKind,
    entry.actorId,
    entry.objectKind,
    entry.objectId,
    entry.details,
    entry.requestId,
    entry.occurredAt,
  ];
}

function allColumns(entry: Omit<AuditEntryRow, 'hash'>): unknown[] {
  return [
    entry.version,
    ...firstColumns(entry),
    entry.actorName,
    entry.onBehalfOfId,
    entry.onBehalfOfName,
    entry.role,
    entry.beforeHash,
    entry.afterHash,
    entry.origin,
    entry.widget,
  ];
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => [key, inOrder(held)]),
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
