import type { OpenAPIHono } from '@hono/zod-openapi';
import { recordRead } from '../../platform/audit/record-audit.ts';
import { isOperator, type Person } from '../../platform/auth/actor.ts';
import { requireElevation } from '../../platform/auth/require-role.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import { type HttpContext, type HttpEnv, requirePerson } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { onceByKey } from '../../platform/http/idempotency.ts';
import { forbidden, notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import type { Tenant } from '../../platform/tenants/tenant.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { InvoiceDeps } from '../invoices/deps.ts';
import { openMinor } from '../invoices/invoice.ts';
import { noteBankTransfer } from '../invoices/note-bank-transfer.ts';
import { type InvoiceRow, readOpenInvoices } from '../invoices/read-invoices.ts';
import { money } from '../money.ts';
import { presentCreditLine } from './present-credit.ts';
import * as definitions from './schema.ts';
import { setCreditLine } from './set-credit-line.ts';
import { findCreditLine, listCreditLines } from './store.ts';

const linesMax = 1000;

export type CreditDeps = InvoiceDeps & { directory: TenantDirectory };

/** The operator's: who buys on credit, and what of it came to the bank. */
export function creditRoutes(deps: CreditDeps): OpenAPIHono<HttpEnv> {
  const { database, directory, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listCreditLinesRoute, async (c) => {
    requireOperator(c);
    const rows = await listCreditLines(db, linesMax);
    const items = await Promise.all(
      rows.map(async (row) => presentCreditLine(db, await tenantById(row.tenantId), row)),
    );
    return c.json({ items }, 200);
  });

  routes.openapi(definitions.getCreditLineRoute, async (c) => {
    requireOperator(c);
    const tenant = await tenantBySlug(c.req.valid('param').slug);
    const object = { kind: 'creditLine', id: tenant.id };
    await recordRead(deps, tenantScope(tenant.id), doerOf(c), { action: 'creditLine.read', object });
    const line = await findCreditLine(db, tenantScope(tenant.id));
    return c.json(await presentCreditLine(db, nameOf(tenant), line), 200, { etag: etagOf(tenant, line?.revision) });
  });

  routes.openapi(definitions.putCreditLineRoute, async (c) => {
    const person = requireOperator(c);
    requireElevation(person, 'money', clock);
    const tenant = await tenantBySlug(c.req.valid('param').slug);
    const scope = tenantScope(tenant.id);
    await onceByKey(c, database, person.personId, clock.now(), async (trx) => {
      const revision = (await findCreditLine(trx, scope))?.revision ?? 0;
      requireIfMatch(c, etagOf(tenant, revision));
      await setCreditLine(trx, deps, scope, doerOf(c), revision, c.req.valid('json'));
      return { status: 200, body: null };
    });
    const line = await findCreditLine(db, scope);
    return c.json(await presentCreditLine(db, nameOf(tenant), line), 200, { etag: etagOf(tenant, line?.revision) });
  });

  routes.openapi(definitions.listOpenInvoicesRoute, async (c) => {
    requireOperator(c);
    const rows = await readOpenInvoices(db, c.req.valid('query').limit);
    return c.json({ items: await Promise.all(rows.map((row) => presentOpen(row))) }, 200);
  });

  routes.openapi(definitions.noteBankTransferRoute, async (c) => {
    const person = requireOperator(c);
    requireElevation(person, 'money', clock);
    const noted = { ...c.req.valid('param'), ...c.req.valid('json') };
    const { body } = await onceByKey(c, database, person.personId, clock.now(), async (trx) => {
      const row = await noteBankTransfer(trx, deps, doerOf(c), noted);
      return { status: 201, body: await presentOpen(row) };
    });
    return c.json(body as definitions.OpenInvoice, 201);
  });

  async function tenantBySlug(slug: string): Promise<Tenant> {
    const tenant = await directory.bySlug(slug);
    if (!tenant) throw notFound();
    return tenant;
  }

  async function tenantById(id: string) {
    return nameOf((await directory.byId(id))!);
  }

  async function presentOpen(row: InvoiceRow): Promise<definitions.OpenInvoice> {
    const { id, number, state, totalMinor, currency, dueAt, tenantId } = row;
    return {
      id,
      number: number!,
      tenant: await tenantById(tenantId!),
      state,
      total: money(totalMinor, currency),
      open: money(openMinor(row), currency),
      dueAt: dueAt === null ? null : isoInstant(dueAt),
    };
  }

  return routes;
}

function nameOf({ id, slug, name }: Tenant) {
  return { id, slug, name };
}

function etagOf({ id }: Tenant, revision = 0): string {
  return revisionEtag(id, revision);
}

function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}

/** @throws 401, 403 */
function requireOperator(c: HttpContext): Person {
  const person = requirePerson(c);
  if (!isOperator(person)) throw forbidden('Only the operator of this installation gives credit.');
  return person;
}
