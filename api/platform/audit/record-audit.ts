import { createHash } from 'node:crypto';
import type { Actor } from '../auth/actor.ts';
import type { Clock, NewId } from '../clock/clock.ts';
import type { Executor } from '../database/database.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import { insertEntry, takeNextPlace } from './store.ts';
import type { AuditEntryRow } from './table.ts';

/** Who did it and in which request: `{ actor: c.get('actor'), requestId: c.get('requestId') }`. */
export type Doer = { actor: Actor; requestId: string };

/** `action` is object.pastTense: `member.rolesChanged`. Details say what changed, never a secret. */
export type Audited = { action: string; object: { kind: string; id: string }; details?: Record<string, unknown> };

/**
 * Adds an entry to the tenant's hash chain in the transaction of the change. Until that ends, no other change of the
 * tenant passes here, so a rule checked afterwards (such as: an owner remains) cannot be broken by two at once.
 */
export async function recordAudit(
  trx: Executor,
  { clock, newId }: { clock: Clock; newId: NewId },
  scope: TenantScope,
  { actor, requestId }: Doer,
  { action, object, details = {} }: Audited,
): Promise<void> {
  const { sequence, hash: previousHash } = await takeNextPlace(trx, scope);
  const entry: Omit<AuditEntryRow, 'hash'> = {
    tenantId: scope.tenantId,
    sequence,
    id: newId('ae'),
    action,
    actorKind: actor.kind,
    actorId: actorId(actor),
    objectKind: object.kind,
    objectId: object.id,
    details: JSON.stringify(details),
    requestId,
    occurredAt: clock.now(),
    previousHash,
  };
  await insertEntry(trx, { ...entry, hash: hashOfEntry(entry) });
}

/** Over a list, not an object, so that the order of columns does not matter. */
export function hashOfEntry(entry: Omit<AuditEntryRow, 'hash'>): string {
  const { tenantId, sequence, id, action, actorKind, objectKind, objectId, details, requestId, occurredAt } = entry;
  return createHash('sha256')
    .update(
      JSON.stringify([
        entry.previousHash,
        tenantId,
        sequence,
        id,
        action,
        actorKind,
        entry.actorId,
        objectKind,
        objectId,
        details,
        requestId,
        occurredAt,
      ]),
    )
    .digest('base64url');
}

export function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case 'person':
      return actor.personId;
    case 'secretKey':
    case 'publishableKey':
      return actor.keyId;
    case 'anonymous':
    case 'clock':
      return null;
  }
}
