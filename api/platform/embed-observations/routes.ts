import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Identity } from '../auth/identity.ts';
import { requireRole } from '../auth/require-role.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { type HttpContext, type HttpEnv, requireScope } from '../http/environment.ts';
import { notFound, Refusal } from '../http/problem.ts';
import { rateLimit } from '../http/rate-limit.ts';
import { newRoutes } from '../http/routes.ts';
import type { Tenant } from '../tenants/tenant.ts';
import type { Outbound } from '../webhooks/outbound.ts';
import { checkPage } from './check-page.ts';
import { violationsIn } from './csp-report.ts';
import type { EmbedObserver } from './observer.ts';
import { readSessions, readStatus } from './read-status.ts';
import { readUsage, usageAsCsv } from './read-usage.ts';
import * as definitions from './schema.ts';

export type EmbedConsoleDeps = { database: Database; clock: Clock; observer: EmbedObserver; outbound: Outbound } & Pick<
  Identity,
  'site' | 'directory'
>;

const reportCharactersMax = 64 * 1024;
const reportsPerMinute = 60;
const pageChecksPerMinute = 10;

export function embedConsoleRoutes(deps: EmbedConsoleDeps): OpenAPIHono<HttpEnv> {
  const { database, clock, observer, outbound, site, directory } = deps;
  const readers = async (c: HttpContext): Promise<Tenant> => {
    const { tenantId } = requireScope(c);
    requireRole(c, 'owner', 'accountAdmin', 'auditor');
    const tenant = await directory.byId(tenantId);
    if (!tenant) throw notFound();
    // What was just seen belongs to the answer.
    await observer.flush();
    return tenant;
  };
  const fresh = { 'cache-control': 'no-store' };
  const routes = newRoutes();
  routes.use('/v1/embed/csp-reports', rateLimit({ name: 'cspReports', limit: reportsPerMinute, windowSeconds: 60 }));
  routes.use(
    '/v1/tenant/embed/page-checks',
    rateLimit({ name: 'pageChecks', limit: pageChecksPerMinute, windowSeconds: 60 }),
  );

  return routes
    .openapi(definitions.getEmbedStatus, async (c) => {
      const tenant = await readers(c);
      return c.json(await readStatus(database.db, clock, site, tenant), 200, fresh);
    })
    .openapi(definitions.getEmbedUsage, async (c) => {
      await readers(c);
      return c.json(await readUsage(database.db, clock, requireScope(c), c.req.valid('query')), 200, fresh);
    })
    .openapi(definitions.getEmbedUsageFile, async (c) => {
      const { slug } = await readers(c);
      const text = await usageAsCsv(database.db, clock, requireScope(c), c.req.valid('query'));
      return c.body(text, 200, {
        ...fresh,
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${slug}-widgets.csv"`,
      });
    })
    .openapi(definitions.listEmbedSessions, async (c) => {
      await readers(c);
      return c.json({ items: await readSessions(database.db, clock, requireScope(c)) }, 200, fresh);
    })
    .openapi(definitions.postPageCheck, async (c) => {
      requireScope(c);
      requireRole(c, 'owner', 'accountAdmin', 'auditor');
      return c.json(await checkPage(outbound, c.req.valid('json').url), 200, fresh);
    })
    .openapi(definitions.postCspReport, async (c) => {
      const tenant = await directory.byId(requireScope(c).tenantId);
      const text = await c.req.text();
      if (text.length > reportCharactersMax) throw tooLarge();
      for (const violation of violationsIn(JSON.parse(text)))
        if (tenant?.origins.has(violation.origin)) observer.blocked(tenant.id, violation);
      return c.body(null, 204);
    });
}

const tooLarge = () => new Refusal(413, 'body_too_large', 'A report is larger than 64 KiB; it was not kept.');
