import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { CaseFacts } from './case-facts.ts';
import type { VettingDeps } from './deps.ts';
import { updateAppeal } from './review-store.ts';
import { appealMoves } from './vetting-appeal.ts';

/** The decision it was about no longer stands, so nobody has to hear it. */
export async function settleAppeals(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  { application, appeals }: Pick<CaseFacts, 'application' | 'appeals'>,
): Promise<void> {
  const scope = tenantScope(application.tenantId);
  const { from, to } = appealMoves.settle;
  for (const appeal of appeals.filter(({ state }) => state === 'filed')) {
    const change = { state: to, heardBy: null, reason: null, heardAt: deps.clock.now() };
    if (!(await updateAppeal(trx, scope, appeal.id, from, change))) continue;
    await recordMove(trx, deps, scope, doer, {
      subject: { kind: 'vettingAppeal', id: appeal.id },
      move: 'settle',
      from: 'filed',
      to,
    });
  }
}
