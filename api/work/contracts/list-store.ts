import type { ExpressionBuilder } from 'kysely';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { Tables } from '../../platform/database/tables.ts';
import type { ContractState } from './contract.ts';
import type { ContractRow } from './table.ts';

/** Whose contracts: a tenant’s, or a freelancer’s, at a tenant’s address only that tenant’s. */
export type Owner =
  | { side: 'client'; tenantId: string }
  | { side: 'freelancer'; freelancerId: string; tenantId: string | undefined };

/** `waiting` sorts by what is due first, everything else by the newest. */
export type ListFilter = {
  states?: readonly ContractState[] | undefined;
  isWaiting?: boolean | undefined;
  team?: string | undefined;
  freelancerId?: string | undefined;
};
/** The last row of the page before: its `createdAt`, or when it is due. */
export type ListPlace = { at: EpochMs; id: string };

function filtered(db: Executor, owner: Owner, { states, isWaiting, team, freelancerId }: ListFilter) {
  return db
    .selectFrom('contracts')
    .$if(owner.tenantId !== undefined, (query) => query.where('tenantId', '=', owner.tenantId!))
    .$if(owner.side === 'freelancer', (query) =>
      query.where('freelancerId', '=', owner.side === 'freelancer' ? owner.freelancerId : ''),
    )
    .$if(freelancerId !== undefined, (query) => query.where('freelancerId', '=', freelancerId!))
    .$if(team !== undefined, (query) => query.where('team', '=', team!))
    .$if(states !== undefined, (query) => query.where('state', 'in', states!))
    .$if(isWaiting === true, (query) => query.where(dueColumn(owner), 'is not', null));
}

/**
 * Several states are read one by one and merged: each walks an index in the list’s order and stops, so that a few open
 * contracts are found as fast among many closed ones.
 */
export async function listFiltered(
  db: Executor,
  owner: Owner,
  filter: ListFilter,
  after: ListPlace | undefined,
  limit: number,
): Promise<ContractRow[]> {
  const { states, isWaiting } = filter;
  if (isWaiting || !states || states.length < 2) return listOrdered(db, owner, filter, after, limit);
  const found: ContractRow[] = [];
  for (const state of states)
    found.push(...(await listOrdered(db, owner, { ...filter, states: [state] }, after, limit)));
  return found
    .toSorted((one, other) => other.createdAt - one.createdAt || (one.id < other.id ? 1 : -1))
    .slice(0, limit);
}

function listOrdered(
  db: Executor,
  owner: Owner,
  filter: ListFilter,
  after: ListPlace | undefined,
  limit: number,
): Promise<ContractRow[]> {
  const column = filter.isWaiting ? dueColumn(owner) : 'createdAt';
  const [isAfter, direction] = filter.isWaiting ? (['>', 'asc'] as const) : (['<', 'desc'] as const);
  return filtered(db, owner, filter)
    .selectAll()
    .$if(after !== undefined, (query) =>
      query.where((eb: ExpressionBuilder<Tables, 'contracts'>) =>
        eb.or([eb(column, isAfter, after!.at), eb.and([eb(column, '=', after!.at), eb('id', isAfter, after!.id)])]),
      ),
    )
    .orderBy(column, direction)
    .orderBy('id', direction)
    .limit(limit)
    .execute();
}

/** Never reads more rows than it counts to. */
export async function countFiltered(db: Executor, owner: Owner, filter: ListFilter, max: number): Promise<number> {
  const { count } = await db
    .selectFrom(filtered(db, owner, filter).select('id').limit(max).as('counted'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Changed since, of several owners at once. */
export function listChanged(
  db: Executor,
  owners: { tenantIds: readonly string[]; freelancerIds: readonly string[] },
  sinceMs: EpochMs,
  limit: number,
): Promise<Pick<ContractRow, 'id' | 'tenantId' | 'freelancerId' | 'revision' | 'changedAt'>[]> {
  const of = (column: 'tenantId' | 'freelancerId', ids: readonly string[]) =>
    db
      .selectFrom('contracts')
      .select(['id', 'tenantId', 'freelancerId', 'revision', 'changedAt'])
      .where(column, 'in', ids)
      .where('changedAt', '>=', sinceMs);
  const { tenantIds, freelancerIds } = owners;
  const [byTenant, byFreelancer] = [
    tenantIds.length > 0 ? of('tenantId', tenantIds) : undefined,
    freelancerIds.length > 0 ? of('freelancerId', freelancerIds) : undefined,
  ];
  const query = byTenant && byFreelancer ? byTenant.union(byFreelancer) : (byTenant ?? byFreelancer);
  return query ? query.orderBy('changedAt').limit(limit).execute() : Promise.resolve([]);
}

/** What changed and was not worked out again; of one owner, or of everybody. */
export function listStale(db: Executor, owner: Owner | undefined, limit: number): Promise<ContractRow[]> {
  return db
    .selectFrom('contracts')
    .selectAll()
    .where('nextIsStale', '=', 1)
    .$if(owner?.tenantId !== undefined, (query) => query.where('tenantId', '=', owner!.tenantId!))
    .$if(owner?.side === 'freelancer', (query) =>
      query.where('freelancerId', '=', owner?.side === 'freelancer' ? owner.freelancerId : ''),
    )
    .limit(limit)
    .execute();
}

/** Of the revision it was worked out for: what changed meanwhile stays to be done. */
export async function updateDue(
  db: Executor,
  { id, tenantId, revision }: Pick<ContractRow, 'id' | 'tenantId' | 'revision'>,
  due: Pick<ContractRow, 'clientDueAt' | 'freelancerDueAt'>,
): Promise<void> {
  await db
    .updateTable('contracts')
    .set({ ...due, nextIsStale: 0 })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .execute();
}

const dueColumn = ({ side }: Owner) => (side === 'client' ? 'clientDueAt' : 'freelancerDueAt');
