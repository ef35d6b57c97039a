import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { tellPayee } from '../payees/tell-payee.ts';
import type { MethodDeps } from './deps.ts';
import { moveMethod } from './move-method.ts';
import { payoutsPolicy } from './policy.ts';
import { getOwnMethod } from './read-methods.ts';
import { findMethod } from './store.ts';
import type { PayoutMethodRow } from './table.ts';

const dayMs = 86_400_000;

/**
 * What is on its way to it goes on. The numbers stay sealed, for what may still come back.
 * @throws 404, 409 payout_method_removed
 */
export async function removeMethod(
  trx: Executor,
  deps: MethodDeps,
  doer: Doer,
  freelancerId: string,
  id: string,
): Promise<PayoutMethodRow> {
  const row = await getOwnMethod(trx, freelancerId, id);
  const moved = await moveMethod(trx, deps, doer, row, 'remove', { removedAt: deps.clock.now() });
  await tellPayee(trx, deps, freelancerId, {
    kind: 'payoutMethod.removed',
    subject: { kind: 'payoutMethod', id },
    words: { method: row.label },
    path: portalPaths.payoutMethods(),
  });
  return moved;
}

/**
 * An operator has seen that another name is the same person's: after a marriage, of a company. The wait begins anew.
 * @throws 404, 409
 */
export async function clearMethod(
  trx: Executor,
  deps: MethodDeps,
  doer: Doer,
  { id, reason }: { id: string; reason: string },
): Promise<PayoutMethodRow> {
  const row = await findMethod(trx, id);
  if (!row) throw notFound();
  const { methodWaitDays } = await readPolicy(trx, undefined, payoutsPolicy);
  const usableAt = deps.clock.now() + methodWaitDays * dayMs;
  return moveMethod(trx, deps, doer, row, 'clear', { usableAt, blockReason: null, isNameCleared: 1, reason });
}
