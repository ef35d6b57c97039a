import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { listFacts } from './fact-store.ts';
import { waitsFor } from './onboarding-task.ts';
import { listOnboardings, listOpenTasks } from './store.ts';
import type { OnboardingFactRow, OnboardingState } from './table.ts';

/** How each task stood at an instant: append only, so that the same instant gives the same rows for ever. */
export type OnboardingFact = OnboardingFactRow;
export type OnboardingFacts = {
  asOfMs: EpochMs;
  contractIds?: readonly string[] | undefined;
  freelancerIds?: readonly string[] | undefined;
};

/**
 * The newest fact of every task up to `asOfMs`, by contract, task and in batches; memory does not grow with their number.
 */
export async function* readOnboardingAsOf(
  db: Executor,
  scope: TenantScope,
  { asOfMs, contractIds, freelancerIds }: OnboardingFacts,
  batchSize = 500,
): AsyncGenerator<readonly OnboardingFact[]> {
  for (let after: Pick<OnboardingFact, 'contractId' | 'taskId'> | undefined; ; ) {
    const rows = await listFacts(db, scope, { asOfMs, contractIds, freelancerIds, after, limit: batchSize });
    if (rows.length > 0) yield rows;
    if (rows.length < batchSize) return;
    after = rows.at(-1);
  }
}

/** What a contract waits for before work, or again while it goes on. */
export type OpenOnboarding = {
  state: OnboardingState;
  /** By what is due first. */
  tasks: { id: string; title: string; dueAt: EpochMs; waitsFor: 'freelancer' | 'client' | 'operator' }[];
};

/** Of contracts that the caller may see; one that was asked for nothing is left out. */
export async function readOpenOnboardings(
  db: Executor,
  contractIds: readonly string[],
): Promise<Map<string, OpenOnboarding>> {
  const rows = await listOnboardings(db, contractIds);
  const tasks = Map.groupBy(await listOpenTasks(db, contractIds), ({ contractId }) => contractId);
  return new Map(
    rows.map(({ contractId, state }) => [
      contractId,
      {
        state,
        tasks: (tasks.get(contractId) ?? []).map((task) => ({
          id: task.id,
          title: task.title,
          dueAt: task.dueAt,
          waitsFor: waitsFor(task)!,
        })),
      },
    ]),
  );
}
