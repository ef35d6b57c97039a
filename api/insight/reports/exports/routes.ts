import type { OpenAPIHono } from '@hono/zod-openapi';
import type { HttpContext, HttpEnv } from '../../../platform/http/environment.ts';
import { notFound } from '../../../platform/http/problem.ts';
import { newRoutes } from '../../../platform/http/routes.ts';
import { recordMove } from '../../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../../platform/moves/require-move.ts';
import { chooseAsOf } from '../as-of.ts';
import { type ReportMember, requirePortalMember, requireReach, requireTeams } from '../grants.ts';
import { presentFilters, resolveFilters } from '../resolve-filters.ts';
import { tenantDefinition } from '../tenant-definition.ts';
import { answerFile } from './answer-file.ts';
import type { ExportDeps } from './deps.ts';
import { exportMoves } from './export.ts';
import { presentExport } from './present-export.ts';
import * as routesOf from './schema.ts';
import { startExport } from './start-export.ts';
import { findExport, listExports, updateExport } from './store.ts';
import type { ReportExportRow } from './table.ts';

const listedMax = 100;

/** Reports as files. One is its maker's alone. */
export function exportRoutes(deps: ExportDeps): OpenAPIHono<HttpEnv> {
  const { database } = deps;
  const routes = newRoutes();

  routes.openapi(routesOf.listExportsRoute, async (c) => {
    const { scope, person } = requirePortalMember(c);
    const rows = await listExports(database.db, scope, person.personId, listedMax);
    return c.json({ items: rows.map(presentExport) }, 200);
  });

  routes.openapi(routesOf.startExportRoute, async (c) => {
    const member = requirePortalMember(c);
    const { scope, person } = member;
    const definition = tenantDefinition(c.req.valid('param').report);
    const { format, filters, asOf } = c.req.valid('json');
    const reach = await requireReach(database.db, member, definition);
    requireTeams(reach, filters.team ?? []);
    const { asOfMs } = await chooseAsOf(deps, asOf);
    const asked = presentFilters(definition, resolveFilters(definition, filters, asOfMs));
    const locale = await localeOf(deps, c, member);
    const doer = { actor: person, requestId: c.get('requestId') };
    const row = await database.transaction((trx) =>
      startExport(trx, deps, scope, doer, {
        personId: person.personId,
        report: definition.slug,
        format,
        filters: asked,
        locale,
        asOfMs,
        deliveryId: null,
      }),
    );
    return c.json(presentExport(row), 202);
  });

  routes.openapi(routesOf.getExportRoute, async (c) => {
    const row = await ownExport(c, c.req.valid('param').id);
    return c.json(presentExport(row), 200);
  });

  routes.openapi(routesOf.cancelExportRoute, async (c) => {
    const { id, state, tenantId: _ } = await ownExport(c, c.req.valid('param').id);
    const { scope, person } = requirePortalMember(c);
    const { to } = requireMove(exportMoves, 'reportExport', 'cancel', state);
    await database.transaction(async (trx) => {
      const change = { state: to, finishedAt: deps.clock.now(), heardAt: null };
      if (!(await updateExport(trx, id, exportMoves.cancel.from, change)))
        throw moveRefused('reportExport', 'cancel', (await findExport(trx, scope, id))!.state);
      const doer = { actor: person, requestId: c.get('requestId') };
      const subject = { kind: 'reportExport', id };
      await recordMove(trx, deps, scope, doer, { subject, move: 'cancel', from: state, to, audience: 'team' });
    });
    return c.json(presentExport((await findExport(database.db, scope, id))!), 200);
  });

  routes.openapi(routesOf.exportFileRoute, async (c) => {
    const row = await ownExport(c, c.req.valid('param').id);
    return answerFile(c, deps, row);
  });

  /** @throws 404 for another person's, also of one tenant; 403 for whoever may no longer open the report */
  async function ownExport(c: HttpContext, id: string): Promise<ReportExportRow> {
    const member = requirePortalMember(c);
    const row = await findExport(database.db, member.scope, id);
    if (row?.personId !== member.person.personId) throw notFound();
    await requireReach(database.db, member, tenantDefinition(row.report));
    return row;
  }

  return routes;
}

/** The reader's language, else the tenant's. */
async function localeOf({ authority, directory }: ExportDeps, c: HttpContext, { person, scope }: ReportMember) {
  const known = await authority.person(person.personId);
  return (
    known?.locale ??
    c.req.header('accept-language')?.slice(0, 2) ??
    (await directory.byId(scope.tenantId))?.locale ??
    'en'
  );
}
