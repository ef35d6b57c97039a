import type { OpenAPIHono } from '@hono/zod-openapi';
import { connectsUnit } from '../../money/ledger/ledger.ts';
import { readStatement, type StatementPlace } from '../../money/ledger/read-ledger.ts';
import { getPaymentOf } from '../../money/payments/read-payments.ts';
import { type PaymentDeps, settlePayment } from '../../money/payments/settle-payment.ts';
import { requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { onceByKey } from '../../platform/http/idempotency.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { bundlesOf, orderConnects } from './buy-connects.ts';
import { connectsPolicy } from './policy.ts';
import { presentAccount, presentPurchase, requirePaid } from './present-connects.ts';
import { readWallet } from './read-connects.ts';
import * as definitions from './schema.ts';
import { type ConnectsDeps, connectsAccount } from './wallet.ts';

const movementsAtOnce = 50;

export type ConnectsRouteDeps = ConnectsDeps & PaymentDeps & { cursors: Cursors };

export function connectsRoutes(deps: ConnectsRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, processor, cursors } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.getConnectsRoute, async (c) => {
    const { freelancer, tenant } = requireFreelancer(c);
    const { freelancerId } = freelancer;
    const binding = `connects ${freelancerId}`;
    const { cursor } = c.req.valid('query');
    const after = cursor === undefined ? undefined : (cursors.decode(binding, cursor) as StatementPlace);
    const wallet = await readWallet(deps, freelancerId);
    const account = connectsAccount(freelancerId);
    const { lines, next } = await readStatement(db, account, connectsUnit, after, movementsAtOnce);
    const { monthlyGrant } = await readPolicy(db, undefined, connectsPolicy);
    const nextCursor = next ? cursors.encode(binding, next) : null;
    return c.json({ ...presentAccount(wallet, lines, tenant), monthlyGrant, nextCursor }, 200);
  });

  routes.openapi(definitions.listBundlesRoute, async (c) => {
    requireFreelancer(c);
    const { name, isSandbox, cards } = processor;
    const bundles = bundlesOf(await readPolicy(db, undefined, connectsPolicy));
    const offered = cards.filter(({ kind, asksPayer }) => kind === 'card' && !asksPayer);
    const shown = offered.map(({ token, label }) => ({ token, label }));
    return c.json({ bundles, processor: { name, isSandbox, cards: shown } }, 200);
  });

  routes.openapi(definitions.buyConnectsRoute, async (c) => {
    const { person, freelancer } = requireFreelancer(c);
    const { connects, card: token } = c.req.valid('json');
    // Asked before the transaction: a processor may be across the network.
    const card = { token, label: await processor.describeMethod(token) };
    const { body } = await onceByKey(c, database, person.personId, deps.clock.now(), async (trx) => {
      const ordered = await orderConnects(trx, deps, freelancer.freelancerId, { connects, card });
      return { status: 201, body: { id: ordered.id } };
    });
    const { id } = body as { id: string };
    return c.json(presentPurchase(requirePaid(await settlePayment(deps, id))), 201);
  });

  routes.openapi(definitions.getPurchaseRoute, async (c) => {
    const { freelancerId } = requireFreelancer(c).freelancer;
    const { id } = c.req.valid('param');
    return c.json(presentPurchase(await getPaymentOf(db, { kind: 'freelancer', id: freelancerId }, id)), 200);
  });

  return routes;
}
