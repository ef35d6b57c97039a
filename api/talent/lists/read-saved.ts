import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { listSavedAmong } from './store.ts';

/** Which of the given freelancers are on a member's own list. */
export async function readSavedAmong(
  db: Executor,
  scope: TenantScope,
  personId: string,
  freelancerIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (freelancerIds.length === 0) return new Set();
  const rows = await listSavedAmong(db, scope, personId, freelancerIds);
  return new Set(rows.map(({ freelancerId }) => freelancerId));
}
