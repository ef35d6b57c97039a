import type { Doer } from '../../platform/audit/record-audit.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import type { Tenant } from '../../platform/tenants/tenant.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type Payment, readPayment } from '../payments/read-payments.ts';
import { readRefund } from '../refunds/read-refunds.ts';
import { creditRefund } from './credit-note.ts';
import type { InvoiceDeps } from './deps.ts';
import { gather } from './gather-purchase.ts';
import { linesOf } from './invoice-lines.ts';
import { issueAtOnce } from './issue-invoice.ts';
import { type Parties, readFreelancerParties, readTenantParties } from './parties.ts';
import { invoicePurposeName } from './pay-invoice.ts';
import { namesFor, purchaseOf, takenBack } from './purchase.ts';
import { findInvoiceOfTransfer, type InvoiceOwner } from './store.ts';

/** Every posted payment gets its document: paid at once an invoice, on credit a place in the draft of the month. */
export async function writeDownPayment(deps: InvoiceDeps, paymentId: string, jobId: string): Promise<void> {
  const payment = await readPayment(deps.database.db, paymentId);
  // What pays an invoice is written on it already.
  if (payment.state !== 'posted' || payment.purpose === invoicePurposeName) return;
  const doer = clockDoer(jobId);
  await (payment.payerKind === 'freelancer'
    ? writeDownPurchase(deps, payment, doer)
    : writeDownClientPayment(deps, payment, doer));
}

async function writeDownClientPayment(deps: InvoiceDeps, payment: Payment, doer: Doer): Promise<void> {
  const { database, names } = deps;
  const scope = tenantScope(payment.payerId);
  const owner: InvoiceOwner = { kind: 'tenant', id: scope.tenantId };
  const about = await tenantOf(deps, owner);
  await database.transaction(async (trx) => {
    if (await findInvoiceOfTransfer(trx, owner, payment.transferId)) return;
    const { currency, transferId } = payment;
    const purchase = await purchaseOf(trx, scope, payment);
    const lines = linesOf(purchase, await namesFor(trx, names, payment));
    if (payment.sourceKind === 'credit') {
      await gather(trx, deps, scope, doer, { ...about, currency, lines });
      return;
    }
    const kind = payment.purpose === 'prefund' ? 'topUp' : 'payment';
    const document = { id: deps.newId('inv'), kind, owner, tenantId: scope.tenantId, currency, lines } as const;
    const invoice = { ...document, ...about, sourceKey: `transfer ${transferId}` };
    await issueAtOnce(trx, deps, doer, invoice, { slug: about.slug, paid: payment });
  });
}

/** What a freelancer bought of the marketplace itself. */
async function writeDownPurchase(deps: InvoiceDeps, payment: Payment, doer: Doer): Promise<void> {
  const { database, names } = deps;
  const owner: InvoiceOwner = { kind: 'freelancer', id: payment.payerId };
  await database.transaction(async (trx) => {
    const name = (await names.freelancerNames(trx, [owner.id])).get(owner.id) ?? '';
    const parties = await readFreelancerParties(trx, name, undefined);
    const { currency, transferId } = payment;
    const lines = linesOf(await purchaseOf(trx, undefined, payment), { contracts: new Map(), freelancers: new Map() });
    const document = { id: deps.newId('inv'), kind: 'connects', owner, tenantId: null, currency, lines } as const;
    const invoice = { ...document, parties, locale: 'en', sourceKey: `transfer ${transferId}` };
    await issueAtOnce(trx, deps, doer, invoice, { slug: undefined, paid: payment });
  });
}

/** What came back of a payment is credited; the payment's own document comes first, however the news arrive. */
export async function writeDownRefund(
  deps: InvoiceDeps,
  { paymentId, refundId }: { paymentId: string; refundId: string },
  jobId: string,
): Promise<void> {
  const { database, names } = deps;
  const refund = await readRefund(database.db, refundId);
  if (refund.state !== 'posted') return;
  await writeDownPayment(deps, paymentId, jobId);
  const payment = await readPayment(database.db, paymentId);
  const scope = tenantScope(refund.tenantId);
  const about = await tenantOf(deps, { kind: 'tenant', id: scope.tenantId });
  const { transferId, amountMinor, feeMinor, taxMinor, reason } = refund;
  await database.transaction(async (trx) => {
    const { taxBasisPoints } = await purchaseOf(trx, scope, payment);
    const back = { transferId, amountMinor, feeMinor, taxMinor, reason, atMs: refund.settledAt ?? refund.createdAt };
    await creditRefund(trx, deps, scope, clockDoer(jobId), {
      ...about,
      refundId,
      paymentTransferId: payment.transferId,
      purchase: takenBack(payment, back, taxBasisPoints),
      names: await namesFor(trx, names, payment),
      reason: reason || null,
    });
  });
}

type About = { parties: Parties; locale: string; slug: string };

async function tenantOf({ database, directory }: InvoiceDeps, owner: InvoiceOwner): Promise<About> {
  const tenant: Tenant = (await directory.byId(owner.id))!;
  const parties = await readTenantParties(database.db, tenantScope(owner.id), tenant);
  return { parties, locale: tenant.locale, slug: tenant.slug };
}
