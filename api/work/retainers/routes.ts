import type { OpenAPIHono } from '@hono/zod-openapi';
import { type Earning, listEarningsOf } from '../../money/earnings/read-earnings.ts';
import { settleRefund } from '../../money/refunds/settle-refund.ts';
import { type ActingFreelancer, requireFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import { requireElevation } from '../../platform/auth/require-role.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { onceByKey } from '../../platform/http/idempotency.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { currencyOf } from '../bonuses/pay-bonus.ts';
import { doerOf } from '../contracts/contract-answers.ts';
import { getContract, getOwnContract, requireWorking } from '../contracts/read-contracts.ts';
import { requireContractManager, requireContractReader, requireMoneyMover, type WorkMember } from '../grants.ts';
import { quotePayment } from '../milestones/charge-contract.ts';
import type { ChargingDeps } from '../milestones/deps.ts';
import {
  acceptRetainer,
  declineRetainer,
  getOwnRetainer,
  getRetainer,
  proposeRetainer,
  resumeRetainer,
  stopRetainer,
} from './agree-retainer.ts';
import { listPeriodsOf } from './period-store.ts';
import { giveBackPeriod } from './retainer-periods.ts';
import * as definitions from './schema.ts';
import { listRetainersOf } from './store.ts';
import type { RetainerPeriodRow, RetainerRow } from './table.ts';

export function retainerRoutes(deps: ChargingDeps): OpenAPIHono<HttpEnv> {
  const { database, clock, processor } = deps;
  const { db } = database;
  const { isSandbox } = processor;
  const routes = newRoutes();

  routes.openapi(definitions.listRetainersRoute, async (c) => {
    const { scope } = requireContractReader(c, 'contractStatus.read');
    const { id } = await getContract(db, scope, c.req.valid('param').id);
    return c.json({ items: await answerAll(db, await listRetainersOf(db, [id])), isSandbox }, 200);
  });

  routes.openapi(definitions.retainerQuoteRoute, async (c) => {
    const { scope } = requireContractReader(c);
    const contract = await getContract(db, scope, c.req.valid('param').id);
    requireWorking(contract);
    const { amountMinor, source: sourceKind = 'method' } = c.req.valid('query');
    const amount = { amountMinor, currency: currencyOf(contract) };
    return c.json(await quotePayment(db, scope, contract, { amount, sourceKind, to: 'contractHold', isSandbox }), 200);
  });

  routes.openapi(definitions.proposeRetainerRoute, async (c) => {
    const member = requireMoneyMover(c);
    requireElevation(member.person, 'money', clock);
    const proposed = { contractId: c.req.valid('param').id, source: undefined, ...c.req.valid('json') };
    const { body } = await onceByKey(c, database, ownerOf(member), clock.now(), async (trx) => {
      const { id } = await proposeRetainer(trx, deps, member.scope, doerOf(c), proposed);
      return { status: 201, body: { id } };
    });
    return c.json(await answer(member.scope, (body as { id: string }).id), 201);
  });

  routes.openapi(definitions.stopRetainerRoute, async (c) => {
    const member = requireContractManager(c);
    const { id } = c.req.valid('param');
    await onceByKey(c, database, ownerOf(member), clock.now(), async (trx) => {
      const row = await getRetainer(trx, member.scope, id);
      await stopRetainer(trx, deps, doerOf(c), row, 'client', c.req.valid('json').reason);
      return { status: 200, body: null };
    });
    return c.json(await answer(member.scope, id), 200);
  });

  routes.openapi(definitions.resumeRetainerRoute, async (c) => {
    const member = requireMoneyMover(c);
    requireElevation(member.person, 'money', clock);
    const { id } = c.req.valid('param');
    await onceByKey(c, database, ownerOf(member), clock.now(), async (trx) => {
      await resumeRetainer(trx, deps, doerOf(c), await getRetainer(trx, member.scope, id));
      return { status: 200, body: null };
    });
    return c.json(await answer(member.scope, id), 200);
  });

  routes.openapi(definitions.listMyRetainersRoute, async (c) => {
    const { id } = await getOwnContract(db, requireFreelancer(c), c.req.valid('param').id);
    return c.json({ items: await answerAll(db, await listRetainersOf(db, [id])), isSandbox }, 200);
  });

  routes.openapi(definitions.acceptRetainerRoute, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await asFreelancer(c, id, (trx, acting) => acceptRetainer(trx, deps, acting, doerOf(c), id)), 200);
  });

  routes.openapi(definitions.declineRetainerRoute, async (c) => {
    const given = { ...c.req.valid('param'), ...c.req.valid('json') };
    const declined = await asFreelancer(c, given.id, (trx, acting) =>
      declineRetainer(trx, deps, acting, doerOf(c), given),
    );
    return c.json(declined, 200);
  });

  routes.openapi(definitions.stopMyRetainerRoute, async (c) => {
    const { id } = c.req.valid('param');
    const stopped = await asFreelancer(c, id, async (trx, acting) => {
      const row = await getOwnRetainer(trx, acting, id);
      await stopRetainer(trx, deps, doerOf(c), row, 'freelancer', c.req.valid('json').reason);
    });
    return c.json(stopped, 200);
  });

  routes.openapi(definitions.giveBackPeriodRoute, async (c) => {
    const acting = requireFreelancer(c);
    requireElevation(acting.person, 'money', clock);
    const given = { ...c.req.valid('param'), ...c.req.valid('json') };
    const { body } = await onceByKey(c, database, acting.person.personId, clock.now(), async (trx) => ({
      status: 200,
      body: { refundId: await giveBackPeriod(trx, deps, acting, doerOf(c), given) },
    }));
    await settleRefund(deps, (body as { refundId: string }).refundId);
    return c.json(await answerOwn(acting, given.id), 200);
  });

  async function asFreelancer(
    c: HttpContext,
    id: string,
    work: (trx: Executor, acting: ActingFreelancer) => Promise<unknown>,
  ): Promise<definitions.Retainer> {
    const acting = requireFreelancer(c);
    await onceByKey(c, database, acting.person.personId, clock.now(), async (trx) => {
      await work(trx, acting);
      return { status: 200, body: null };
    });
    return answerOwn(acting, id);
  }

  async function answerOwn(acting: ActingFreelancer, id: string): Promise<definitions.Retainer> {
    return answer(tenantOfFound(acting.freelancer, await getOwnRetainer(db, acting, id)), id);
  }

  async function answer(scope: TenantScope, id: string): Promise<definitions.Retainer> {
    const [retainer] = await answerAll(db, [await getRetainer(db, scope, id)]);
    return retainer!;
  }

  return routes;
}

