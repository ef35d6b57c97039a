import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { hasOverdueInvoice } from '../invoices/read-invoices.ts';
import { readBalance } from '../ledger/read-ledger.ts';
import { money } from '../money.ts';
import type { NetTermDays } from './credit-line.ts';
import type { CreditLine } from './schema.ts';
import type { CreditLineRow } from './table.ts';

export type CreditTenant = CreditLine['tenant'];

export async function presentCreditLine(
  db: Executor,
  tenant: CreditTenant,
  line: CreditLineRow | undefined,
): Promise<CreditLine> {
  if (!line) return { tenant, limit: null, days: null, available: null, used: null, isOverdue: false, setAt: null };
  const { currency, limitMinor, days, updatedAt } = line;
  const { availableMinor } = await readBalance(db, { kind: 'clientCredit', ownerId: tenant.id }, currency);
  return {
    tenant,
    limit: money(limitMinor, currency),
    days: days as NetTermDays,
    available: money(availableMinor, currency),
    used: money(limitMinor - availableMinor, currency),
    isOverdue: await hasOverdueInvoice(db, tenantScope(tenant.id)),
    setAt: isoInstant(updatedAt),
  };
}
