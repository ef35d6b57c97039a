import type { OpenAPIHono } from '@hono/zod-openapi';
import { type ActingFreelancer, requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { onceIfKeyed } from '../../platform/http/idempotency.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { doerOf } from '../contracts/contract-answers.ts';
import { answerOwnTimesheets } from '../timesheets/answer-timesheets.ts';
import type { TimeRouteDeps } from '../timesheets/deps.ts';
import { getOwnTimesheet } from '../timesheets/read-timesheets.ts';
import { changeTime, deleteTime, getOwnEntry } from './change-time.ts';
import * as definitions from './schema.ts';
import { enterTime } from './write-time.ts';

/** Time by hand: entered, changed and deleted by whoever worked it. */
export function timeEntryRoutes(deps: TimeRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.enterTimeRoute, async (c) => {
    const acting = requireFreelancer(c);
    const { body } = await onceIfKeyed(c, database, acting.person.personId, clock.now(), async (trx) => {
      const { id, timesheetId } = await enterTime(trx, deps, acting, doerOf(c), c.req.valid('json'));
      return { status: 201, body: { id, timesheetId } };
    });
    const { id, timesheetId } = body as { id: string; timesheetId: string };
    const written = await answer(acting, timesheetId, id);
    return c.json(written, 201, written.entry ? { etag: written.entry.etag } : {});
  });

  routes.openapi(definitions.changeTimeRoute, async (c) => {
    const acting = requireFreelancer(c);
    const { id } = c.req.valid('param');
    const { timesheetId } = await database.transaction(async (trx) => {
      const entry = await getOwnEntry(trx, acting, id);
      requireIfMatch(c, revisionEtag(entry.id, entry.revision));
      return changeTime(trx, deps, acting, doerOf(c), entry, c.req.valid('json'));
    });
    const written = await answer(acting, timesheetId, id);
    return c.json(written, 200, written.entry ? { etag: written.entry.etag } : {});
  });

  routes.openapi(definitions.deleteTimeRoute, async (c) => {
    const acting = requireFreelancer(c);
    const entry = await database.transaction(async (trx) => {
      const found = await getOwnEntry(trx, acting, c.req.valid('param').id);
      requireIfMatch(c, revisionEtag(found.id, found.revision));
      await deleteTime(trx, deps, acting, doerOf(c), found);
      return found;
    });
    return c.json(await answer(acting, entry.timesheetId, null), 200);
  });

  async function answer(acting: ActingFreelancer, timesheetId: string, entryId: string | null) {
    const row = await getOwnTimesheet(db, { ...acting, tenant: undefined }, timesheetId);
    const [timesheet] = await answerOwnTimesheets(db, deps, [row]);
    return { entry: timesheet!.entries.find(({ id }) => id === entryId) ?? null, timesheet: timesheet! };
  }

  return routes;
}
