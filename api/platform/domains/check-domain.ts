import { type Doer, recordAudit } from '../audit/record-audit.ts';
import type { EpochMs, Executor } from '../database/database.ts';
import { readPolicy } from '../policies/read-policy.ts';
import { linkToHost, serveHost, stopServing } from '../tenants/served-hosts.ts';
import type { Tenant } from '../tenants/tenant.ts';
import { type TenantScope, tenantScope } from '../tenants/tenant-scope.ts';
import type { DomainDeps } from './change-domains.ts';
import { leadsHere, lookForProof, type Proof } from './look-for-proof.ts';
import { domainsPolicy } from './policy.ts';
import { deleteClaim, findClaim, updateClaim } from './store.ts';
import type { DomainClaimRow } from './table.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Looks from here, then writes what was seen; between the two somebody may have removed the domain. */
export async function checkDomain(
  deps: DomainDeps,
  tenant: Pick<Tenant, 'id' | 'slug'>,
  by: Doer,
  host: string,
): Promise<void> {
  const { database, outbound, site } = deps;
  const scope = tenantScope(tenant.id);
  const claim = await findClaim(database.db, scope, host);
  if (!claim) return;
  const proof = await lookForProof({ ...deps, isLocalInstallation: site.isLocal }, host, claim.token);
  const isReached =
    proof.ok && (proof.method === 'local' || (await leadsHere(outbound, site.originOf(host), tenant.slug)));
  const policy = await readPolicy(database.db, undefined, domainsPolicy);
  await deps.authority.change(async (trx) => {
    const now = await findClaim(trx, scope, host);
    if (!now) return;
    const isChanged = proof.ok
      ? await proven(trx, deps, scope, by, now, proof, isReached)
      : await notProven(trx, deps, scope, by, now, proof, policy);
    if (isChanged) await deps.authority.record(trx, { tenantId: tenant.id });
  });
}

async function proven(
  trx: Executor,
  deps: DomainDeps,
  scope: TenantScope,
  by: Doer,
  claim: DomainClaimRow,
  { method }: Proof & { ok: true },
  isReached: boolean,
): Promise<boolean> {
  const nowMs = deps.clock.now();
  const { host } = claim;
  const isActive = isReached || claim.reachedAt !== null;
  if (!(await serveHost(trx, scope, host, isActive, nowMs))) {
    await updateClaim(trx, scope, host, { state: 'failed', reason: 'host_taken', checkedAt: nowMs });
    return false;
  }
  const state = isActive ? 'active' : 'verified';
  if (isActive) await linkToHost(trx, scope, host);
  await updateClaim(trx, scope, host, {
    state,
    method,
    reason: null,
    checkedAt: nowMs,
    verifiedAt: claim.verifiedAt ?? nowMs,
    reachedAt: claim.reachedAt ?? (isReached ? nowMs : null),
    failingSince: null,
  });
  if (state === claim.state) return false;
  await recordAudit(trx, deps, scope, by, {
    action: state === 'active' ? 'domain.activated' : 'domain.verified',
    object: { kind: 'domain', id: host },
    details: { method },
  });
  return true;
}

/** One look that fails may be a name server's bad day; a proof that stays away ends the domain. */
async function notProven(
  trx: Executor,
  deps: DomainDeps,
  scope: TenantScope,
  by: Doer,
  claim: DomainClaimRow,
  { reason }: Proof & { ok: false },
  { failingDaysMax, pendingDaysMax }: { failingDaysMax: number; pendingDaysMax: number },
): Promise<boolean> {
  const nowMs = deps.clock.now();
  const { host, state } = claim;
  const isOver = (sinceMs: EpochMs, days: number) => nowMs - sinceMs > days * dayMs;
  if (state === 'pending' || state === 'failed') {
    if (isOver(claim.createdAt, pendingDaysMax)) await deleteClaim(trx, scope, host);
    else await updateClaim(trx, scope, host, { reason, checkedAt: nowMs });
    return false;
  }
  const failingSince = claim.failingSince ?? nowMs;
  if (!isOver(failingSince, failingDaysMax)) {
    await updateClaim(trx, scope, host, { reason, checkedAt: nowMs, failingSince });
    return false;
  }
  await stopServing(trx, scope, host);
  await updateClaim(trx, scope, host, { state: 'failed', reason, checkedAt: nowMs, failingSince, reachedAt: null });
  await recordAudit(trx, deps, scope, by, {
    action: 'domain.failed',
    object: { kind: 'domain', id: host },
    details: { reason },
  });
  return true;
}

/** Somebody came by this name, so it leads here: within a company's network nothing else could tell. */
export function noteReached(deps: DomainDeps, scope: TenantScope, by: Doer, host: string): Promise<void> {
  return deps.authority.change(async (trx) => {
    const claim = await findClaim(trx, scope, host);
    if (claim?.state !== 'verified') return;
    await linkToHost(trx, scope, host);
    await updateClaim(trx, scope, host, { state: 'active', reachedAt: deps.clock.now() });
    await recordAudit(trx, deps, scope, by, { action: 'domain.activated', object: { kind: 'domain', id: host } });
    await deps.authority.record(trx, { tenantId: scope.tenantId });
  });
}
