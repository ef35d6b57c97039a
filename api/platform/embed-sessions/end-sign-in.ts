import { type Doer, recordAudit } from '../audit/record-audit.ts';
import type { Authority } from '../auth/authority.ts';
import type { Clock, NewId } from '../clock/clock.ts';
import type { Executor } from '../database/database.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import { endLiveSignIn } from './sign-in-store.ts';

export type EndSignInDeps = { clock: Clock; newId: NewId; authority: Authority };

/** Within `authority.change`: no refresh any more, and the session that runs is refused within a second everywhere. */
export async function endSignIn(
  trx: Executor,
  deps: EndSignInDeps,
  scope: TenantScope,
  by: Doer,
  id: string,
  reason: 'sessionEnded' | 'tokenUsedTwice',
): Promise<void> {
  if (!(await endLiveSignIn(trx, scope, id, deps.clock.now()))) return;
  await recordAudit(trx, deps, scope, by, {
    action: 'embedSignIn.ended',
    object: { kind: 'embedSignIn', id },
    details: { reason },
  });
  await deps.authority.record(trx, { endedId: id });
}
