import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from './deps.ts';
import { creditRoutes } from './money/credit/routes.ts';
import type { InvoiceNames } from './money/invoices/deps.ts';
import { createInvoiceDocuments } from './money/invoices/document/invoice-documents.ts';
import { ownInvoiceRoutes } from './money/invoices/own-routes.ts';
import { invoiceRoutes } from './money/invoices/routes.ts';
import { watchInvoices } from './money/invoices/watch-invoices.ts';
import type { PaymentPurposes } from './money/payments/purpose.ts';
import { transactionRoutes } from './money/transactions/routes.ts';
import type { Identity } from './platform/auth/identity.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import { readFreelancerRows } from './talent/freelancers/read-freelancers.ts';
import { readContracts } from './work/contracts/read-contracts.ts';

export type InvoicesDeps = Deps & Pick<Identity, 'directory'> & { purposes: PaymentPurposes };

/** What was bought, for whom and at what tax: documents of all money, net terms, and transactions as people read them. */
export type Invoices = { routes: readonly OpenAPIHono<HttpEnv>[]; watch(): void };

export function assembleInvoices(assembled: InvoicesDeps): Invoices {
  const deps = { ...assembled, names: invoiceNames, documents: createInvoiceDocuments(assembled) };
  return {
    routes: [invoiceRoutes(deps), ownInvoiceRoutes(deps), creditRoutes(deps), transactionRoutes(deps)],
    watch: () => watchInvoices(deps),
  };
}

export const invoiceNames: InvoiceNames = {
  async contractTitles(db, ids) {
    const contracts = await readContracts(db, ids);
    return new Map([...contracts].map(([id, { title }]) => [id, title]));
  },
  async freelancerNames(db, ids) {
    const rows = await readFreelancerRows(db, [...new Set(ids)]);
    return new Map([...rows].map(([id, { name }]) => [id, name]));
  },
};
