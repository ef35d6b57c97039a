import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import { requireRole } from '../../platform/auth/require-role.ts';
import type { Database } from '../../platform/database/database.ts';
import type { FileLinkDeps } from '../../platform/files/read-attachments.ts';
import { type HttpEnv, requireScope } from '../../platform/http/environment.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { requireFeature } from '../../platform/tenants/require-feature.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { documentValidities } from './compliance-document.ts';
import { complianceDocumentsPolicy, documentReaders } from './policy.ts';
import { presentDocuments } from './read-documents.ts';
import {
  type ComplianceDocumentPage,
  type DocumentQuery,
  listDocumentsRoute,
  listOwnDocumentsRoute,
} from './schema.ts';
import { countDocuments, type DocumentPlace, listDocuments, noEnd, type Owner } from './store.ts';

type DocumentRouteDeps = FileLinkDeps & { database: Database; cursors: Cursors };

export function complianceDocumentRoutes(deps: DocumentRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, cursors, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(listDocumentsRoute, async (c) => {
    requireRole(c, ...documentReaders);
    requireFeature(c, 'procurement');
    const scope = requireScope(c);
    const { freelancer, ...query } = c.req.valid('query');
    return c.json(await page(scope, { tenantId: scope.tenantId, freelancerId: freelancer }, query), 200);
  });

  routes.openapi(listOwnDocumentsRoute, async (c) => {
    const { freelancer, tenant } = requireFreelancer(c);
    const owner = { tenantId: tenant?.tenantId, freelancerId: freelancer.freelancerId };
    return c.json(await page(tenant, owner, c.req.valid('query')), 200);
  });

  return routes;

  async function page(
    scope: TenantScope | undefined,
    owner: Owner,
    { validity, kind, contract, limit, cursor }: DocumentQuery,
  ): Promise<ComplianceDocumentPage> {
    const { soonDays } = await readPolicy(db, scope, complianceDocumentsPolicy);
    const nowMs = clock.now();
    const filter = { kind, contractId: contract, nowMs, soonMs: nowMs + soonDays * dayMs };
    const binding = `compliance-documents ${JSON.stringify([owner, validity, kind, contract])}`;
    const after = cursor === undefined ? undefined : (cursors.decode(binding, cursor) as DocumentPlace);
    const rows = await listDocuments(db, owner, { ...filter, validity }, after, limit + 1);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const counts = [];
    for (const one of documentValidities)
      counts.push({ validity: one, count: await countDocuments(db, owner, { ...filter, validity: one }) });
    return {
      items: await presentDocuments(db, deps, scope, shown),
      nextCursor: last ? cursors.encode(binding, { at: last.validUntil ?? noEnd, id: last.id }) : null,
      counts,
    };
  }
}

const dayMs = 86_400_000;
