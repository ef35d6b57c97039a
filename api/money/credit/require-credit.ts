import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { hasOverdueInvoice } from '../invoices/read-invoices.ts';
import { findCreditLine } from './store.ts';

/**
 * Before something is bought on credit; the ledger itself refuses what is over the limit.
 * @throws 409 no_credit_line, account_overdue
 */
export async function requireCredit(db: Executor, scope: TenantScope, currency: string): Promise<void> {
  const line = await findCreditLine(db, scope);
  if (!line || line.limitMinor === 0 || line.currency !== currency) throw noCreditLine(currency);
  if (await hasOverdueInvoice(db, scope)) throw accountOverdue();
}

const noCreditLine = (currency: string) =>
  conflict(
    'no_credit_line',
    `There is no credit in ${currency} for this account; nothing was bought. Choose another way to pay.`,
  );
const accountOverdue = () =>
  conflict(
    'account_overdue',
    'An invoice is overdue, so nothing more is bought on credit; nothing was charged. Pay the invoice or choose another way to pay.',
  );
