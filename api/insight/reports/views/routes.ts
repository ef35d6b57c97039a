import type { OpenAPIHono } from '@hono/zod-openapi';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { peopleById } from '../../../platform/auth/people.ts';
import { isoInstant } from '../../../platform/clock/clock.ts';
import type { Executor } from '../../../platform/database/database.ts';
import { keepDiscarded, takeDiscarded } from '../../../platform/discarded/keep-discarded.ts';
import type { HttpContext, HttpEnv } from '../../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../../platform/http/etag.ts';
import { conflict, notFound } from '../../../platform/http/problem.ts';
import { newRoutes } from '../../../platform/http/routes.ts';
import { reachOf, requirePortalMember, requireReach } from '../grants.ts';
import type { ReportDeps } from '../report-deps.ts';
import { resolveFilters } from '../resolve-filters.ts';
import { tenantDefinition } from '../tenant-definition.ts';
import * as routesOf from './schema.ts';
import * as store from './store.ts';
import type { ReportViewRow } from './table.ts';

/** Filters saved under a name. What they open is decided when they are used: by whoever uses them. */
export function viewRoutes(deps: Pick<ReportDeps, 'database' | 'clock' | 'newId'>): OpenAPIHono<HttpEnv> {
  const { database, clock, newId } = deps;
  const routes = newRoutes();

  routes.openapi(routesOf.listViewsRoute, async (c) => {
    const { scope, person } = requirePortalMember(c);
    const rows = await store.listViews(database.db, scope, person.personId, c.req.valid('query').report);
    const seen: ReportViewRow[] = [];
    for (const row of rows) if (await reachOf(database.db, scope, person, tenantDefinition(row.report))) seen.push(row);
    return c.json({ items: await presentViews(database.db, person.personId, seen) }, 200);
  });

  routes.openapi(routesOf.saveViewRoute, async (c) => {
    const member = requirePortalMember(c);
    const { scope, person } = member;
    const { report, name, filters, isShared } = c.req.valid('json');
    const definition = tenantDefinition(report);
    await requireReach(database.db, member, definition);
    resolveFilters(definition, filters, clock.now());
    const nowMs = clock.now();
    const row: ReportViewRow = {
      id: newId('rv'),
      tenantId: scope.tenantId,
      personId: person.personId,
      report,
      name,
      filters: JSON.stringify(filters),
      isShared: isShared ? 1 : 0,
      revision: 1,
      createdAt: nowMs,
      updatedAt: nowMs,
    };
    await database.transaction(async (trx) => {
      if (!(await store.insertView(trx, row))) throw nameTaken(name);
      await audit(trx, c, row, 'reportView.save');
    });
    return c.json(await present(row, person.personId), 201);
  });

  routes.openapi(routesOf.changeViewRoute, async (c) => {
    const row = await ownView(c, c.req.valid('param').id);
    requireIfMatch(c, revisionEtag(row.id, row.revision));
    const { name, filters, isShared } = c.req.valid('json');
    resolveFilters(tenantDefinition(row.report), filters, clock.now());
    const change = {
      name,
      filters: JSON.stringify(filters),
      isShared: isShared ? 1 : 0,
      updatedAt: clock.now(),
    } as const;
    await database.transaction(async (trx) => {
      if (await store.hasNamesake(trx, { ...row, name })) throw nameTaken(name);
      if (!(await store.updateView(trx, row, change))) throw changedMeanwhile();
      await audit(trx, c, row, 'reportView.change');
    });
    return c.json(await present({ ...row, ...change, revision: row.revision + 1 }, row.personId), 200);
  });

  routes.openapi(routesOf.removeViewRoute, async (c) => {
    const row = await ownView(c, c.req.valid('param').id);
    const { scope } = requirePortalMember(c);
    await database.transaction(async (trx) => {
      await keepDiscarded(trx, deps, { scope, personId: row.personId }, { kind: discardedKind, id: row.id }, row);
      await store.deleteView(trx, scope, row.id);
      await audit(trx, c, row, 'reportView.remove');
    });
    return c.body(null, 204);
  });

  routes.openapi(routesOf.restoreViewRoute, async (c) => {
    const { scope, person } = requirePortalMember(c);
    const { id } = c.req.valid('param');
    const row = await database.transaction(async (trx) => {
      const discarder = { scope, personId: person.personId };
      const taken = await takeDiscarded<ReportViewRow>(trx, discarder, { kind: discardedKind, id });
      if (!(await store.insertView(trx, taken))) throw nameTaken(taken.name);
      await audit(trx, c, taken, 'reportView.restore');
      return taken;
    });
    return c.json(await present(row, person.personId), 200);
  });

  /** @throws 404 also for what another shares: it is theirs to change */
  async function ownView(c: HttpContext, id: string): Promise<ReportViewRow> {
    const { scope, person } = requirePortalMember(c);
    const row = await store.findView(database.db, scope, id);
    if (row?.personId !== person.personId) throw notFound();
    return row;
  }

  async function present(row: ReportViewRow, personId: string): Promise<routesOf.ReportView> {
    return (await presentViews(database.db, personId, [row]))[0]!;
  }

  function audit(trx: Executor, c: HttpContext, { id, report, name }: ReportViewRow, action: string): Promise<void> {
    const { scope, person } = requirePortalMember(c);
    const doer = { actor: person, requestId: c.get('requestId') };
    return recordAudit(trx, deps, scope, doer, {
      action,
      object: { kind: 'reportView', id },
      details: { report, name },
    });
  }

  return routes;
}

async function presentViews(
  db: Executor,
  personId: string,
  rows: readonly ReportViewRow[],
): Promise<routesOf.ReportView[]> {
  const people = await peopleById(
    db,
    rows.map((row) => row.personId),
  );
  return rows.map(({ id, report, name, filters, isShared, revision, updatedAt, ...row }) => {
    const asked: routesOf.ReportView['filters'] = JSON.parse(filters);
    const query = new URLSearchParams(
      Object.entries(asked).flatMap(([key, value]) => [value].flat().map((one) => [key, String(one)])),
    );
    return {
      id,
      report,
      name,
      filters: asked,
      isShared: isShared === 1,
      isOwn: row.personId === personId,
      owner: { id: row.personId, name: people.get(row.personId)?.name ?? '' },
      etag: revisionEtag(id, revision),
      link: `/reports/${report}?${query}`,
      updatedAt: isoInstant(updatedAt),
    };
  });
}

const discardedKind = 'reportView';
const nameTaken = (name: string) =>
  conflict('view_name_taken', `You have a view “${name}” of this report; nothing was saved. Choose another name.`);
const changedMeanwhile = () =>
  conflict('view_changed', 'This view was changed at the same moment; nothing was saved. Read it again.');
