import type { OpenAPIHono } from '@hono/zod-openapi';
import { sourceOrDefault } from '../../money/billing/read-sources.ts';
import { settlePayment } from '../../money/payments/settle-payment.ts';
import { isOperator } from '../../platform/auth/actor.ts';
import { requireElevation } from '../../platform/auth/require-role.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type HttpContext, type HttpEnv, requirePerson } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { onceByKey } from '../../platform/http/idempotency.ts';
import { forbidden, notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { doerOf } from '../contracts/contract-answers.ts';
import { getContract } from '../contracts/read-contracts.ts';
import { requireContractManager, requireContractReader, requireMoneyMover, type WorkMember } from '../grants.ts';
import { askToFund } from '../payment-requests/request-payment.ts';
import type { ApprovalAsked } from '../payment-requests/schema.ts';
import { type AnswerDeps, answerMilestones, answerPlan } from './answer-milestones.ts';
import { addMilestone, changePlan, removeMilestone } from './change-plan.ts';
import { requireNotDeclined } from './charge-contract.ts';
import type { ChargingDeps } from './deps.ts';
import { fundMilestone } from './fund-milestone.ts';
import { quoteFunding, quoteRelease } from './quote-milestone.ts';
import { getAnyMilestone, getMilestone } from './read-milestones.ts';
import { requestRefund } from './refund-milestone.ts';
import { finishRelease, releaseMilestone } from './release-milestone.ts';
import { resolveDispute } from './resolve-dispute.ts';
import type { Milestone } from './schema.ts';
import { requestChanges } from './submit-work.ts';
import type { MilestoneRow } from './table.ts';
import * as definitions from './team-definitions.ts';

export type MilestoneRouteDeps = ChargingDeps & AnswerDeps;

/** The client’s side, at the tenant’s address, and the operator’s. */
export function teamMilestoneRoutes(deps: MilestoneRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, clock, processor } = deps;
  const { db } = database;
  const { isSandbox } = processor;
  const routes = newRoutes();

  routes.openapi(definitions.listMilestonesRoute, async (c) => {
    const { scope } = requireContractReader(c, 'contractStatus.read');
    const contract = await getContract(db, scope, c.req.valid('param').id);
    return c.json(await answerPlan(db, deps, scope, contract, 'client'), 200);
  });

  routes.openapi(definitions.addMilestoneRoute, async (c) => {
    const { scope, person } = requireContractManager(c);
    const { id } = c.req.valid('param');
    const { body } = await onceByKey(c, database, ownerOf({ scope, person }), clock.now(), async (trx) => {
      const row = await addMilestone(trx, deps, scope, doerOf(c), id, c.req.valid('json'));
      return { status: 201, body: { id: row.id } };
    });
    const { milestone, etag } = await answer(scope, (body as { id: string }).id);
    return c.json(milestone, 201, { etag });
  });

  routes.openapi(definitions.changeMilestoneRoute, async (c) => {
    const { scope } = requireContractManager(c);
    const { id, milestoneId } = c.req.valid('param');
    await database.transaction(async (trx) => {
      const row = await inContract(trx, scope, id, milestoneId);
      requireIfMatch(c, etagOf(row));
      return changePlan(trx, deps, scope, doerOf(c), row, c.req.valid('json'));
    });
    const { milestone, etag } = await answer(scope, milestoneId);
    return c.json(milestone, 200, { etag });
  });

  routes.openapi(definitions.deleteMilestoneRoute, async (c) => {
    const { scope } = requireContractManager(c);
    const { id, milestoneId } = c.req.valid('param');
    await database.transaction(async (trx) => {
      const row = await inContract(trx, scope, id, milestoneId);
      requireIfMatch(c, etagOf(row));
      await removeMilestone(trx, deps, scope, doerOf(c), row);
    });
    return c.body(null, 204);
  });

  routes.openapi(definitions.getMilestoneRoute, async (c) => {
    const { scope } = requireContractReader(c, 'contractStatus.read');
    const { milestone, etag } = await answer(scope, c.req.valid('param').id);
    return c.json(milestone, 200, { etag });
  });

  routes.openapi(definitions.milestoneTimelineRoute, async (c) => {
    const { scope } = requireContractReader(c, 'contractStatus.read');
    const { id } = await getMilestone(db, scope, c.req.valid('param').id);
    return c.json({ items: await readTimeline(db, scope, { kind: 'milestone', id }, 'team') }, 200);
  });

  routes.openapi(definitions.fundingQuoteRoute, async (c) => {
    const { scope } = requireContractReader(c, 'contractStatus.read');
    const row = await getMilestone(db, scope, c.req.valid('param').id);
    const sourceKind = c.req.valid('query').source ?? 'method';
    return c.json(await quoteFunding(db, scope, row, { sourceKind, isSandbox }), 200);
  });

  routes.openapi(definitions.fundMilestoneRoute, async (c) => {
    const member = moneyMover(c, 'contractStatus.fund');
    const { id } = c.req.valid('param');
    const { status, body } = await onceByKey(c, database, ownerOf(member), clock.now(), async (trx) => {
      const source = await sourceOrDefault(trx, member.scope, c.req.valid('json').source);
      const asked = { id, source, requesterId: member.person.personId };
      const approval = await askToFund(trx, deps, member.scope, doerOf(c), asked);
      if (approval !== 'notNeeded') return { status: 202, body: approval };
      const payment = await fundMilestone(trx, deps, member.scope, doerOf(c), { id, source });
      return { status: 200, body: { paymentId: payment.id } };
    });
    if (status === 202) return c.json(body as ApprovalAsked, 202);
    requireNotDeclined(await settlePayment(deps, (body as { paymentId: string }).paymentId));
    const { milestone, etag } = await answer(member.scope, id);
    return c.json(milestone, 200, { etag });
  });

  routes.openapi(definitions.releaseQuoteRoute, async (c) => {
    const { scope } = requireContractReader(c, 'contractStatus.read');
    const row = await getMilestone(db, scope, c.req.valid('param').id);
    const { amountMinor, source: sourceKind = 'method' } = c.req.valid('query');
    const amount = amountMinor === undefined ? undefined : { amountMinor, currency: row.currency };
    return c.json(await quoteRelease(db, scope, row, amount, { sourceKind, isSandbox }), 200);
  });

  routes.openapi(definitions.releaseMilestoneRoute, async (c) => {
    const member = moneyMover(c, 'contractStatus.release');
    const { id } = c.req.valid('param');
    const { amount, source } = c.req.valid('json');
    const { body } = await onceByKey(c, database, ownerOf(member), clock.now(), async (trx) => {
      const release = { id, amount, source: () => sourceOrDefault(trx, member.scope, source) };
      const payment = await releaseMilestone(trx, deps, member.scope, doerOf(c), release);
      return { status: 200, body: { paymentId: payment?.id ?? null } };
    });
    const { paymentId } = body as { paymentId: string | null };
    if (paymentId !== null) {
      const payment = await settlePayment(deps, paymentId);
      requireNotDeclined(payment);
      await database.transaction((trx) => finishRelease(trx, deps, payment));
    }
    const { milestone, etag } = await answer(member.scope, id);
    return c.json(milestone, 200, { etag });
  });

  routes.openapi(definitions.requestChangesRoute, async (c) => {
    const member = requireContractManager(c, 'contractStatus.approve');
    const asked = { ...c.req.valid('param'), ...c.req.valid('json') };
    await onceByKey(c, database, ownerOf(member), clock.now(), async (trx) => {
      await requestChanges(trx, deps, member.scope, doerOf(c), asked);
      return { status: 200, body: null };
    });
    const { milestone, etag } = await answer(member.scope, asked.id);
    return c.json(milestone, 200, { etag });
  });

  routes.openapi(definitions.requestRefundRoute, async (c) => {
    const member = requireMoneyMover(c, 'contractStatus.manage');
    const { id } = c.req.valid('param');
    const { amount, reason } = c.req.valid('json');
    await onceByKey(c, database, ownerOf(member), clock.now(), async (trx) => {
      await requestRefund(trx, deps, member.scope, doerOf(c), { id, amount, reason });
      return { status: 200, body: null };
    });
    const { milestone, etag } = await answer(member.scope, id);
    return c.json(milestone, 200, { etag });
  });

  routes.openapi(definitions.resolveMilestoneRoute, async (c) => {
    const person = requirePerson(c);
    if (!isOperator(person, 'mediator')) throw forbidden('Only mediators of the marketplace decide disputes.');
    requireElevation(person, 'money', clock);
    const { id } = c.req.valid('param');
    const { tenantId } = await getAnyMilestone(db, id);
    await onceByKey(c, database, person.personId, clock.now(), async (trx) => {
      const row = await getAnyMilestone(trx, id);
      await resolveDispute(trx, deps, doerOf(c), row, c.req.valid('json'));
      return { status: 200, body: null };
    });
    const { milestone, etag } = await answer(tenantScope(tenantId), id);
    return c.json(milestone, 200, { etag });
  });

  /** @throws 401, 403, 404 */
  function moneyMover(c: HttpContext, grant: `${string}.${string}`): WorkMember {
    const member = requireMoneyMover(c, grant);
    requireElevation(member.person, 'money', clock);
    return member;
  }

  async function answer(scope: TenantScope, id: string): Promise<{ milestone: Milestone; etag: string }> {
    const row = await getMilestone(db, scope, id);
    const [milestone] = await answerMilestones(db, deps, scope, [row], 'client');
    return { milestone: milestone!, etag: etagOf(row) };
  }

  return routes;
}

async function inContract(db: Executor, scope: TenantScope, contractId: string, id: string): Promise<MilestoneRow> {
  const row = await getMilestone(db, scope, id);
  if (row.contractId !== contractId) throw notFound();
  return row;
}

/** Whose Idempotency-Keys are whose. */
function ownerOf({ scope, person }: WorkMember): string {
  return `${scope.tenantId} ${person.personId}`;
}

function etagOf({ id, revision }: MilestoneRow): string {
  return revisionEtag(id, revision);
}
