import type { EpochMs, Executor } from '../../platform/database/database.ts';
import { openTaskStates, type TaskKind, type TaskOwner } from './onboarding-task.ts';
import type { TaskFilter } from './schema.ts';
import type { OnboardingTaskRow } from './table.ts';

/** Whose tasks: a tenant’s, a freelancer’s, or what the operator owes to every tenant. */
export type Reach = { tenantId?: string | undefined; freelancerId?: string | undefined; owner?: TaskOwner | undefined };
export type ListQuery = Reach & {
  filter: TaskFilter;
  contractId?: string | undefined;
  kind?: TaskKind | undefined;
  nowMs: EpochMs;
};
/** The last row of the page before. */
export type TaskPlace = { dueAt: EpochMs; id: string };

const doneStates = ['accepted', 'overridden'] as const;

function filtered(db: Executor, { tenantId, freelancerId, owner, filter, contractId, kind, nowMs }: ListQuery) {
  return db
    .selectFrom('onboardingTasks')
    .$if(tenantId !== undefined, (query) => query.where('tenantId', '=', tenantId!))
    .$if(freelancerId !== undefined, (query) => query.where('freelancerId', '=', freelancerId!))
    .$if(owner !== undefined, (query) => query.where('owner', '=', owner!))
    .$if(contractId !== undefined, (query) => query.where('contractId', '=', contractId!))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .$if(filter === 'open' || filter === 'late', (query) => query.where('state', 'in', openTaskStates))
    .$if(filter === 'late', (query) => query.where('dueAt', '<', nowMs))
    .$if(filter === 'submitted', (query) => query.where('state', '=', 'submitted'))
    .$if(filter === 'done', (query) => query.where('state', 'in', doneStates))
    .$if(filter === 'expired', (query) => query.where('state', '=', 'expired'));
}

/** What is due first; of what is done, the newest. */
export function listTasks(
  db: Executor,
  query: ListQuery,
  after: TaskPlace | undefined,
  limit: number,
): Promise<OnboardingTaskRow[]> {
  return filtered(db, query)
    .selectAll()
    .$if(after !== undefined, (rows) =>
      rows.where((eb) =>
        eb.or([eb('dueAt', '>', after!.dueAt), eb.and([eb('dueAt', '=', after!.dueAt), eb('id', '>', after!.id)])]),
      ),
    )
    .orderBy('dueAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function countTasks(db: Executor, query: ListQuery): Promise<number> {
  const { count } = await filtered(db, query)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
