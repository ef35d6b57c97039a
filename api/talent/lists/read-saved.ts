import { isMember, isPerson } from '../../platform/auth/actor.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { HttpContext } from '../../platform/http/environment.ts';
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

/** Whether whoever asks has saved a freelancer; nobody but a member of the tenant has. */
export async function isSaved(db: Executor, c: HttpContext, freelancerId: string): Promise<boolean> {
  const [actor, scope] = [c.get('actor'), c.get('scope')];
  if (!scope || !isPerson(actor) || !isMember(actor)) return false;
  return (await readSavedAmong(db, scope, actor.personId, [freelancerId])).size > 0;
}
