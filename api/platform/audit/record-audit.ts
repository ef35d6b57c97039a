import type { Actor, Person } from '../auth/actor.ts';
import { personOf } from '../auth/people.ts';
import type { Clock, NewId } from '../clock/clock.ts';
import type { Database, Executor } from '../database/database.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import { entryVersion, hashOfEntry, hashOfState } from './hash-entry.ts';
import { insertEntry, takeNextPlace } from './store.ts';
import type { AuditEntryRow } from './table.ts';

/** Who did it and in which request: `{ actor: c.get('actor'), requestId: c.get('requestId') }`. */
export type Doer = { actor: Actor; requestId: string };

/** `action` is object.pastTense: `member.rolesChanged`. Details say what changed, never a secret. */
export type Audited = {
  action: string;
  object: { kind: string; id: string };
  details?: Record<string, unknown>;
  /** The object's whole state, of which only a hash is kept; left out where the caller does not hold it. */
  before?: unknown;
  after?: unknown;
  /** Whom the actor stood in for: a delegate's approver, an operator's company. */
  onBehalfOf?: { id: string; name: string };
};

type AuditDeps = { clock: Clock; newId: NewId };

/**
 * Adds an entry to the tenant's hash chain in the transaction of the change. Until that ends, no other change of the
 * tenant passes here, so a rule checked afterwards (such as: an owner remains) cannot be broken by two at once.
 */
export async function recordAudit(
  trx: Executor,
  { clock, newId }: AuditDeps,
  scope: TenantScope,
  { actor, requestId }: Doer,
  { action, object, details = {}, before, after, onBehalfOf }: Audited,
): Promise<void> {
  const id = actorId(actor);
  const actorName = actor.kind === 'person' ? ((await personOf(trx, actor.personId))?.name ?? null) : null;
  const { sequence, hash: previousHash } = await takeNextPlace(trx, scope);
  const entry: Omit<AuditEntryRow, 'hash'> = {
    tenantId: scope.tenantId,
    sequence,
    id: newId('ae'),
    version: entryVersion,
    action,
    actorKind: actor.kind,
    actorId: id,
    actorName,
    onBehalfOfId: onBehalfOf?.id ?? null,
    onBehalfOfName: onBehalfOf?.name ?? null,
    role: actor.kind === 'person' ? rolesHeld(actor) : null,
    objectKind: object.kind,
    objectId: object.id,
    details: JSON.stringify(details),
    beforeHash: before === undefined ? null : hashOfState(before),
    afterHash: after === undefined ? null : hashOfState(after),
    origin: originOf(actor),
    widget: widgetsOf(actor),
    requestId,
    occurredAt: clock.now(),
    previousHash,
  };
  await insertEntry(trx, { ...entry, hash: hashOfEntry(entry) });
}

/**
 * For a read that somebody will ask about: an operator's look into a tenant, an export, another's document. Written
 * before the answer goes out, so that what was seen is always in the log.
 */
export function recordRead(
  deps: AuditDeps & { database: Database },
  scope: TenantScope,
  doer: Doer,
  read: Omit<Audited, 'before' | 'after'>,
): Promise<void> {
  return deps.database.transaction((trx) => recordAudit(trx, deps, scope, doer, read));
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

/** Those in the tenant, then those in its teams; without any, what else the person is here. */
function rolesHeld({ roles, teamRoles = {}, operatorRoles, freelancerId }: Person): string | null {
  const held = [
    ...roles,
    ...Object.entries(teamRoles).flatMap(([team, some]) => some.map((role) => `${role}@${team}`)),
  ];
  if (held.length > 0) return held.join(',');
  if (operatorRoles.length > 0) return operatorRoles.join(',');
  return freelancerId === null ? null : 'freelancer';
}

function originOf(actor: Actor): string | null {
  switch (actor.kind) {
    case 'person':
      return actor.via.kind === 'embed' ? (actor.via.hostOrigin ?? 'portal') : 'portal';
    case 'secretKey':
    case 'publishableKey':
      return 'apiKey';
    case 'clock':
      return 'clock';
    case 'anonymous':
      return null;
  }
}

function widgetsOf(actor: Actor): string | null {
  if (actor.kind !== 'person' || actor.via.kind !== 'embed' || actor.via.hostOrigin === undefined) return null;
  const granted = Object.entries(actor.via.grants).filter(([, features]) => Object.values(features).includes(true));
  return granted.map(([widget]) => widget).join(',') || null;
}
