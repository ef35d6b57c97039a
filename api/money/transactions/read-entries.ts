import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { paidOut, presentEntries } from '../invoices/line-entries.ts';
import type { LineEntries } from '../invoices/schema.ts';
import { readTransferEntries } from '../ledger/read-entries.ts';
import { getClientPayment, getPaymentOf } from '../payments/read-payments.ts';
import { getTenantRefund } from '../refunds/read-tenant-refunds.ts';

/** What one payment or refund moved, and from where. @throws 404 */
export async function readClientEntries(db: Executor, scope: TenantScope, id: string): Promise<LineEntries> {
  const { transferId, currency } = id.startsWith('rf_')
    ? await getTenantRefund(db, scope, id)
    : await getClientPayment(db, scope, id);
  return presentEntries(paidOut(await readTransferEntries(db, [transferId])), currency);
}

/** What one transaction moved on a freelancer's own accounts, and the fee kept of it. @throws 404 */
export async function readOwnEntries(db: Executor, freelancerId: string, id: string): Promise<LineEntries> {
  const payment = id.startsWith('pay_')
    ? await getPaymentOf(db, { kind: 'freelancer', id: freelancerId }, id)
    : undefined;
  const entries = await readTransferEntries(db, [payment?.transferId ?? id]);
  if (payment)
    return presentEntries(
      entries.filter(({ currency }) => currency === payment.currency),
      payment.currency,
    );
  const own = entries.filter(({ account }) => account.ownerId === freelancerId);
  if (own.length === 0) throw notFound();
  const fees = entries.filter(({ account }) => account.kind === 'platformFees' && account.ownerId === 'service');
  return presentEntries([...own, ...fees], own[0]!.currency);
}
