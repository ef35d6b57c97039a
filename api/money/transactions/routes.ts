import { Readable } from 'node:stream';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { Database } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { requireBillingReader } from '../invoices/billing-grants.ts';
import type { InvoiceNames } from '../invoices/deps.ts';
import { daysOf } from '../invoices/list-page.ts';
import { transactionsAsCsv } from './as-csv.ts';
import { clientRows, presentClientRows } from './client-transactions.ts';
import { inChunks, type Place, take } from './newest-first.ts';
import { ownRows, presentOwnRows } from './own-transactions.ts';
import { readClientEntries, readOwnEntries } from './read-entries.ts';
import * as definitions from './schema.ts';

export type TransactionDeps = { database: Database; cursors: Cursors; names: InvoiceNames };

const rowsAtOnce = 200;

/** Money that moved, as people read it: the client's side at the tenant's address, and a freelancer's own. */
export function transactionRoutes({ database, cursors, names }: TransactionDeps): OpenAPIHono<HttpEnv> {
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listTransactionsRoute, async (c) => {
    const { scope } = requireBillingReader(c);
    const { cursor, limit, from, to, ...filter } = c.req.valid('query');
    const binding = `transactions ${scope.tenantId} ${JSON.stringify({ from, to, ...filter })}`;
    const after = cursor ? (cursors.decode(binding, cursor) as Place) : undefined;
    const rows = clientRows(db, scope, { ...filter, ...daysOf({ from, to }) }, after, limit + 1);
    const { page, hasMore } = await take(rows, limit);
    const nextCursor = nextOf(page, hasMore, (place) => cursors.encode(binding, place));
    return c.json({ items: await presentClientRows(db, names, scope, page), nextCursor }, 200);
  });

  routes.openapi(definitions.exportTransactionsRoute, async (c) => {
    const { scope } = requireBillingReader(c);
    const { from, to, ...filter } = c.req.valid('query');
    const rows = clientRows(db, scope, { ...filter, ...daysOf({ from, to }) }, undefined, rowsAtOnce);
    return csvAnswer(
      c,
      presented(rows, (chunk) => presentClientRows(db, names, scope, chunk)),
    );
  });

  routes.openapi(definitions.transactionEntriesRoute, async (c) => {
    const { scope } = requireBillingReader(c);
    return c.json(await readClientEntries(db, scope, c.req.valid('param').id), 200);
  });

  routes.openapi(definitions.listOwnTransactionsRoute, async (c) => {
    const { freelancerId } = requireFreelancer(c).freelancer;
    const { cursor, limit, from, to, ...filter } = c.req.valid('query');
    const binding = `transactions ${freelancerId} ${JSON.stringify({ from, to, ...filter })}`;
    const after = cursor ? (cursors.decode(binding, cursor) as Place) : undefined;
    const rows = ownRows(db, freelancerId, { ...filter, ...daysOf({ from, to }) }, after, limit + 1);
    const { page, hasMore } = await take(rows, limit);
    const nextCursor = nextOf(page, hasMore, (place) => cursors.encode(binding, place));
    return c.json({ items: await presentOwnRows(db, names, freelancerId, page), nextCursor }, 200);
  });

  routes.openapi(definitions.exportOwnTransactionsRoute, async (c) => {
    const { freelancerId } = requireFreelancer(c).freelancer;
    const { from, to, ...filter } = c.req.valid('query');
    const rows = ownRows(db, freelancerId, { ...filter, ...daysOf({ from, to }) }, undefined, rowsAtOnce);
    return csvAnswer(
      c,
      presented(rows, (chunk) => presentOwnRows(db, names, freelancerId, chunk)),
    );
  });

  routes.openapi(definitions.ownTransactionEntriesRoute, async (c) => {
    const { freelancerId } = requireFreelancer(c).freelancer;
    return c.json(await readOwnEntries(db, freelancerId, c.req.valid('param').id), 200);
  });

  return routes;
}

function nextOf(page: readonly Place[], hasMore: boolean, encode: (place: Place) => string): string | null {
  const last = page.at(-1);
  return hasMore && last ? encode({ at: last.at, id: last.id }) : null;
}

async function* presented<Row>(
  rows: AsyncGenerator<Row>,
  present: (chunk: Row[]) => Promise<definitions.Transaction[]>,
): AsyncGenerator<definitions.Transaction[]> {
  for await (const chunk of inChunks(rows, rowsAtOnce)) yield await present(chunk);
}

function csvAnswer(c: HttpContext, chunks: AsyncGenerator<definitions.Transaction[]>) {
  const lines = Readable.from(transactionsAsCsv(chunks), { objectMode: false });
  return c.body(Readable.toWeb(lines) as ReadableStream, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="transactions.csv"',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
}
