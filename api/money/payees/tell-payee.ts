import type { Clock } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import { type Notice, notify } from '../../platform/notices/notice.ts';
import { getPayee, type PayeePorts } from './payee.ts';

type PayeeNotice = Extract<Notice['kind'], `payout${string}` | `taxForm.${string}` | `moneyHold.${string}`>;

/** Tells whoever is behind a profile, in the installation's name: their money is no tenant's. */
export async function tellPayee<Kind extends PayeeNotice>(
  trx: Executor,
  deps: PayeePorts & { outbox: Outbox; clock: Clock },
  freelancerId: string,
  notice: Omit<Notice<Kind>, 'personIds' | 'tenantId'>,
): Promise<void> {
  const { personId } = await getPayee(deps, trx, freelancerId);
  if (personId) await notify(trx, deps, { ...notice, personIds: [personId], tenantId: null } as Notice<Kind>);
}
