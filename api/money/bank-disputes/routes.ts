import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireElevation } from '../../platform/auth/require-role.ts';
import { readAttachments } from '../../platform/files/read-attachments.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { requireBillingReader } from '../grants.ts';
import { doerOf, requireMoneyDesk } from '../payees/money-desk.ts';
import { readPayment } from '../payments/read-payments.ts';
import { type AnswerDeps, acceptDispute, deliverEvidence, recordEvidence } from './answer-dispute.ts';
import { presentCase, presentDispute } from './present-dispute.ts';
import type { BankDisputeCase } from './schema.ts';
import * as definitions from './schema.ts';
import * as store from './store.ts';
import type { BankDisputeRow } from './table.ts';

export type BankDisputeRouteDeps = AnswerDeps & { cursors: Cursors; directory: TenantDirectory };

/** What banks took back: a tenant sees its own, the operator answers them all. */
export function bankDisputeRoutes(deps: BankDisputeRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, cursors, directory, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listBankDisputesRoute, async (c) => {
    const { scope } = requireBillingReader(c);
    const { rows, nextCursor } = await page(c.req.valid('query'), scope.tenantId);
    const items = await Promise.all(rows.map(async (row) => presentDispute(row, await readPayment(db, row.paymentId))));
    return c.json({ items, nextCursor }, 200);
  });

  routes.openapi(definitions.listCasesRoute, async (c) => {
    requireMoneyDesk(c);
    const { rows, nextCursor } = await page(c.req.valid('query'), undefined);
    return c.json({ items: await Promise.all(rows.map(caseOf)), nextCursor }, 200);
  });

  routes.openapi(definitions.submitEvidenceRoute, async (c) => {
    requireElevation(requireMoneyDesk(c), 'money', clock);
    const { id } = c.req.valid('param');
    const evidence = c.req.valid('json');
    await database.transaction((trx) => recordEvidence(trx, deps, doerOf(c), id, evidence));
    return c.json(await caseOf(await deliverEvidence(deps, id)), 200);
  });

  routes.openapi(definitions.acceptDisputeRoute, async (c) => {
    requireElevation(requireMoneyDesk(c), 'money', clock);
    return c.json(await caseOf(await acceptDispute(deps, c.req.valid('param').id)), 200);
  });

  type Query = { state?: BankDisputeRow['state'] | undefined; limit: number; cursor?: string | undefined };

  async function page({ state, limit, cursor }: Query, tenantId: string | undefined) {
    const binding = `bankDisputes ${tenantId ?? ''} ${state ?? ''}`;
    const after = cursor === undefined ? undefined : (cursors.decode(binding, cursor) as store.DisputePlace);
    const filter = { ...(tenantId !== undefined && { tenantId }), ...(state && { states: [state] }) };
    const found = await store.listDisputes(db, filter, after, limit + 1);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const isMore = found.length > limit && last !== undefined;
    return { rows, nextCursor: isMore ? cursors.encode(binding, { openedAt: last.openedAt, id: last.id }) : null };
  }

  async function caseOf(row: BankDisputeRow): Promise<BankDisputeCase> {
    const payment = await readPayment(db, row.paymentId);
    const tenant = row.tenantId === null ? undefined : await directory.byId(row.tenantId);
    const attachments = await readAttachments(db, deps, undefined, 'bankDispute', [row.id]);
    const named = tenant ? { id: tenant.id, name: tenant.name } : null;
    return presentCase(row, payment, named, attachments.get(row.id) ?? []);
  }

  return routes;
}
