import { randomBytes } from 'node:crypto';
import { type Doer, recordAudit } from '../audit/record-audit.ts';
import type { Authority } from '../auth/authority.ts';
import type { Clock, NewId } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { conflict, notFound, unprocessable } from '../http/problem.ts';
import { readPolicy } from '../policies/read-policy.ts';
import { listServedHosts, makeHostPrimary, stopServing, tenantIdServedAt } from '../tenants/served-hosts.ts';
import type { Site } from '../tenants/site.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import type { Outbound } from '../webhooks/outbound.ts';
import { type HostRefusal, hostOf } from './domain.ts';
import type { Resolver } from './look-for-proof.ts';
import { domainsPolicy } from './policy.ts';
import { deleteClaim, findClaim, insertClaim, listClaims } from './store.ts';

export type DomainDeps = {
  database: Database;
  clock: Clock;
  newId: NewId;
  authority: Authority;
  site: Site;
  resolver: Resolver;
  outbound: Outbound;
};

const sentences: Readonly<Record<HostRefusal, string>> = {
  not_a_host: 'This is no host name. Give one such as talent.acme.example.',
  has_port: 'Leave the port out: browsers come to the usual one, and your proxy passes them on.',
  wildcard: 'A domain is one exact name; add each one you need.',
  an_address: 'Certificates and cookies need a name, not a number. Give a host name.',
  one_label: 'Give the whole name, as talent.acme.example.',
  local_only: 'Names under .localhost lead to each visitor’s own machine. Give a public name.',
};

/** @throws 422 by the name of what is wrong with the host, 409 host_taken | domain_added_before | domains_max */
export async function claimDomain(deps: DomainDeps, scope: TenantScope, by: Doer, typed: string): Promise<string> {
  const { database, clock, site } = deps;
  const judged = hostOf(typed, site.isLocal);
  if (!judged.ok) throw refusal(judged.reason, sentences[judged.reason]);
  const { host } = judged;
  if (site.isOwnHost(host))
    throw refusal('installation_host', 'This is the installation’s own address. Choose another name.');
  const { perTenantMax } = await readPolicy(database.db, undefined, domainsPolicy);
  await database.transaction(async (trx) => {
    const holder = await tenantIdServedAt(trx, host);
    if (holder !== undefined && holder !== scope.tenantId)
      throw conflict('host_taken', 'Another company proved that this name is theirs. It was not added.');
    if (holder !== undefined || (await findClaim(trx, scope, host)))
      throw conflict('domain_added_before', 'This domain is on your list already.');
    const [claims, served] = await Promise.all([listClaims(trx, scope), listServedHosts(trx, scope)]);
    if (new Set([...claims, ...served].map((one) => one.host)).size >= perTenantMax)
      throw conflict('domains_max', `There are ${perTenantMax} domains already. Remove one first.`);
    await insertClaim(trx, scope, {
      host,
      token: randomBytes(18).toString('base64url'),
      state: 'pending',
      method: null,
      reason: null,
      createdBy: by.actor.kind === 'person' ? by.actor.personId : '',
      createdAt: clock.now(),
      checkedAt: null,
      verifiedAt: null,
      reachedAt: null,
      failingSince: null,
    });
    await recordAudit(trx, deps, scope, by, { action: 'domain.added', object: { kind: 'domain', id: host } });
  });
  return host;
}

/** Its pages, widgets and sign-ins stop at once; every node hears of it within half a second. */
export function removeDomain(deps: DomainDeps, scope: TenantScope, by: Doer, host: string): Promise<void> {
  return deps.authority.change(async (trx) => {
    const wasServed = await stopServing(trx, scope, host);
    const wasClaimed = await deleteClaim(trx, scope, host);
    if (!wasServed && !wasClaimed) throw notFound();
    await recordAudit(trx, deps, scope, by, {
      action: 'domain.removed',
      object: { kind: 'domain', id: host },
      details: { wasServed },
    });
    await deps.authority.record(trx, { tenantId: scope.tenantId });
  });
}

/** @throws 409 domain_not_active */
export function choosePrimary(deps: DomainDeps, scope: TenantScope, by: Doer, host: string): Promise<void> {
  return deps.authority.change(async (trx) => {
    const served = await listServedHosts(trx, scope);
    if (!served.some((row) => row.host === host) && !(await findClaim(trx, scope, host))) throw notFound();
    if (!(await makeHostPrimary(trx, scope, host)))
      throw conflict('domain_not_active', 'Nobody was seen to reach this domain yet. Set up the proxy, then check it.');
    await recordAudit(trx, deps, scope, by, {
      action: 'domain.madePrimary',
      object: { kind: 'domain', id: host },
      details: { before: served.find(({ isPrimary }) => isPrimary === 1)?.host ?? null },
    });
    await deps.authority.record(trx, { tenantId: scope.tenantId });
  });
}

function refusal(code: string, message: string) {
  return unprocessable(code, `The domain was not added. ${message}`, [{ pointer: '/host', code, message }]);
}
