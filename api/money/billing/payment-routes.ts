import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireElevation } from '../../platform/auth/require-role.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import { requirePayer, requirePaymentReader } from '../grants.ts';
import { answerBank, giveUpPayment } from '../payments/answer-bank.ts';
import { presentPayment } from '../payments/present-payment.ts';
import { getClientPayment, type Payment, readPaymentPage } from '../payments/read-payments.ts';
import type { PaymentShape } from '../payments/schema.ts';
import * as definitions from '../payments/schema.ts';
import type { PaymentDeps } from '../payments/settle-payment.ts';
import { presentRefund } from '../refunds/present-refund.ts';
import { readRefunds } from '../refunds/read-refunds.ts';

export type PaymentRouteDeps = PaymentDeps & { cursors: Cursors };

/** What a tenant paid, and answering its bank. */
export function paymentRoutes(deps: PaymentRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, processor, cursors } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listPaymentsRoute, async (c) => {
    const { scope } = requirePaymentReader(c);
    const { state, contractId, limit, cursor } = c.req.valid('query');
    const binding = `payments ${scope.tenantId} ${state ?? ''} ${contractId ?? ''}`;
    const { payments, next } = await readPaymentPage(
      db,
      scope,
      { ...(state && { states: [state] }), ...(contractId && { contractIds: [contractId] }) },
      cursor === undefined ? undefined : cursors.decode(binding, cursor),
      limit,
    );
    const items = await presentAll(db, processor.publishableKey, payments);
    return c.json({ items, nextCursor: next ? cursors.encode(binding, next) : null }, 200);
  });

  routes.openapi(definitions.getPaymentRoute, async (c) => {
    const { scope } = requirePaymentReader(c);
    return c.json(await present(await getClientPayment(db, scope, c.req.valid('param').id)), 200);
  });

  routes.openapi(definitions.paymentTimelineRoute, async (c) => {
    const { scope } = requirePaymentReader(c);
    const { id } = await getClientPayment(db, scope, c.req.valid('param').id);
    return c.json({ items: await readTimeline(db, scope, { kind: 'payment', id }, 'team') }, 200);
  });

  // Both end at the processor, which does them once for a payment whatever is repeated.
  routes.openapi(definitions.confirmPaymentRoute, async (c) => {
    const payment = await payersOwn(c, c.req.valid('param').id);
    return c.json(await present(await answerBank(deps, payment, c.req.valid('json').isConfirmed)), 200);
  });

  routes.openapi(definitions.giveUpPaymentRoute, async (c) => {
    const { id } = await payersOwn(c, c.req.valid('param').id);
    return c.json(await present(await giveUpPayment(deps, id, false)), 200);
  });

  async function payersOwn(c: HttpContext, id: string): Promise<Payment> {
    const { scope, person } = requirePayer(c);
    requireElevation(person, 'money', deps.clock);
    return getClientPayment(db, scope, id);
  }

  async function present(payment: Payment): Promise<PaymentShape> {
    return (await presentAll(db, processor.publishableKey, [payment]))[0]!;
  }

  return routes;
}

/** Each with its refunds. */
export async function presentAll(
  db: Executor,
  publishableKey: string | null,
  payments: readonly Payment[],
): Promise<PaymentShape[]> {
  const refunds = await readRefunds(
    db,
    payments.map(({ id }) => id),
  );
  return payments.map((payment) => {
    const own = refunds.filter(({ paymentId }) => paymentId === payment.id);
    return presentPayment(payment, own.map(presentRefund), publishableKey);
  });
}
