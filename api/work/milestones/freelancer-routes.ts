import type { OpenAPIHono } from '@hono/zod-openapi';
import { settleRefund } from '../../money/refunds/settle-refund.ts';
import { type ActingFreelancer, requireFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import { requireElevation } from '../../platform/auth/require-role.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { revisionEtag } from '../../platform/http/etag.ts';
import { onceByKey } from '../../platform/http/idempotency.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import { doerOf } from '../contracts/contract-answers.ts';
import { getOwnContract } from '../contracts/read-contracts.ts';
import { answerMilestones, answerPlan } from './answer-milestones.ts';
import * as definitions from './freelancer-definitions.ts';
import { quoteRefund } from './quote-milestone.ts';
import { getOwnMilestone } from './read-milestones.ts';
import { agreeRefund, giveBack, refuseRefund } from './refund-milestone.ts';
import type { Milestone } from './schema.ts';
import { submitWork } from './submit-work.ts';
import type { MilestoneRouteDeps } from './team-routes.ts';

/** The freelancer’s side: handing in, and giving back. */
export function freelancerMilestoneRoutes(deps: MilestoneRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, clock, processor } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listMyMilestonesRoute, async (c) => {
    const acting = requireFreelancer(c);
    const contract = await getOwnContract(db, acting, c.req.valid('param').id);
    const scope = tenantOfFound(acting.freelancer, contract);
    return c.json(await answerPlan(db, deps, scope, contract, 'freelancer'), 200);
  });

  routes.openapi(definitions.getMyMilestoneRoute, async (c) => {
    const { milestone, etag } = await answer(requireFreelancer(c), c.req.valid('param').id);
    return c.json(milestone, 200, { etag });
  });

  routes.openapi(definitions.myMilestoneTimelineRoute, async (c) => {
    const acting = requireFreelancer(c);
    const row = await getOwnMilestone(db, acting, c.req.valid('param').id);
    const scope = tenantOfFound(acting.freelancer, row);
    return c.json({ items: await readTimeline(db, scope, { kind: 'milestone', id: row.id }, 'freelancer') }, 200);
  });

  routes.openapi(definitions.submitWorkRoute, async (c) => {
    const acting = requireFreelancer(c);
    const { id } = c.req.valid('param');
    await onceByKey(c, database, acting.person.personId, clock.now(), async (trx) => {
      await submitWork(trx, deps, acting, doerOf(c), id, c.req.valid('json'));
      return { status: 201, body: null };
    });
    const { milestone, etag } = await answer(acting, id);
    return c.json(milestone, 201, { etag });
  });

  routes.openapi(definitions.refundQuoteRoute, async (c) => {
    const row = await getOwnMilestone(db, requireFreelancer(c), c.req.valid('param').id);
    const { amountMinor } = c.req.valid('query');
    const amount = amountMinor === undefined ? undefined : { amountMinor, currency: row.currency };
    return c.json(quoteRefund(row, amount, processor.isSandbox), 200);
  });

  routes.openapi(definitions.answerRefundRoute, async (c) => {
    const acting = moneyMover(c);
    const { id } = c.req.valid('param');
    const given = c.req.valid('json');
    const { body } = await onceByKey(c, database, acting.person.personId, clock.now(), async (trx) => {
      const row =
        given.answer === 'agree'
          ? await agreeRefund(trx, deps, acting, doerOf(c), { id, amount: given.amount })
          : await refuseRefund(trx, deps, acting, doerOf(c), { id, reason: given.reason });
      return { status: 200, body: { refundId: row.refundId } };
    });
    return c.json(await answerRefunded(acting, id, body as { refundId: string | null }), 200);
  });

  routes.openapi(definitions.giveBackRoute, async (c) => {
    const acting = moneyMover(c);
    const { id } = c.req.valid('param');
    const { amount, reason } = c.req.valid('json');
    const { body } = await onceByKey(c, database, acting.person.personId, clock.now(), async (trx) => {
      const { refundId } = await giveBack(trx, deps, acting, doerOf(c), { id, amount, reason });
      return { status: 200, body: { refundId } };
    });
    return c.json(await answerRefunded(acting, id, body as { refundId: string | null }), 200);
  });

  /** @throws 401, 403 */
  function moneyMover(c: HttpContext): ActingFreelancer {
    const acting = requireFreelancer(c);
    requireElevation(acting.person, 'money', clock);
    return acting;
  }

  async function answerRefunded(acting: ActingFreelancer, id: string, { refundId }: { refundId: string | null }) {
    if (refundId !== null) await settleRefund(deps, refundId);
    return (await answer(acting, id)).milestone;
  }

  async function answer(acting: ActingFreelancer, id: string): Promise<{ milestone: Milestone; etag: string }> {
    const row = await getOwnMilestone(db, acting, id);
    const scope = tenantOfFound(acting.freelancer, row);
    const [milestone] = await answerMilestones(db, deps, scope, [row], 'freelancer');
    return { milestone: milestone!, etag: revisionEtag(row.id, row.revision) };
  }

  return routes;
}
