import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import { creditRoutes } from '../money/credit/routes.ts';
import { chargeOf } from '../money/fees/fee.ts';
import type { InvoiceDeps, InvoiceNames } from '../money/invoices/deps.ts';
import { createInvoiceDocuments, type InvoiceDocuments } from '../money/invoices/document/invoice-documents.ts';
import { ownInvoiceRoutes } from '../money/invoices/own-routes.ts';
import { invoicePurpose } from '../money/invoices/pay-invoice.ts';
import { invoiceRoutes } from '../money/invoices/routes.ts';
import { watchInvoices } from '../money/invoices/watch-invoices.ts';
import { postTransfer } from '../money/ledger/post-transfer.ts';
import { proveLedger } from '../money/ledger/prove-ledger.ts';
import { money } from '../money/money.ts';
import { insertMethod } from '../money/payment-methods/store.ts';
import type { ClientPurpose, FundingSource } from '../money/payments/payment.ts';
import type { PaymentPurpose, PaymentPurposes } from '../money/payments/purpose.ts';
import type { Payment } from '../money/payments/read-payments.ts';
import { recordClientPayment } from '../money/payments/record-client-payment.ts';
import type { SandboxCard } from '../money/payments/sandbox/cards.ts';
import { settlePayment } from '../money/payments/settle-payment.ts';
import { watchPayments } from '../money/payments/watch-payments.ts';
import { refundPayment } from '../money/refunds/refund-payment.ts';
import { transactionRoutes } from '../money/transactions/routes.ts';
import type { Actor, Person } from '../platform/auth/actor.ts';
import { createAuthority } from '../platform/auth/authority.ts';
import { createPersonWithPassword } from '../platform/auth/create-person.ts';
import type { HttpEnv, RequestTenant } from '../platform/http/environment.ts';
import { clockDoer } from '../platform/moves/record-move.ts';
import { addMember, createTenant } from '../platform/tenants/create-tenant.ts';
import { createTenantDirectory, type TenantDirectory } from '../platform/tenants/tenant-directory.ts';
import { tenantScope } from '../platform/tenants/tenant-scope.ts';
import { proofs } from '../proofs.ts';
import { freelancerIdOf } from '../talent/freelancers/read-freelancers.ts';
import { confirmed, signedIn } from './actors.ts';
import { sliceApp, type TestPorts, testDeps } from './slice-app.ts';
import { testPasswordHash } from './test-tenants.ts';

export const operator: Person = { ...confirmed(signedIn('pe_operator')), operatorRoles: ['operatorAdmin'] };
export const finance = confirmed(signedIn('pe_finance', ['financeAdmin']));

export type Bought = {
  amountMinor: number;
  source?: FundingSource;
  purpose?: ClientPurpose;
  team?: string | null;
  costCenter?: string | null;
  purchaseOrder?: string | null;
  contractId?: string;
  initiationMinor?: number;
  details?: Record<string, unknown>;
  description?: string;
};

/** Work is somebody else's business here: what is bought is a week's hours that nobody contests. */
const nothingElse: PaymentPurpose = { description: 'Work', posted: async () => {}, voided: async () => {} };

const names: InvoiceNames = {
  contractTitles: async (_, ids) => new Map(ids.map((id) => [id, `Website ${id}`])),
  freelancerNames: async (_, ids) => new Map(ids.map((id) => [id, 'Ada Lovelace'])),
};

