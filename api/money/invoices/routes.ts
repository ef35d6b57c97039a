import { createHash } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireElevation } from '../../platform/auth/require-role.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { onceByKey } from '../../platform/http/idempotency.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type PaymentDeps, settlePayment } from '../payments/settle-payment.ts';
import { readBillingDetails, saveBillingDetails } from './billing-details.ts';
import { requireBillingReader, requirePayer } from './billing-grants.ts';
import * as definitions from './definitions.ts';
import type { InvoiceDeps } from './deps.ts';
import type { InvoiceDocuments } from './document/invoice-documents.ts';
import { readLineEntries } from './line-entries.ts';
import { readInvoicePage } from './list-page.ts';
import { payInvoice } from './pay-invoice.ts';
import { readBillingOverview, readSpend } from './read-billing.ts';
import { getInvoice } from './read-invoices.ts';
import { readWhole } from './read-whole.ts';
import { requirePaid } from './require-paid.ts';
import { setPurchaseOrder } from './set-purchase-order.ts';
import type { InvoiceOwner } from './store.ts';

export type InvoiceRouteDeps = InvoiceDeps & PaymentDeps & { cursors: Cursors; documents: InvoiceDocuments };

/** The client's side, at the tenant's address. */
export function invoiceRoutes(deps: InvoiceRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, cursors, clock, documents } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.billingRoute, async (c) => {
    const { scope } = requireBillingReader(c);
    return c.json(await readBillingOverview(db, deps, scope), 200);
  });

  routes.openapi(definitions.spendRoute, async (c) => {
    const { scope } = requireBillingReader(c);
    return c.json(await readSpend(db, deps, scope, c.req.valid('query')), 200);
  });

  routes.openapi(definitions.getBillingDetailsRoute, async (c) => {
    const { scope } = requireBillingReader(c);
    const { details, revision } = await readBillingDetails(db, scope);
    return c.json(details, 200, { etag: detailsEtag(scope, revision) });
  });

  routes.openapi(definitions.putBillingDetailsRoute, async (c) => {
    const { scope } = requirePayer(c);
    const details = c.req.valid('json');
    const revision = await database.transaction(async (trx) => {
      const before = await readBillingDetails(trx, scope);
      requireIfMatch(c, detailsEtag(scope, before.revision));
      await saveBillingDetails(trx, deps, scope, doerOf(c), before.revision, details);
      return before.revision + 1;
    });
    return c.json(details, 200, { etag: detailsEtag(scope, revision) });
  });

  routes.openapi(definitions.listInvoicesRoute, async (c) => {
    const { scope } = requireBillingReader(c);
    return c.json(await readInvoicePage(db, cursors, ownerOf(scope), c.req.valid('query')), 200);
  });

  routes.openapi(definitions.getInvoiceRoute, async (c) => {
    const { scope } = requireBillingReader(c);
    const { row, invoice } = await readWhole(db, ownerOf(scope), c.req.valid('param').id);
    return c.json(invoice, 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.invoiceDocumentRoute, async (c) => {
    const { scope } = requireBillingReader(c);
    const { row, invoice } = await readWhole(db, ownerOf(scope), c.req.valid('param').id);
    return documentAnswer(await documents.print(row, invoice));
  });

  routes.openapi(definitions.invoiceEntriesRoute, async (c) => {
    const { scope } = requireBillingReader(c);
    const { id, number } = c.req.valid('param');
    return c.json(await readLineEntries(db, ownerOf(scope), id, number), 200);
  });

  routes.openapi(definitions.invoiceTimelineRoute, async (c) => {
    const { scope } = requireBillingReader(c);
    const { id } = await getInvoice(db, scope, c.req.valid('param').id);
    return c.json({ items: await readTimeline(db, scope, { kind: 'invoice', id }, 'team') }, 200);
  });

  routes.openapi(definitions.setPurchaseOrderRoute, async (c) => {
    const { scope } = requirePayer(c);
    const { id } = c.req.valid('param');
    await database.transaction(async (trx) => {
      const known = await getInvoice(trx, scope, id);
      requireIfMatch(c, revisionEtag(known.id, known.revision));
      await setPurchaseOrder(trx, deps, scope, doerOf(c), known, c.req.valid('json').purchaseOrder);
    });
    const { row, invoice } = await readWhole(db, ownerOf(scope), id);
    return c.json(invoice, 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.payInvoiceRoute, async (c) => {
    const { scope, person } = requirePayer(c);
    requireElevation(person, 'money', clock);
    const { id } = c.req.valid('param');
    const owner = `${scope.tenantId} ${person.personId}`;
    const { body } = await onceByKey(c, database, owner, clock.now(), async (trx) => {
      const payment = await payInvoice(trx, deps, scope, doerOf(c), { id, ...c.req.valid('json') });
      return { status: 201, body: { paymentId: payment.id } };
    });
    requirePaid(await settlePayment(deps, (body as { paymentId: string }).paymentId));
    const { row, invoice } = await readWhole(db, ownerOf(scope), id);
    return c.json(invoice, 201, { etag: revisionEtag(row.id, row.revision) });
  });

  return routes;
}

export function documentAnswer({ bytes, fileName }: { bytes: Uint8Array; fileName: string }) {
  return new Response(new Uint8Array(bytes), {
    status: 200,
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      etag: `"${createHash('sha256').update(bytes).digest('hex')}"`,
    },
  });
}

function ownerOf({ tenantId }: TenantScope): InvoiceOwner {
  return { kind: 'tenant', id: tenantId };
}

function detailsEtag({ tenantId }: TenantScope, revision: number): string {
  return revisionEtag(`billing-${tenantId}`, revision);
}

function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}
