import { createMiddleware } from 'hono/factory';
import type { Logger } from 'pino';
import type { HttpEnv } from '../http/environment.ts';
import type { JobRunner } from '../jobs/run-jobs.ts';
import { readPolicy } from '../policies/read-policy.ts';
import { addressOf } from '../tenants/site.ts';
import type { TenantDirectory } from '../tenants/tenant-directory.ts';
import type { DomainDeps } from './change-domains.ts';
import { checkDomain, noteReached } from './check-domain.ts';
import { domainsPolicy } from './policy.ts';
import { listClaimsCheckedBefore } from './store.ts';

const minuteMs = 60_000;
const atOnceMax = 200;
const hostsMax = 5000;

/** Looks at every domain again and again: what is pending may be proven, what was proven may have moved away. */
export function watchDomains(deps: DomainDeps & { jobs: JobRunner; directory: TenantDirectory }): void {
  const { database, clock, jobs, directory } = deps;
  jobs.every({
    kind: 'domains.check',
    everyMs: 5 * minuteMs,
    run: async ({ id }) => {
      const { checkEveryMinutes } = await readPolicy(database.db, undefined, domainsPolicy);
      const due = await listClaimsCheckedBefore(database.db, clock.now() - checkEveryMinutes * minuteMs, atOnceMax);
      for (const { tenantId, host } of due) {
        const tenant = await directory.byId(tenantId);
        if (tenant) await checkDomain(deps, tenant, { actor: { kind: 'clock' }, requestId: id }, host);
      }
    },
  });
}

/** Notes once for each host that somebody reached it. */
export function noteHostsReached(deps: DomainDeps & { log: Logger }) {
  const { site, log } = deps;
  const known = new Set<string>();
  return createMiddleware<HttpEnv>(async (c, next) => {
    await next();
    const { host } = addressOf(c);
    const scope = c.get('scope');
    if (!scope || site.isOwnHost(host) || known.has(host)) return;
    if (known.size > hostsMax) known.clear();
    known.add(host);
    await noteReached(deps, scope, { actor: { kind: 'clock' }, requestId: c.get('requestId') }, host).catch(
      (error: unknown) => log.warn({ err: error, host }, 'a domain was reached and not noted'),
    );
  });
}