/** Invoices, credit and transactions of two tenants, Acme in Germany where fees are taxed with 19 %. */
export function billingWorld() {
  let deps: Deps & TestPorts & InvoiceDeps & { documents: InvoiceDocuments; purposes: PaymentPurposes };
  let app: ReturnType<typeof sliceApp>;
  let acme: RequestTenant;
  let globex: RequestTenant;
  let owner: string;
  let keys = 0;

  before(async () => {
    const plain = await testDeps();
    const authority = createAuthority({ ...plain, findFreelancerId: freelancerIdOf });
    const directory: TenantDirectory = createTenantDirectory(plain.database, authority);
    const purposes = { weeklyTime: nothingElse, prefund: nothingElse, invoice: invoicePurpose(plain) };
    const all = { ...plain, directory, names, purposes, documents: createInvoiceDocuments(plain) };
    deps = all;
    [acme, globex] = [await newTenant('acme', 'DE'), await newTenant('globex', 'US')];
    await plain.database.db
      .insertInto('policies')
      .values({
        name: 'salesTax',
        tenantId: '',
        settings: JSON.stringify({ basisPointsByCountry: { DE: 1900 } }),
        revision: 1,
        changedAt: 0,
      })
      .execute();
    await plain.database.transaction(async (trx) => {
      owner = await createPersonWithPassword(
        trx,
        plain,
        { email: 'owner@acme.example', name: 'Olga' },
        await testPasswordHash,
      );
      await addMember(trx, plain, acme.id, owner, ['owner']);
    });
    const routes = new OpenAPIHono<HttpEnv>();
    for (const slice of [invoiceRoutes, ownInvoiceRoutes, creditRoutes, transactionRoutes])
      routes.route('/', slice(all));
    app = sliceApp(routes);
    watchInvoices(all);
    watchPayments(all);
  });
  after(async () => {
    await deps.documents.close();
    await deps.database.close();
  });

  async function newTenant(slug: string, country: string): Promise<RequestTenant> {
    const plan = 'enterprise';
    const name = slug[0]!.toUpperCase() + slug.slice(1);
    const id = await deps.database.transaction((trx) => createTenant(trx, deps, { slug, name, plan, country }));
    return { id, slug, plan };
  }

  const send = (
    actor: Actor,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    tenant: RequestTenant | null = acme,
  ) => app.as(actor, tenant).request(method, path, body, { 'idempotency-key': `key ${++keys}`, ...headers });

  async function ok<T>(asked: Response | Promise<Response>): Promise<T> {
    const answer = await asked;
    const text = await answer.text();
    assert.ok(answer.ok, `${answer.status} ${text}`);
    return JSON.parse(text) as T;
  }

  return {
    deps: () => deps,
    acme: () => acme,
    globex: () => globex,
    owner: () => owner,
    scope: () => tenantScope(acme.id),
    send,
    ok,
    runJobs: () => deps.jobs.runDue(),

    /** What the tenant pays for, with 5 % of fees and the tax on them. */
    async buy({ amountMinor, source = { kind: 'balance' }, ...bought }: Bought): Promise<Payment> {
      // Not all at one instant, so that lists have an order.
      deps.clock.advance(1_000);
      const { purpose = 'weeklyTime', contractId = 'ct_1', initiationMinor = 0 } = bought;
      const isWork = purpose !== 'prefund';
      const fees = { basisPoints: isWork ? 500 : 0, initiationMinor };
      const charge = chargeOf(money(amountMinor, 'USD'), fees, initiationMinor > 0, {
        country: 'DE',
        basisPoints: 1900,
      });
      const to = isWork
        ? ({ kind: 'contractHold', ownerId: contractId } as const)
        : ({ kind: 'clientFunding', ownerId: acme.id } as const);
      const payment = await deps.database.transaction((trx) =>
        recordClientPayment(trx, deps, tenantScope(acme.id), clockDoer('test'), {
          purpose,
          subject: { kind: 'timesheet', id: 'ts_1' },
          contractId: isWork ? contractId : null,
          freelancerId: isWork ? 'fr_ada' : null,
          team: bought.team ?? null,
          costCenter: bought.costCenter ?? null,
          purchaseOrder: bought.purchaseOrder ?? null,
          charge,
          destination: [{ account: to, amount: charge.amount }],
          source,
          details: bought.details ?? {},
          description: bought.description ?? 'Week of 16 November 2026',
        }),
      );
      return settlePayment(deps, payment.id);
    },

    /** Back to where it came from, with the fee of that part. */
    async refund(payment: Payment, amountMinor: number): Promise<void> {
      deps.clock.advance(1_000);
      await deps.database.transaction((trx) =>
        refundPayment(trx, deps, tenantScope(acme.id), clockDoer('test'), {
          key: `refund ${++keys}`,
          paymentId: payment.id,
          amount: money(amountMinor, 'USD'),
          out: [
            {
              account: { kind: 'contractHold', ownerId: payment.contractId! },
              amount: money(-amountMinor, 'USD'),
            },
          ],
          withFee: true,
          reason: 'Not needed after all',
        }),
      );
    },

    /** Money on the tenant’s balance, as if it had been there before. */
    async prefund(amountMinor: number): Promise<void> {
      await deps.database.transaction((trx) =>
        postTransfer(trx, deps, {
          key: `given ${++keys}`,
          kind: 'prefund',
          tenantId: acme.id,
          subject: { kind: 'test', id: '1' },
          entries: [
            { account: { kind: 'processor', ownerId: 'sandbox' }, amount: money(-amountMinor, 'USD') },
            { account: { kind: 'clientFunding', ownerId: acme.id }, amount: money(amountMinor, 'USD') },
          ],
        }),
      );
    },

    /** A saved test card. */
    async card(token: SandboxCard): Promise<FundingSource & { kind: 'method' }> {
      const id = `pm_${++keys}`;
      const row = {
        id,
        ownerKind: 'tenant',
        ownerId: acme.id,
        processor: 'sandbox',
        customerToken: 'sbx_customer',
        token,
        kind: 'card',
        brand: 'visa',
        last4: '4242',
        expires: null,
        label: 'Visa ending in 4242',
        state: 'active',
        addedBy: 'pe_1',
        createdAt: deps.clock.now(),
        removedAt: null,
      } as const;
      await deps.database.transaction((trx) => insertMethod(trx, row));
      return { kind: 'method', methodId: id };
    },

    async setCredit(limitMinor: number, days = 30): Promise<Response> {
      const known = await send(operator, 'GET', '/v1/operator/credit-lines/acme', undefined, {}, null);
      return send(
        operator,
        'PUT',
        '/v1/operator/credit-lines/acme',
        { limit: { amountMinor: limitMinor, currency: 'USD' }, days },
        { 'if-match': known.headers.get('etag')! },
        null,
      );
    },

    proven: async (): Promise<string[]> => (await proveLedger(deps.database.db, proofs)).broken,
  };
}
