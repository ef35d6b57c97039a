import { type Doer, recordAudit } from '../audit/record-audit.ts';
import type { Person } from '../auth/actor.ts';
import { isoInstant } from '../clock/clock.ts';
import { notFound } from '../http/problem.ts';
import type { KeyKind } from './api-keys.ts';
import type { TenantCommandDeps } from './command-deps.ts';
import { addKey } from './create-tenant.ts';
import { findKey, updateLiveKey } from './key-store.ts';
import type { TenantScope } from './tenant-scope.ts';

const dayMs = 24 * 60 * 60 * 1000;

type By = Doer & { actor: Person };

export function createKey(
  deps: TenantCommandDeps,
  scope: TenantScope,
  by: By,
  { kind, name, expiresInDays }: { kind: KeyKind; name: string; expiresInDays?: number | undefined },
): Promise<{ id: string; key: string }> {
  return deps.database.transaction(async (trx) => {
    const expiresAt = expiresInDays === undefined ? null : deps.clock.now() + expiresInDays * dayMs;
    const made = await addKey(trx, deps, scope.tenantId, kind, name, by.actor.personId, expiresAt);
    await recordAudit(trx, deps, scope, by, {
      action: 'key.created',
      object: { kind: 'key', id: made.id },
      details: { kind, name, ...(expiresAt !== null && { expiresAt: isoInstant(expiresAt) }) },
    });
    return made;
  });
}

/** A new key takes over at once; the old one still works for a while, so that servers can be changed one by one. */
export function rotateKey(
  deps: TenantCommandDeps,
  scope: TenantScope,
  by: By,
  id: string,
  overlapSeconds: number,
): Promise<{ id: string; key: string }> {
  return deps.authority.change(async (trx) => {
    const old = await findKey(trx, scope, id);
    if (!old || old.revokedAt !== null) throw notFound();
    const made = await addKey(trx, deps, scope.tenantId, old.kind, old.name, by.actor.personId);
    const endsAtMs = deps.clock.now() + overlapSeconds * 1000;
    const expiresAt = Math.min(endsAtMs, old.expiresAt ?? Number.POSITIVE_INFINITY);
    if (!(await updateLiveKey(trx, scope, id, { expiresAt, replacedById: made.id }))) throw notFound();
    await recordAudit(trx, deps, scope, by, {
      action: 'key.rotated',
      object: { kind: 'key', id },
      details: { replacedBy: made.id, overlapSeconds },
    });
    await deps.authority.record(trx, { tenantId: scope.tenantId });
    return made;
  });
}

/** Ends the key and every widget session it was used for, at once. */
export function revokeKey(deps: TenantCommandDeps, scope: TenantScope, by: By, id: string): Promise<void> {
  return deps.authority.change(async (trx) => {
    if (!(await updateLiveKey(trx, scope, id, { revokedAt: deps.clock.now() }))) throw notFound();
    await recordAudit(trx, deps, scope, by, { action: 'key.revoked', object: { kind: 'key', id } });
    await deps.authority.record(trx, { tenantId: scope.tenantId, endedId: id });
  });
}
