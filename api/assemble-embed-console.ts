import { Resolver as NameServers } from 'node:dns/promises';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { Deps } from './deps.ts';
import type { Identity } from './platform/auth/identity.ts';
import { domainRoutes } from './platform/domains/routes.ts';
import { noteHostsReached, watchDomains } from './platform/domains/watch-domains.ts';
import { forgetOldObservations } from './platform/embed-observations/forget-old-observations.ts';
import { observeLoader, observeRequests } from './platform/embed-observations/observe-requests.ts';
import { createEmbedObserver } from './platform/embed-observations/observer.ts';
import { embedConsoleRoutes } from './platform/embed-observations/routes.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import { whyKeyIsRefused } from './platform/tenants/api-keys.ts';
import { tenantScope } from './platform/tenants/tenant-scope.ts';
import { createOutbound } from './platform/webhooks/outbound.ts';

export type EmbedConsole = {
  routes: readonly OpenAPIHono<HttpEnv>[];
  /** Before those that say who asks: what they refuse is looked at too. */
  onRequests: readonly MiddlewareHandler<HttpEnv>[];
  onFiles: MiddlewareHandler<HttpEnv>;
  watch(): void;
  /** Before the database is closed. */
  settled(): Promise<void>;
};

/** What tenants see and set up of their embedding and of their own domains. */
export function assembleEmbedConsole(assembled: Deps & Identity): EmbedConsole {
  const outbound = assembled.outbound ?? createOutbound();
  const resolver = assembled.resolver ?? new NameServers({ timeout: 4000, tries: 2 });
  const observer = createEmbedObserver(assembled);
  const deps = { ...assembled, outbound, resolver, observer };
  const seeing = {
    ...deps,
    whyKeyIsRefused: (tenantId: string, key: string) =>
      whyKeyIsRefused(deps.database.db, deps.clock, tenantScope(tenantId), key),
  };
  return {
    routes: [embedConsoleRoutes(deps), domainRoutes(deps)],
    onRequests: [observeRequests(seeing), noteHostsReached(deps)],
    onFiles: observeLoader(seeing),
    watch() {
      forgetOldObservations(deps);
      watchDomains(deps);
    },
    settled: () => observer.flush(),
  };
}
