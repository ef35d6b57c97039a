import type { OpenAPIHono } from '@hono/zod-openapi';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { hasRole } from '../../../platform/auth/actor.ts';
import type { HttpContext, HttpEnv } from '../../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../../platform/http/etag.ts';
import { notFound } from '../../../platform/http/problem.ts';
import { newRoutes } from '../../../platform/http/routes.ts';
import { answerFile } from '../exports/answer-file.ts';
import { findAnyExport } from '../exports/store.ts';
import { requirePortalMember, requireReach, requireTeams } from '../grants.ts';
import { tenantDefinition } from '../tenant-definition.ts';
import type { ScheduleDeps } from './deps.ts';
import { beginDelivery } from './due-deliveries.ts';
import { isFileLinkValid } from './file-link.ts';
import { changeSchedule, makeSchedule, moveSchedule } from './keep-schedule.ts';
import { presentDelivery, presentSchedules } from './present-schedule.ts';
import * as routesOf from './schema.ts';
import * as store from './store.ts';
import type { ReportScheduleRow } from './table.ts';

const deliveriesListed = 50;
/** May let anybody's rest and remove it; what it reads stays its owner's. */
const overseers = ['owner', 'accountAdmin'] as const;

/** Reports that come by themselves. What one reads is what its owner may read when it is made. */
export function scheduleRoutes(deps: ScheduleDeps): OpenAPIHono<HttpEnv> {
  const { database } = deps;
  const routes = newRoutes();

  routes.openapi(routesOf.listSchedulesRoute, async (c) => {
    const { scope, person } = requirePortalMember(c);
    const all = hasRole(person, ...overseers) ? null : person.personId;
    const rows = await store.listSchedules(database.db, scope, all);
    return c.json({ items: await presentSchedules(database.db, scope, person, rows) }, 200);
  });

  routes.openapi(routesOf.makeScheduleRoute, async (c) => {
    const member = requirePortalMember(c);
    const { scope, person } = member;
    const { report, ...fields } = c.req.valid('json');
    const reach = await requireReach(database.db, member, tenantDefinition(report));
    requireTeams(reach, fields.filters.team ?? []);
    const { row, signingSecret } = await database.transaction((trx) =>
      makeSchedule(trx, deps, scope, doerOf(c), { ...fields, report, personId: person.personId }),
    );
    return c.json(await presentOne(c, row, signingSecret), 201);
  });

  routes.openapi(routesOf.getScheduleRoute, async (c) => {
    return c.json(await presentOne(c, await seen(c, c.req.valid('param').id)), 200);
  });

  routes.openapi(routesOf.changeScheduleRoute, async (c) => {
    const row = await own(c, c.req.valid('param').id);
    requireIfMatch(c, revisionEtag(row.id, row.revision));
    const member = requirePortalMember(c);
    const fields = c.req.valid('json');
    const reach = await requireReach(database.db, member, tenantDefinition(row.report));
    requireTeams(reach, fields.filters.team ?? []);
    const kept = await database.transaction((trx) => changeSchedule(trx, deps, member.scope, doerOf(c), row, fields));
    return c.json(await presentOne(c, kept.row, kept.signingSecret), 200);
  });

  routes.openapi(routesOf.removeScheduleRoute, async (c) => {
    const row = await seen(c, c.req.valid('param').id);
    const { scope } = requirePortalMember(c);
    await database.transaction(async (trx) => {
      await store.deleteSchedule(trx, scope, row.id);
      const object = { kind: 'reportSchedule', id: row.id };
      await recordAudit(trx, deps, scope, doerOf(c), { action: 'reportSchedule.remove', object });
    });
    return c.body(null, 204);
  });

  routes.openapi(routesOf.pauseScheduleRoute, async (c) => {
    return c.json(await move(c, await seen(c, c.req.valid('param').id), 'pause'), 200);
  });

  routes.openapi(routesOf.resumeScheduleRoute, async (c) => {
    const row = await own(c, c.req.valid('param').id);
    await requireReach(database.db, requirePortalMember(c), tenantDefinition(row.report));
    return c.json(await move(c, row, 'resume'), 200);
  });

  routes.openapi(routesOf.testScheduleRoute, async (c) => {
    const row = await own(c, c.req.valid('param').id);
    await requireReach(database.db, requirePortalMember(c), tenantDefinition(row.report));
    const dueAt = deps.clock.now();
    const delivery = await database.transaction((trx) =>
      beginDelivery(trx, deps, row, doerOf(c), { dueAt, isTest: true }),
    );
    const [last] = await store.listDeliveries(database.db, [row.id], 1);
    return c.json(presentDelivery(delivery ?? last!), 202);
  });

  routes.openapi(routesOf.listDeliveriesRoute, async (c) => {
    const row = await seen(c, c.req.valid('param').id);
    const rows = await store.listDeliveries(database.db, [row.id], deliveriesListed);
    return c.json({ items: rows.map(presentDelivery) }, 200);
  });

  routes.openapi(routesOf.deliveryFileRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { until, signature } = c.req.valid('query');
    if (!isFileLinkValid(deps, id, until, signature)) throw notFound();
    const delivery = await store.findDelivery(database.db, id);
    const made = delivery?.exportId ? await findAnyExport(database.db, delivery.exportId) : undefined;
    if (!made) throw notFound();
    return answerFile(c, deps, made);
  });

  async function move(c: HttpContext, row: ReportScheduleRow, name: 'pause' | 'resume') {
    const { scope } = requirePortalMember(c);
    await database.transaction((trx) => moveSchedule(trx, deps, scope, doerOf(c), row, name));
    return presentOne(c, (await store.findSchedule(database.db, scope, row.id))!);
  }

  async function presentOne(c: HttpContext, row: ReportScheduleRow, signingSecret: string | null = null) {
    const { scope, person } = requirePortalMember(c);
    return (await presentSchedules(database.db, scope, person, [row], signingSecret))[0]!;
  }

  /** One's own, or anybody's for an overseer. @throws 404 */
  async function seen(c: HttpContext, id: string): Promise<ReportScheduleRow> {
    const { scope, person } = requirePortalMember(c);
    const row = await store.findSchedule(database.db, scope, id);
    if (!row || (row.personId !== person.personId && !hasRole(person, ...overseers))) throw notFound();
    return row;
  }

  /** @throws 404 */
  async function own(c: HttpContext, id: string): Promise<ReportScheduleRow> {
    const row = await seen(c, id);
    if (row.personId !== requirePortalMember(c).person.personId) throw notFound();
    return row;
  }

  return routes;
}

function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}
