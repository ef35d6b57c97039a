import type { OpenAPIHono } from '@hono/zod-openapi';
import { type Earning, listEarningsOf } from '../../money/earnings/read-earnings.ts';
import { feePartOf } from '../../money/fees/fee.ts';
import { type Money, subtract } from '../../money/money.ts';
import { settleRefund } from '../../money/refunds/settle-refund.ts';
import { type ActingFreelancer, requireFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import { requireElevation } from '../../platform/auth/require-role.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { onceByKey } from '../../platform/http/idempotency.ts';
import { notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { doerOf } from '../contracts/contract-answers.ts';
import { getContract, getOwnContract } from '../contracts/read-contracts.ts';
import { requireContractReader, requireMoneyMover } from '../grants.ts';
import type { ChargingDeps } from '../milestones/deps.ts';
import { agreeToRefund, askRefund, refuseToRefund, withdrawRequest } from './ask-refund.ts';
import { giveUnasked, leftOf, requireOfEarning } from './give-refund.ts';
import * as definitions from './schema.ts';
import { findRequest, findRequestTo, listRequestsOf } from './store.ts';
import type { RefundRequestRow } from './table.ts';

export function refundRoutes(deps: ChargingDeps): OpenAPIHono<HttpEnv> {
  const { database, clock, processor } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listRefundRequestsRoute, async (c) => {
    const { scope } = requireContractReader(c, 'contractStatus.read');
    const { id } = await getContract(db, scope, c.req.valid('param').id);
    return c.json({ items: (await listRequestsOf(db, [id])).map(presentRequest) }, 200);
  });

  routes.openapi(definitions.askRefundRoute, async (c) => {
    const { scope, person } = requireMoneyMover(c);
    const asked = { paymentId: c.req.valid('param').id, amount: undefined, ...c.req.valid('json') };
    const owner = `${scope.tenantId} ${person.personId}`;
    const { body } = await onceByKey(c, database, owner, clock.now(), async (trx) => {
      const { id } = await askRefund(trx, deps, scope, doerOf(c), asked);
      return { status: 201, body: { id } };
    });
    return c.json(await answer(db, scope, (body as { id: string }).id), 201);
  });

  routes.openapi(definitions.withdrawRefundRequestRoute, async (c) => {
    const { scope, person } = requireMoneyMover(c);
    const { id } = c.req.valid('param');
    await onceByKey(c, database, `${scope.tenantId} ${person.personId}`, clock.now(), async (trx) => {
      await withdrawRequest(trx, deps, scope, doerOf(c), id);
      return { status: 200, body: null };
    });
    return c.json(await answer(db, scope, id), 200);
  });

  routes.openapi(definitions.listMyRefundRequestsRoute, async (c) => {
    const { id } = await getOwnContract(db, requireFreelancer(c), c.req.valid('param').id);
    return c.json({ items: (await listRequestsOf(db, [id])).map(presentRequest) }, 200);
  });

  routes.openapi(definitions.answerRefundRequestRoute, async (c) => {
    const acting = moneyMover(c);
    const { id } = c.req.valid('param');
    const given = c.req.valid('json');
    const { body } = await onceByKey(c, database, acting.person.personId, clock.now(), async (trx) => {
      if (given.answer === 'give') {
        const refundIds = await agreeToRefund(trx, deps, acting, doerOf(c), { id, amount: given.amount });
        return { status: 200, body: { refundIds } };
      }
      await refuseToRefund(trx, deps, acting, doerOf(c), { id, reason: given.reason });
      return { status: 200, body: { refundIds: [] } };
    });
    for (const refundId of (body as { refundIds: string[] }).refundIds) await settleRefund(deps, refundId);
    const row = await findRequestTo(db, acting.freelancer, acting.tenant, id);
    return c.json(presentRequest(row!), 200);
  });

  routes.openapi(definitions.refundEarningQuoteRoute, async (c) => {
    const earning = await ownEarning(db, requireFreelancer(c), c.req.valid('param').id);
    const { amountMinor } = c.req.valid('query');
    const amount = amountMinor === undefined ? leftOf(earning) : { amountMinor, currency: earning.gross.currency };
    return c.json(quote(earning, amount, processor.isSandbox), 200);
  });

  routes.openapi(definitions.refundEarningRoute, async (c) => {
    const acting = moneyMover(c);
    const { id } = c.req.valid('param');
    const given = { amount: undefined, ...c.req.valid('json') };
    const { body } = await onceByKey(c, database, acting.person.personId, clock.now(), async (trx) => {
      const refundIds = await giveUnasked(trx, deps, doerOf(c), await ownEarning(trx, acting, id), given);
      return { status: 201, body: { refundIds } };
    });
    for (const refundId of (body as { refundIds: string[] }).refundIds) await settleRefund(deps, refundId);
    const { contractId } = await ownEarning(db, acting, id);
    const row = (await listRequestsOf(db, [contractId])).find(({ earningId }) => earningId === id);
    return c.json(presentRequest(row!), 201);
  });

  /** @throws 401, 403 */
  function moneyMover(c: HttpContext): ActingFreelancer {
    const acting = requireFreelancer(c);
    requireElevation(acting.person, 'money', clock);
    return acting;
  }

  return routes;
}

/** @throws 404 */
async function ownEarning(db: Executor, { freelancer, tenant }: ActingFreelancer, id: string): Promise<Earning> {
  const { freelancerId } = freelancer;
  const earning = (await listEarningsOf(db, { freelancerId })).find((one) => one.id === id);
  if (!earning) throw notFound();
  if (tenant && tenantOfFound(freelancer, earning).tenantId !== tenant.tenantId) throw notFound();
  return earning;
}

async function answer(db: Executor, scope: TenantScope, id: string): Promise<definitions.RefundRequest> {
  return presentRequest((await findRequest(db, scope, id))!);
}

function quote(earning: Earning, amount: Money, isSandbox: boolean): definitions.EarningRefundQuote {
  requireOfEarning(earning, amount);
  const from = earning.state === 'pending' ? 'freelancerPending' : 'freelancerAvailable';
  const fee = feePartOf(earning, earning.returnedGross, amount);
  const net = subtract(amount, fee);
  const steps = [
    { from, to: 'clientFunding', amount: net, what: 'refund' },
    { from: 'platformFees', to: 'clientFunding', amount: fee, what: 'feeRefund' },
  ] as const;
  return {
    amount,
    net,
    left: subtract(leftOf(earning), amount),
    steps: steps.filter((step) => step.amount.amountMinor !== 0),
    isSandbox,
  };
}

function presentRequest(row: RefundRequestRow): definitions.RefundRequest {
  const { currency } = row;
  const instantOf = (epochMs: number | null) => (epochMs === null ? null : isoInstant(epochMs));
  return {
    id: row.id,
    contractId: row.contractId,
    earningId: row.earningId,
    amount: { amountMinor: row.amountMinor, currency },
    given: { amountMinor: row.givenMinor, currency },
    reason: row.reason,
    state: row.state,
    answer: row.answer,
    answerBy: instantOf(row.answerBy),
    createdAt: isoInstant(row.createdAt),
    answeredAt: instantOf(row.answeredAt),
  };
}