function ownerOf({ scope, person }: WorkMember): string {
  return `${scope.tenantId} ${person.personId}`;
}

/** Of one contract. */
async function answerAll(db: Executor, rows: readonly RetainerRow[]): Promise<definitions.Retainer[]> {
  const contractIds = [...new Set(rows.map(({ contractId }) => contractId))];
  const periods = Map.groupBy(await listPeriodsOf(db, contractIds), ({ retainerId }) => retainerId);
  const ids = [...periods.values()].flat().map(({ id }) => id);
  const earnings = await listEarningsOf(db, { subject: { kind: 'retainer', ids } });
  const earned = new Map(earnings.map((earning) => [earning.subject.id, earning]));
  return rows.map((row) => presentRetainer(row, periods.get(row.id) ?? [], earned));
}

function presentRetainer(
  row: RetainerRow,
  periods: readonly RetainerPeriodRow[],
  earned: ReadonlyMap<string, Earning>,
): definitions.Retainer {
  return {
    id: row.id,
    contractId: row.contractId,
    amount: { amountMinor: row.amountMinor, currency: row.currency },
    span: row.span,
    note: row.note,
    state: row.state,
    startsAt: isoInstant(row.startsAt),
    nextPeriodAt: row.nextPeriodAt === null ? null : isoInstant(row.nextPeriodAt),
    pauseReason: row.pauseReason,
    stopReason: row.stopReason,
    periods: periods.map((period) => presentPeriod(period, earned.get(period.id))),
    createdAt: isoInstant(row.createdAt),
  };
}

function presentPeriod(row: RetainerPeriodRow, earning: Earning | undefined): definitions.RetainerPeriod {
  return {
    id: row.id,
    number: row.number,
    startsAt: isoInstant(row.startsAt),
    endsAt: isoInstant(row.endsAt),
    amount: { amountMinor: row.amountMinor, currency: row.currency },
    state: row.state,
    refusal: row.refusal,
    earning: earning ? { gross: earning.gross, fee: earning.fee, net: earning.net } : null,
  };
}
