import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { askEntries, askPage } from './ask-report.ts';
import type { TenantReport } from './definition.ts';
import { definitions } from './definitions.ts';
import { earnings as ownEarnings } from './earnings/earnings-report.ts';
import { type OwnFileDeps, ownEarningsFile } from './earnings/own-file.ts';
import type { ReportFilters } from './filters-schema.ts';
import { reachOf, requireReach, requireReportMember, requireTeams } from './grants.ts';
import type { Audience } from './question.ts';
import { type ReportSlug, reports } from './report.ts';
import * as routesOf from './schema.ts';
import { tenantDefinition } from './tenant-definition.ts';

/** Reports on screen and what is behind their figures. */
export function reportRoutes(deps: OwnFileDeps): OpenAPIHono<HttpEnv> {
  const { db } = deps.database;
  const routes = newRoutes();

  routes.openapi(routesOf.catalogueRoute, async (c) => {
    const { scope, person } = requireReportMember(c);
    const items: routesOf.ReportOffer[] = [];
    for (const definition of definitions.values()) {
      if (definition.audience !== 'tenant') continue;
      const reach = await reachOf(db, scope, person, definition);
      if (reach !== undefined) items.push(offerOf(definition, reach === 'all' ? null : [...reach]));
    }
    return c.json({ items }, 200);
  });

  routes.openapi(routesOf.reportRoute, async (c) => {
    const { limit, cursor, asOf, ...filters } = c.req.valid('query');
    const { definition, audience } = await openTo(c, c.req.valid('param').report, filters);
    const page = await askPage(deps, definition, audience, { filters, asOf, paging: { limit, cursor } });
    return c.json(page, 200, { 'cache-control': 'no-store' });
  });

  routes.openapi(routesOf.entriesRoute, async (c) => {
    const { limit, cursor, asOf, row, column, ...filters } = c.req.valid('query');
    const { definition, audience } = await openTo(c, c.req.valid('param').report, filters);
    const asked = { filters, asOf, row, column, paging: { limit, cursor } };
    return c.json(await askEntries(deps, definition, audience, asked), 200, { 'cache-control': 'no-store' });
  });

  routes.openapi(routesOf.ownEarningsRoute, async (c) => {
    const { freelancerId } = requireFreelancer(c).freelancer;
    const { limit, cursor, asOf, ...filters } = c.req.valid('query');
    const audience = { kind: 'freelancer', freelancerId } as const;
    const page = await askPage(deps, ownEarnings, audience, { filters, asOf, paging: { limit, cursor } });
    return c.json(page, 200, { 'cache-control': 'no-store' });
  });

  routes.openapi(routesOf.ownEntriesRoute, async (c) => {
    const { freelancerId } = requireFreelancer(c).freelancer;
    const { limit, cursor, asOf, row, column, ...filters } = c.req.valid('query');
    const audience = { kind: 'freelancer', freelancerId } as const;
    const asked = { filters, asOf, row, column, paging: { limit, cursor } };
    return c.json(await askEntries(deps, ownEarnings, audience, asked), 200, { 'cache-control': 'no-store' });
  });

  routes.openapi(routesOf.ownEarningsFileRoute, async (c) => {
    const { freelancer, person } = requireFreelancer(c);
    const { format, asOf, ...filters } = c.req.valid('query');
    const owner = { freelancerId: freelancer.freelancerId, personId: person.personId };
    const file = await ownEarningsFile(deps, owner, { format, asOf, filters });
    return c.body(file.bytes, 200, file.headers);
  });

  /** @throws 401, 403 report_not_yours, team_not_yours, 404 */
  async function openTo(c: HttpContext, slug: ReportSlug, { team = [] }: ReportFilters) {
    const member = requireReportMember(c);
    const definition = tenantDefinition(slug);
    const reach = await requireReach(db, member, definition);
    requireTeams(reach, team);
    const audience: Audience = { kind: 'tenant', tenantId: member.scope.tenantId, reach };
    return { definition, audience };
  }

  return routes;
}

function offerOf(definition: TenantReport, teams: string[] | null): routesOf.ReportOffer {
  const { slug, filters, groupBys = [], granularities = [], statuses = [], columns } = definition;
  return {
    id: reports[slug],
    slug,
    filters: [...filters],
    groupBys: [...groupBys],
    granularities: [...granularities],
    statuses: [...statuses],
    columns: [...columns],
    teams,
  };
}
