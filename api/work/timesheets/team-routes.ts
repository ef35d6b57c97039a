import type { OpenAPIHono } from '@hono/zod-openapi';
import { settlePayment } from '../../money/payments/settle-payment.ts';
import { settleRefund } from '../../money/refunds/settle-refund.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { requireElevation } from '../../platform/auth/require-role.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { revisionEtag } from '../../platform/http/etag.ts';
import { onceByKey } from '../../platform/http/idempotency.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import { doerOf } from '../contracts/contract-answers.ts';
import { requireContractManager, requireContractReader, requireMoneyMover, type WorkMember } from '../grants.ts';
import { requireNotDeclined } from '../milestones/charge-contract.ts';
import { requireMonday } from '../time-entries/week-rules.ts';
import { addToWeek } from './adjust-week.ts';
import { answerSummaries, answerTimesheet } from './answer-timesheets.ts';
import { findAdjustment } from './correction-store.ts';
import { acceptWeek, type Decided, disputeWeek, withdrawDispute } from './decide-week.ts';
import type { TimesheetRouteDeps } from './deps.ts';
import { presentAdjustment } from './present-timesheet.ts';
import { getTimesheet } from './read-timesheets.ts';
import { countReviewable, listTimesheets, type TimesheetPlace } from './store.ts';
import * as definitions from './team-definitions.ts';
import { settlePaid } from './weekly-time-purpose.ts';

/** The client’s side, at the tenant’s address. */
export function teamTimesheetRoutes(deps: TimesheetRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, cursors, clock, processor } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listTimesheetsRoute, async (c) => {
    const { scope, person } = requireContractReader(c, 'timesheetReview.read');
    const { week, state, contractId, limit, cursor } = c.req.valid('query');
    const weekStartsAt = week === undefined ? undefined : requireMonday(week);
    const binding = `timesheets ${scope.tenantId} ${week} ${state} ${contractId}`;
    const after = cursor ? (cursors.decode(binding, cursor) as TimesheetPlace) : undefined;
    const rows = await listTimesheets(db, scope, { weekStartsAt, state, contractId, after, limit });
    const last = rows.length === limit ? rows.at(-1) : undefined;
    const nextCursor = last ? cursors.encode(binding, { weekStartsAt: last.weekStartsAt, id: last.id }) : null;
    const items = await answerSummaries(db, deps, scope, person, rows);
    return c.json(
      { items, nextCursor, reviewable: await countReviewable(db, scope), isSandbox: processor.isSandbox },
      200,
    );
  });

  routes.openapi(definitions.getTimesheetRoute, async (c) => {
    const member = requireContractReader(c, 'timesheetReview.read');
    return c.json(...(await answer(member, c.req.valid('param').id)));
  });

  routes.openapi(definitions.timesheetTimelineRoute, async (c) => {
    const { scope } = requireContractReader(c, 'timesheetReview.read');
    const { id } = await getTimesheet(db, scope, c.req.valid('param').id);
    return c.json({ items: await readTimeline(db, scope, { kind: 'timesheet', id }, 'team') }, 200);
  });

  routes.openapi(definitions.acceptTimesheetRoute, async (c) => {
    const member = requireContractManager(c, 'timesheetReview.decide');
    requireElevation(member.person, 'money', clock);
    const { id } = c.req.valid('param');
    return decided(c, member, id, (trx) => acceptWeek(trx, deps, member.scope, doerOf(c), id));
  });

  routes.openapi(definitions.disputeTimesheetRoute, async (c) => {
    // It only freezes: no money leaves, so nobody has to confirm who they are.
    const member = requireContractManager(c, 'timesheetReview.decide');
    const { id } = c.req.valid('param');
    return decided(c, member, id, (trx) => disputeWeek(trx, deps, member.scope, doerOf(c), id, c.req.valid('json')));
  });

  routes.openapi(definitions.withdrawDisputeRoute, async (c) => {
    const member = requireContractManager(c, 'timesheetReview.decide');
    requireElevation(member.person, 'money', clock);
    const { id } = c.req.valid('param');
    const { reason } = c.req.valid('json');
    return decided(c, member, id, (trx) => withdrawDispute(trx, deps, member.scope, doerOf(c), id, reason));
  });

  routes.openapi(definitions.addToTimesheetRoute, async (c) => {
    const { scope, person } = requireMoneyMover(c, 'timesheetReview.decide');
    requireElevation(person, 'money', clock);
    const { id } = c.req.valid('param');
    const { amount, reason, source } = c.req.valid('json');
    const { body } = await onceByKey(c, database, ownerOf({ scope, person }), clock.now(), async (trx) => {
      const { adjustmentId, payment } = await addToWeek(trx, deps, scope, doerOf(c), id, { amount, reason, source });
      return { status: 201, body: { adjustmentId, paymentId: payment.id } };
    });
    const { adjustmentId, paymentId } = body as { adjustmentId: string; paymentId: string };
    requireNotDeclined(await settlePayment(deps, paymentId));
    await settlePaid(deps, paymentId);
    const row = (await findAdjustment(db, scope, adjustmentId))!;
    return c.json(presentAdjustment(row, await peopleById(db, [row.madeBy])), 201);
  });

  /** Once a key; a refund that came of it is asked for when it is committed. */
  async function decided(c: HttpContext, member: WorkMember, id: string, decide: (trx: Executor) => Promise<Decided>) {
    const { body } = await onceByKey(c, database, ownerOf(member), clock.now(), async (trx) => {
      const { refundId } = await decide(trx);
      return { status: 200, body: { refundId } };
    });
    const { refundId } = body as { refundId: string | null };
    if (refundId) await settleRefund(deps, refundId);
    return c.json(...(await answer(member, id)));
  }

  async function answer({ scope, person }: WorkMember, id: string) {
    const row = await getTimesheet(db, scope, id);
    const timesheet = await answerTimesheet(db, deps, scope, person, row);
    return [timesheet, 200, { etag: revisionEtag(row.id, row.revision) }] as const;
  }

  return routes;
}

const ownerOf = ({ scope, person }: WorkMember) => `${scope.tenantId} ${person.personId}`;
