import { clockDoer } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { BackgroundChecks } from './background-checks.ts';
import { listChecks, setCheckReference } from './clock-store.ts';
import { recordCheck } from './decide-task.ts';
import { findOnboarding, findTask } from './store.ts';
import type { OnboardingTaskRow } from './table.ts';
import type { ClockDeps } from './watch-onboarding.ts';

const everyMs = 5 * 60_000;
const atOnce = 100;

/** ⏱ Orders background checks and asks how they came out, while no transaction is open. */
export function watchChecks(deps: ClockDeps & { backgroundChecks?: BackgroundChecks | undefined }): void {
  const { backgroundChecks, jobs, database } = deps;
  if (!backgroundChecks) return;
  jobs.every({
    kind: 'onboarding.checks',
    everyMs,
    async run(job) {
      for (let lastId = ''; ; ) {
        const found = await listChecks(database.db, lastId, atOnce);
        for (const task of found) await follow(deps, backgroundChecks, task, job.id);
        if (found.length < atOnce) return;
        lastId = found.at(-1)!.id;
      }
    },
  });
}

async function follow(deps: ClockDeps, checks: BackgroundChecks, task: OnboardingTaskRow, jobId: string) {
  const { database } = deps;
  const scope = tenantScope(task.tenantId);
  const onboarding = await findOnboarding(database.db, scope, task.contractId);
  if (!onboarding) return;
  if (task.checkReference === null) {
    const { freelancerId, freelancerName } = onboarding;
    const reference = await checks.order({ taskId: task.id, freelancerId, freelancerName });
    await database.transaction((trx) => setCheckReference(trx, task, reference));
    return;
  }
  const outcome = await checks.read(task.checkReference);
  if (outcome === 'pending') return;
  const reason = `${checks.name}: ${task.checkReference}`;
  await database.transaction(async (trx) => {
    const now = await findTask(trx, scope, task.id);
    // Somebody of the client was faster.
    if (now?.state !== 'open') return;
    await recordCheck(trx, deps, scope, clockDoer(jobId), onboarding, now, null, { outcome, reason, documents: [] });
  });
}
