import { isoInstant } from '../../platform/clock/clock.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { presentDocuments } from '../compliance-documents/read-documents.ts';
import { readBesideTasks } from '../compliance-documents/read-task-papers.ts';
import { countTasks, listTasks, type Reach, type TaskPlace } from './list-store.ts';
import { type Asker, mayReadDocuments, type PresentDeps, presentTasks } from './present-task.ts';
import {
  type ContractOnboarding,
  type OnboardingTaskPage,
  type TaskFilter,
  type TaskQuery,
  taskFilters,
} from './schema.ts';
import { listTasksOfContract } from './store.ts';
import type { OnboardingRow } from './table.ts';

export type ReadDeps = PresentDeps & { database: Database; cursors: Cursors };

/** A page of what the asker may see, with how much there is under each filter. */
export async function readTaskPage(
  deps: ReadDeps,
  asker: Asker,
  reach: Reach,
  { filter, owner, contract, freelancer, kind, limit, cursor }: TaskQuery,
): Promise<OnboardingTaskPage> {
  const { cursors, clock, database } = deps;
  const { db } = database;
  const whole = { owner, freelancerId: freelancer, contractId: contract, kind, ...defined(reach), nowMs: clock.now() };
  const binding = `onboarding ${JSON.stringify([asker.side, reach, filter, owner, contract, freelancer, kind])}`;
  const after = cursor === undefined ? undefined : (cursors.decode(binding, cursor) as TaskPlace);
  const rows = await listTasks(db, { ...whole, filter }, after, limit + 1);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const counts: { filter: TaskFilter; count: number }[] = [];
  for (const one of taskFilters) counts.push({ filter: one, count: await countTasks(db, { ...whole, filter: one }) });
  return {
    items: await presentTasks(db, deps, asker, shown),
    nextCursor: last ? cursors.encode(binding, { dueAt: last.dueAt, id: last.id }) : null,
    counts,
  };
}

/** Everything of one contract; what was asked for nothing says so. */
export async function readContractOnboarding(
  db: Executor,
  deps: PresentDeps,
  asker: Asker,
  contractId: string,
  onboarding: OnboardingRow | undefined,
): Promise<ContractOnboarding> {
  if (!onboarding) return { contractId, state: 'none', completedAt: null, tasks: [], documents: [] };
  const scope: TenantScope = tenantScope(onboarding.tenantId);
  const tasks = await listTasksOfContract(db, scope, contractId);
  const papers = mayReadDocuments(asker) ? await readBesideTasks(db, scope, contractId) : [];
  return {
    contractId,
    state: tasks.length === 0 ? 'none' : onboarding.state,
    completedAt: onboarding.completedAt === null ? null : isoInstant(onboarding.completedAt),
    tasks: await presentTasks(db, deps, asker, tasks),
    documents: await presentDocuments(db, deps, scope, papers),
  };
}

/** What is proven about the asker overrides what was asked for. */
function defined(reach: Reach): Reach {
  return Object.fromEntries(Object.entries(reach).filter(([, value]) => value !== undefined));
}
