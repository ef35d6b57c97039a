import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { applyMove } from './apply-move.ts';
import { contractCan } from './contract.ts';
import { type ContractDeps, sidesOf, tellStarted } from './open-contract.ts';
import { pauseRow } from './pause-contract.ts';
import { deletePauses, insertPause, listPauses } from './pause-store.ts';
import { findContract, moveContract } from './store.ts';
import type { ContractRow } from './table.ts';
import { touchContract } from './touch-contract.ts';

/** A contract waits for whoever is to do what is left, begins when everything before work is done, and rests where the client lets it rest for a lapsed paper. */
export function followOnboarding(deps: ContractDeps & { database: Database; jobs: JobRunner }): void {
  const { database, jobs } = deps;
  jobs.listen({
    kind: 'contracts.onboardingMoved',
    on: 'onboardingTaskMoved',
    run: ({ payload: { contractId, tenantId } }) =>
      database.transaction((trx) => touchContract(trx, deps, tenantScope(tenantId), contractId, { isActivity: false })),
  });
  jobs.listen({
    kind: 'contracts.onboarded',
    on: 'onboardingCompleted',
    run: ({ id, payload: { contractId, tenantId } }) =>
      database.transaction((trx) => goOn(trx, deps, tenantScope(tenantId), clockDoer(id), contractId)),
  });
  jobs.listen({
    kind: 'contracts.onboardingLapsed',
    on: 'onboardingLapsed',
    run: ({ id, payload: { contractId, tenantId } }) =>
      database.transaction((trx) => rest(trx, deps, tenantScope(tenantId), clockDoer(id), contractId)),
  });
}

async function goOn(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contractId: string,
): Promise<void> {
  const contract = await findContract(trx, scope, contractId);
  if (!contract) return;
  if (contract.state === 'pendingOnboarding') await begin(trx, deps, scope, doer, contract);
  else await resume(trx, deps, scope, doer, contract);
}

/** At once where its date has come. */
async function begin(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contract: ContractRow,
): Promise<void> {
  const ready = await applyMove(trx, deps, scope, doer, contract, 'onboard');
  const words = { title: contract.title };
  const nowMs = deps.clock.now();
  if (ready.startsAt > nowMs) {
    for (const side of sidesOf(ready)) await notify(trx, deps, { ...side, kind: 'contract.onboarded', words });
    return;
  }
  const change = { startedAt: nowMs, lastActivityAt: nowMs };
  await tellStarted(trx, deps, await applyMove(trx, deps, scope, doer, ready, 'start', change));
}

async function resume(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contract: ContractRow,
): Promise<void> {
  // Takes the row before its pauses are read: two that are lifted at once must not both see the other.
  await moveContract(trx, scope, contract.id, [contract.state], deps.clock.now(), { nextIsStale: 1 });
  if (!(await deletePauses(trx, scope, contract.id, ['onboarding']))) return;
  if (contract.state !== 'paused' || (await listPauses(trx, [contract.id])).length > 0) return;
  await applyMove(trx, deps, scope, doer, contract, 'resumeAfterOnboarding', { lastActivityAt: deps.clock.now() });
  const words = { title: contract.title };
  for (const side of sidesOf(contract)) await notify(trx, deps, { ...side, kind: 'contract.resumed', words });
}

/** What is over, ending or not begun is left alone. */
async function rest(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contractId: string,
): Promise<void> {
  const contract = await findContract(trx, scope, contractId);
  if (!contract || !contractCan.pauseForOnboarding(contract)) return;
  if (!(await insertPause(trx, pauseRow(deps, contract, 'onboarding', null)))) return;
  await applyMove(trx, deps, scope, doer, contract, 'pauseForOnboarding');
}
