import type { OpenAPIHono } from '@hono/zod-openapi';
import { settleRefund } from '../../money/refunds/settle-refund.ts';
import { type ActingFreelancer, requireFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { requireElevation } from '../../platform/auth/require-role.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { onceByKey } from '../../platform/http/idempotency.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import { doerOf } from '../contracts/contract-answers.ts';
import { getOwnContract } from '../contracts/read-contracts.ts';
import { weekMs } from '../time-entries/time-entry.ts';
import { requireMonday } from '../time-entries/week-rules.ts';
import { giveBack } from './adjust-week.ts';
import { answerOwnSummaries, answerOwnTimesheets } from './answer-timesheets.ts';
import { findAdjustment } from './correction-store.ts';
import { concedeDispute } from './decide-week.ts';
import type { TimesheetRouteDeps } from './deps.ts';
import * as definitions from './freelancer-definitions.ts';
import { presentAdjustment } from './present-timesheet.ts';
import { getOwnTimesheet } from './read-timesheets.ts';
import { findTimesheetOfWeek, listTimesheetsOf, type TimesheetPlace } from './store.ts';
import { readTimedContracts } from './timed-contracts.ts';

const contractsMax = 100;

/** The freelancer’s side: weeks, and what is given back of them. */
export function freelancerTimesheetRoutes(deps: TimesheetRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, cursors, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.getOwnWeekRoute, async (c) => {
    const acting = requireFreelancer(c);
    const { week } = c.req.valid('param');
    const weekStartsAt = requireMonday(week);
    const rows = await listTimesheetsOf(db, acting.freelancer, acting.tenant, { weekStartsAt, limit: contractsMax });
    const timesheets = await answerOwnTimesheets(db, deps, rows);
    return c.json(
      {
        week,
        startsAt: isoInstant(weekStartsAt),
        endsAt: isoInstant(weekStartsAt + weekMs),
        minutes: timesheets.reduce((sum, { minutes }) => sum + minutes, 0),
        contracts: await readTimedContracts(db, deps, acting),
        timesheets,
      },
      200,
    );
  });

  routes.openapi(definitions.listOwnTimesheetsRoute, async (c) => {
    const { freelancer, tenant } = requireFreelancer(c);
    const { contractId, state, limit, cursor } = c.req.valid('query');
    const binding = `timesheets ${freelancer.freelancerId} ${tenant?.tenantId} ${contractId} ${state}`;
    const after = cursor ? (cursors.decode(binding, cursor) as TimesheetPlace) : undefined;
    const rows = await listTimesheetsOf(db, freelancer, tenant, { contractId, state, after, limit });
    const last = rows.length === limit ? rows.at(-1) : undefined;
    const nextCursor = last ? cursors.encode(binding, { weekStartsAt: last.weekStartsAt, id: last.id }) : null;
    return c.json({ items: await answerOwnSummaries(db, deps, rows), nextCursor }, 200);
  });

  routes.openapi(definitions.getOwnTimesheetRoute, async (c) => {
    const acting = requireFreelancer(c);
    const { contractId, week } = c.req.valid('param');
    const weekStartsAt = requireMonday(week);
    const contract = await getOwnContract(db, acting, contractId);
    const row = await findTimesheetOfWeek(db, tenantOfFound(acting.freelancer, contract), contractId, weekStartsAt);
    const [timesheet = null] = row ? await answerOwnTimesheets(db, deps, [row]) : [];
    return c.json(timesheet, 200);
  });

  routes.openapi(definitions.ownTimesheetTimelineRoute, async (c) => {
    const acting = requireFreelancer(c);
    const row = await getOwnTimesheet(db, acting, c.req.valid('param').id);
    const scope = tenantOfFound(acting.freelancer, row);
    return c.json({ items: await readTimeline(db, scope, { kind: 'timesheet', id: row.id }, 'freelancer') }, 200);
  });

  routes.openapi(definitions.concedeDisputeRoute, async (c) => {
    const acting = moneyMover(c);
    const { id } = c.req.valid('param');
    const { reason } = c.req.valid('json');
    const { body } = await onceByKey(c, database, acting.person.personId, clock.now(), async (trx) => {
      const { refundId } = await concedeDispute(trx, deps, acting, doerOf(c), id, reason);
      return { status: 200, body: { refundId } };
    });
    const { refundId } = body as { refundId: string | null };
    if (refundId) await settleRefund(deps, refundId);
    const [timesheet] = await answerOwnTimesheets(db, deps, [await getOwnTimesheet(db, acting, id)]);
    return c.json(timesheet!, 200);
  });

  routes.openapi(definitions.giveBackRoute, async (c) => {
    const acting = moneyMover(c);
    const { id } = c.req.valid('param');
    const { body } = await onceByKey(c, database, acting.person.personId, clock.now(), async (trx) => {
      const { adjustment, refundId } = await giveBack(trx, deps, acting, doerOf(c), id, c.req.valid('json'));
      return { status: 201, body: { adjustmentId: adjustment.id, refundId } };
    });
    const { adjustmentId, refundId } = body as { adjustmentId: string; refundId: string };
    await settleRefund(deps, refundId);
    const scope = tenantOfFound(acting.freelancer, await getOwnTimesheet(db, acting, id));
    const row = (await findAdjustment(db, scope, adjustmentId))!;
    return c.json(presentAdjustment(row, await peopleById(db, [row.madeBy])), 201);
  });

  /** @throws 401, 403 */
  function moneyMover(c: HttpContext): ActingFreelancer {
    const acting = requireFreelancer(c);
    requireElevation(acting.person, 'money', clock);
    return acting;
  }

  return routes;
}
