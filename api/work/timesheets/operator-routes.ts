import type { OpenAPIHono } from '@hono/zod-openapi';
import { money } from '../../money/money.ts';
import { settleRefund } from '../../money/refunds/settle-refund.ts';
import { isOperator, type Person } from '../../platform/auth/actor.ts';
import { requireElevation } from '../../platform/auth/require-role.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import { type HttpContext, type HttpEnv, requirePerson } from '../../platform/http/environment.ts';
import { onceByKey } from '../../platform/http/idempotency.ts';
import { forbidden, notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { doerOf } from '../contracts/contract-answers.ts';
import { minutesOf, weekName } from '../time-entries/time-entry.ts';
import { decideDispute } from './decide-week.ts';
import type { TimesheetRouteDeps } from './deps.ts';
import { findTimesheetAnywhere, listDisputedTimesheets } from './store.ts';
import * as definitions from './team-definitions.ts';
import { readWeekFacts } from './week-facts.ts';

const disputesMax = 100;

/** The mediator’s desk: disputed hours, segment by segment. */
export function operatorTimesheetRoutes(deps: TimesheetRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listDisputedRoute, async (c) => {
    requireMediator(c);
    const weeks = await readWeekFacts(db, await listDisputedTimesheets(db, disputesMax));
    const items = weeks.flatMap(({ row, segments, dispute }) => {
      if (!dispute) return [];
      const disputed = segments.filter(({ isDisputed }) => isDisputed === 1);
      return [
        {
          timesheetId: row.id,
          tenantId: row.tenantId,
          contractId: row.contractId,
          week: weekName(row.weekStartsAt),
          reason: dispute.reason,
          minutes: minutesOf(disputed.length),
          amount: money(dispute.amountMinor, dispute.currency),
          protectedMinutes: minutesOf(disputed.filter(({ gaps }) => gaps.length === 0).length),
          segments: disputed.map(({ id, startsAt, gaps, memo }) => ({
            id,
            startsAt: isoInstant(startsAt),
            gaps,
            memo,
          })),
          disputedAt: isoInstant(dispute.disputedAt),
        },
      ];
    });
    return c.json({ items }, 200);
  });

  routes.openapi(definitions.decideDisputeRoute, async (c) => {
    const person = requireMediator(c);
    requireElevation(person, 'money', clock);
    const { id } = c.req.valid('param');
    const { body } = await onceByKey(c, database, person.personId, clock.now(), async (trx) => {
      const row = await findTimesheetAnywhere(trx, id);
      if (!row) throw notFound();
      const { refundId } = await decideDispute(
        trx,
        deps,
        tenantScope(row.tenantId),
        doerOf(c),
        row,
        c.req.valid('json'),
      );
      return { status: 200, body: { refundId } };
    });
    const { refundId } = body as { refundId: string | null };
    if (refundId) await settleRefund(deps, refundId);
    const { state } = (await findTimesheetAnywhere(db, id))!;
    return c.json({ timesheetId: id, state }, 200);
  });

  return routes;
}

/** @throws 401, 403 */
function requireMediator(c: HttpContext): Person {
  const person = requirePerson(c);
  if (!isOperator(person, 'mediator')) throw forbidden('Only a mediator of this installation decides disputes.');
  return person;
}
