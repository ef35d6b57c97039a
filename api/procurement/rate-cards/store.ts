import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { RateExceptionState } from './rate-card.ts';
import type { RateCardRow, RateCardVersionRow, RateExceptionRow } from './table.ts';

export type RateCard = RateCardVersionRow & Pick<RateCardRow, 'title' | 'isActive'>;

/** Each with its newest version, by title. */
export function listCards(db: Executor, scope: TenantScope, id?: string): Promise<RateCard[]> {
  return db
    .selectFrom('rateCards')
    .innerJoin('rateCardVersions as version', (join) =>
      join.onRef('version.cardId', '=', 'rateCards.id').onRef('version.version', '=', 'rateCards.version'),
    )
    .selectAll('version')
    .select(['rateCards.title', 'rateCards.isActive'])
    .where('rateCards.tenantId', '=', scope.tenantId)
    .$if(id !== undefined, (query) => query.where('rateCards.id', '=', id!))
    .orderBy('rateCards.title')
    .execute();
}

export function listCardVersions(db: Executor, scope: TenantScope, cardId: string): Promise<RateCardVersionRow[]> {
  return db
    .selectFrom('rateCardVersions')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('cardId', '=', cardId)
    .orderBy('version', 'desc')
    .execute();
}

export async function insertCard(trx: Executor, row: RateCardRow, version: RateCardVersionRow): Promise<void> {
  await trx.insertInto('rateCards').values(row).execute();
  await trx.insertInto('rateCardVersions').values(version).execute();
}

/** @returns false when somebody was faster */
export async function raiseCard(
  trx: Executor,
  scope: TenantScope,
  { id, version }: Pick<RateCardRow, 'id' | 'version'>,
  change: Pick<RateCardRow, 'title' | 'isActive' | 'updatedAt'>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('rateCards')
    .set({ ...change, version: version + 1 })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertCardVersion(trx: Executor, row: RateCardVersionRow): Promise<void> {
  await trx.insertInto('rateCardVersions').values(row).execute();
}

export async function insertException(trx: Executor, row: RateExceptionRow): Promise<void> {
  await trx.insertInto('rateExceptions').values(row).execute();
}

export function listExceptions(
  db: Executor,
  scope: TenantScope,
  filter: {
    state?: RateExceptionState | undefined;
    ids?: readonly string[] | undefined;
    freelancerId?: string | undefined;
  },
): Promise<RateExceptionRow[]> {
  if (filter.ids?.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('rateExceptions')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .$if(filter.state !== undefined, (query) => query.where('state', '=', filter.state!))
    .$if(filter.ids !== undefined, (query) => query.where('id', 'in', filter.ids!))
    .$if(filter.freelancerId !== undefined, (query) => query.where('freelancerId', '=', filter.freelancerId!))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
}

/** @returns false when it was in another state */
export async function updateException(
  trx: Executor,
  scope: TenantScope,
  id: string,
  from: readonly RateExceptionState[],
  change: Partial<Omit<RateExceptionRow, 'id' | 'tenantId'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('rateExceptions')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
