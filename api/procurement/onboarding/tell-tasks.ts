import type { Executor } from '../../platform/database/database.ts';
import { notify } from '../../platform/notices/notice.ts';
import type { NoticeKind, NoticeWords } from '../../platform/notices/notice-kinds.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { OnboardingDeps } from './deps.ts';
import { taskNoun } from './move-task.ts';
import { type TaskOwner, waitsFor } from './onboarding-task.ts';
import type { OnboardingRow, OnboardingTaskRow } from './table.ts';

type Sides = Pick<OnboardingRow, 'title' | 'clientPersonId' | 'freelancerPersonId'>;

/** Whoever has something to do hears of it once, however much it is. */
export async function tellTasks(
  trx: Executor,
  deps: OnboardingDeps,
  scope: TenantScope,
  contract: Sides & { contractId: string },
  tasks: readonly OnboardingTaskRow[],
): Promise<void> {
  for (const side of ['freelancer', 'client'] as const) {
    const own = tasks.filter((task) => waitsFor(task) === side);
    const [first] = own;
    if (!first) continue;
    const words = { title: contract.title, count: String(own.length) };
    await notify(trx, deps, {
      personIds: [side === 'client' ? contract.clientPersonId : contract.freelancerPersonId],
      kind: 'onboarding.asked',
      subject: { kind: 'contract', id: contract.contractId },
      words,
      path: pathOf(side, first),
      tenantId: scope.tenantId,
    });
  }
}

type TaskNotice = Extract<NoticeKind, `onboarding.${string}`>;

/** The side that a task concerns; what the operator owes stands at the operator's own desk. */
export async function tellOfTask<Kind extends TaskNotice>(
  trx: Executor,
  deps: OnboardingDeps,
  scope: TenantScope,
  contract: Sides,
  task: OnboardingTaskRow,
  side: TaskOwner,
  kind: Kind,
  words: NoticeWords<Kind>,
): Promise<void> {
  if (side === 'operator') return;
  await notify(trx, deps, {
    personIds: [side === 'client' ? contract.clientPersonId : contract.freelancerPersonId],
    kind,
    subject: { kind: taskNoun, id: task.id },
    words,
    path: pathOf(side, task),
    tenantId: scope.tenantId,
  });
}

function pathOf(side: 'client' | 'freelancer', { id }: Pick<OnboardingTaskRow, 'id'>): string {
  return side === 'client' ? portalPaths.onboardingTask(id) : portalPaths.ownOnboardingTask(id);
}
