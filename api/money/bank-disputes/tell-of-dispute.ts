import type { Clock } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { peopleWithRoles } from '../../platform/tenants/members.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { billingManagers } from '../grants.ts';
import { formatMoney } from '../money.ts';
import type { Payment } from '../payments/read-payments.ts';
import type { BankDisputeRow } from './table.ts';

/** Whoever keeps the tenant's ways to pay; the sides of the contract hear of it from the contract. */
export async function tellOfDispute(
  trx: Executor,
  deps: { outbox: Outbox; clock: Clock },
  { id, tenantId, amountMinor, currency }: BankDisputeRow,
  { description }: Payment,
  what: 'opened' | 'won' | 'lost',
): Promise<void> {
  if (tenantId === null) return;
  await notify(trx, deps, {
    personIds: await peopleWithRoles(trx, tenantScope(tenantId), billingManagers),
    kind: `bankDispute.${what}`,
    subject: { kind: 'bankDispute', id },
    words: { amount: formatMoney({ amountMinor, currency }, 'en'), description },
    path: portalPaths.bankDisputes(),
    tenantId,
  });
}
