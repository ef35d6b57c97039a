import type { OpenAPIHono } from '@hono/zod-openapi';
import { sourceOrDefault } from '../../money/billing/read-sources.ts';
import { type Earning, listEarningsOf } from '../../money/earnings/read-earnings.ts';
import { type Payment, readPayments } from '../../money/payments/read-payments.ts';
import { settlePayment } from '../../money/payments/settle-payment.ts';
import { requireFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import { requireElevation } from '../../platform/auth/require-role.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { onceByKey } from '../../platform/http/idempotency.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { doerOf } from '../contracts/contract-answers.ts';
import { getContract, getOwnContract } from '../contracts/read-contracts.ts';
import { requireContractReader, requireMoneyMover } from '../grants.ts';
import { requireCurrency } from '../milestones/amounts.ts';
import { quotePayment, requireNotDeclined } from '../milestones/charge-contract.ts';
import type { ChargingDeps } from '../milestones/deps.ts';
import { presentPayment } from '../milestones/present-milestone.ts';
import { readWaitingPayments } from '../payment-requests/read-requests.ts';
import { askToPayBonus } from '../payment-requests/request-payment.ts';
import type { ApprovalAsked } from '../payment-requests/schema.ts';
import { currencyOf, payBonus, requireBonusTime } from './pay-bonus.ts';
import * as definitions from './schema.ts';
import { listBonusesOf } from './store.ts';
import type { BonusRow } from './table.ts';

export function bonusRoutes(deps: ChargingDeps): OpenAPIHono<HttpEnv> {
  const { database, clock, processor } = deps;
  const { db } = database;
  const { isSandbox } = processor;
  const routes = newRoutes();

  routes.openapi(definitions.listBonusesRoute, async (c) => {
    const { scope } = requireContractReader(c, 'contractStatus.read');
    const { id } = await getContract(db, scope, c.req.valid('param').id);
    const waiting = (await readWaitingPayments(db, [id])).filter(({ kind }) => kind === 'bonus').map(presentWaiting);
    return c.json({ items: await answer(db, scope, await listBonusesOf(db, [id])), waiting, isSandbox }, 200);
  });

  routes.openapi(definitions.bonusQuoteRoute, async (c) => {
    const { scope } = requireContractReader(c, 'contractStatus.read');
    const contract = await getContract(db, scope, c.req.valid('param').id);
    await requireBonusTime(db, scope, contract, clock.now());
    const { amountMinor, source: sourceKind = 'method' } = c.req.valid('query');
    const amount = { amountMinor, currency: currencyOf(contract) };
    return c.json(
      await quotePayment(db, scope, contract, { amount, sourceKind, to: 'freelancerPending', isSandbox }),
      200,
    );
  });

  routes.openapi(definitions.payBonusRoute, async (c) => {
    const { scope, person } = requireMoneyMover(c, 'contractStatus.bonus');
    requireElevation(person, 'money', clock);
    const { id: contractId } = c.req.valid('param');
    const { amount, note, source: chosen } = c.req.valid('json');
    const owner = `${scope.tenantId} ${person.personId}`;
    const { status, body } = await onceByKey(c, database, owner, clock.now(), async (trx) => {
      const source = await sourceOrDefault(trx, scope, chosen);
      const contract = await getContract(trx, scope, contractId);
      await requireBonusTime(trx, scope, contract, clock.now());
      requireCurrency(amount, currencyOf(contract));
      const asked = { amount, note, source, requesterId: person.personId };
      const approval = await askToPayBonus(trx, deps, scope, doerOf(c), contract, asked);
      if (approval !== 'notNeeded') return { status: 202, body: approval };
      const { bonusId, payment } = await payBonus(trx, deps, scope, doerOf(c), { contractId, amount, note, source });
      return { status: 201, body: { bonusId, paymentId: payment.id } };
    });
    if (status === 202) return c.json(body as ApprovalAsked, 202);
    const { bonusId, paymentId } = body as { bonusId: string; paymentId: string };
    requireNotDeclined(await settlePayment(deps, paymentId));
    const rows = (await listBonusesOf(db, [contractId])).filter(({ id }) => id === bonusId);
    const [bonus] = await answer(db, scope, rows);
    return c.json(bonus!, 201);
  });

  routes.openapi(definitions.listMyBonusesRoute, async (c) => {
    const acting = requireFreelancer(c);
    const contract = await getOwnContract(db, acting, c.req.valid('param').id);
    const rows = (await listBonusesOf(db, [contract.id])).filter(({ state }) => state === 'paid');
    return c.json({ items: await answer(db, tenantOfFound(acting.freelancer, contract), rows), isSandbox }, 200);
  });

  return routes;
}

function presentWaiting({
  approvalId,
  amountMinor,
  currency,
  note,
  createdAt,
}: Awaited<ReturnType<typeof readWaitingPayments>>[number]): definitions.WaitingBonus {
  return { approvalId, amount: { amountMinor, currency }, note, createdAt: isoInstant(createdAt) };
}

async function answer(db: Executor, scope: TenantScope, rows: readonly BonusRow[]): Promise<definitions.Bonus[]> {
  const ids = rows.map(({ id }) => id);
  const earnings = await listEarningsOf(db, { subject: { kind: 'bonus', ids } });
  const earned = new Map(earnings.map((earning) => [earning.subject.id, earning]));
  const contractIds = rows.some(({ state }) => state === 'charging') ? [rows[0]!.contractId] : [];
  const payments = new Map((await readPayments(db, scope, { contractIds })).map((payment) => [payment.id, payment]));
  return rows.map((row) => presentBonus(row, earned.get(row.id), payments.get(row.paymentId ?? '')));
}

function presentBonus(row: BonusRow, earning: Earning | undefined, payment: Payment | undefined): definitions.Bonus {
  return {
    id: row.id,
    contractId: row.contractId,
    amount: { amountMinor: row.amountMinor, currency: row.currency },
    note: row.note,
    state: row.state,
    refusal: row.refusal,
    payment: payment ? presentPayment(payment) : null,
    earning: earning ? { gross: earning.gross, fee: earning.fee, net: earning.net } : null,
    createdAt: isoInstant(row.createdAt),
  };
}
