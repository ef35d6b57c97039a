import type { Clock } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { touch } from './store.ts';

/**
 * Raises the contract's revision: live pages, ETags and what it waits for stand on it. Every change of anything inside
 * a contract calls this in its own transaction.
 * @param isActivity false for what only the clock did: it keeps no contract from being idle
 */
export async function touchContract(
  trx: Executor,
  { clock }: { clock: Clock },
  scope: TenantScope,
  id: string,
  { isActivity = true }: { isActivity?: boolean } = {},
): Promise<void> {
  const nowMs = clock.now();
  const activity = isActivity ? { lastActivityAt: nowMs, idleToldAt: null } : {};
  await touch(trx, scope, id, nowMs, activity);
}
