import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { Database } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import * as definitions from './definitions.ts';
import type { InvoiceDocuments } from './document/invoice-documents.ts';
import { readLineEntries } from './line-entries.ts';
import { readInvoicePage } from './list-page.ts';
import { readWhole } from './read-whole.ts';
import { documentAnswer } from './routes.ts';
import type { InvoiceOwner } from './store.ts';

type OwnDeps = { database: Database; cursors: Cursors; documents: InvoiceDocuments };

/** The freelancer's side: the account is one for all tenants, so are its documents. */
export function ownInvoiceRoutes({ database, cursors, documents }: OwnDeps): OpenAPIHono<HttpEnv> {
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listOwnInvoicesRoute, async (c) =>
    c.json(await readInvoicePage(db, cursors, ownerOf(c), c.req.valid('query')), 200),
  );

  routes.openapi(definitions.getOwnInvoiceRoute, async (c) => {
    const { invoice } = await readWhole(db, ownerOf(c), c.req.valid('param').id);
    return c.json(invoice, 200);
  });

  routes.openapi(definitions.ownInvoiceDocumentRoute, async (c) => {
    const { row, invoice } = await readWhole(db, ownerOf(c), c.req.valid('param').id);
    return documentAnswer(await documents.print(row, invoice));
  });

  routes.openapi(definitions.ownInvoiceEntriesRoute, async (c) => {
    const { id, number } = c.req.valid('param');
    return c.json(await readLineEntries(db, ownerOf(c), id, number), 200);
  });

  return routes;
}

function ownerOf(c: HttpContext): InvoiceOwner {
  return { kind: 'freelancer', id: requireFreelancer(c).freelancer.freelancerId };
}
