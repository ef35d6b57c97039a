import type { Executor } from '../../platform/database/database.ts';
import type { BankDisputeState } from './bank-dispute.ts';
import type { BankDisputeRow } from './table.ts';

/** @returns false when it was opened by other news of it */
export async function insertDisputeOnce(trx: Executor, row: BankDisputeRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('bankDisputes')
    .values(row)
    .onConflict((conflict) => conflict.columns(['processor', 'externalId']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** For operators and processors, who know no tenant. */
export function findDispute(db: Executor, id: string): Promise<BankDisputeRow | undefined> {
  return db.selectFrom('bankDisputes').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findDisputeByExternalId(
  db: Executor,
  processor: string,
  externalId: string,
): Promise<BankDisputeRow | undefined> {
  return db
    .selectFrom('bankDisputes')
    .selectAll()
    .where('processor', '=', processor)
    .where('externalId', '=', externalId)
    .executeTakeFirst();
}

/** @returns false when somebody else moved it */
export async function moveDispute(
  trx: Executor,
  id: string,
  from: readonly BankDisputeState[],
  change: Partial<BankDisputeRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('bankDisputes')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type DisputeFilter = {
  tenantId?: string;
  contractIds?: readonly string[];
  states?: readonly BankDisputeState[];
};
export type DisputePlace = { openedAt: number; id: string };

/** The newest first. */
export function listDisputes(
  db: Executor,
  { tenantId, contractIds, states }: DisputeFilter,
  after: DisputePlace | undefined,
  limit: number,
): Promise<BankDisputeRow[]> {
  return db
    .selectFrom('bankDisputes')
    .selectAll()
    .$if(tenantId !== undefined, (query) => query.where('tenantId', '=', tenantId!))
    .$if(contractIds !== undefined, (query) => query.where('contractId', 'in', contractIds!))
    .$if(states !== undefined, (query) => query.where('state', 'in', states!))
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('openedAt', '<', after!.openedAt),
          eb.and([eb('openedAt', '=', after!.openedAt), eb('id', '<', after!.id)]),
        ]),
      ),
    )
    .orderBy('openedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export function listDisputesAfter(db: Executor, id: string, limit: number): Promise<BankDisputeRow[]> {
  return db.selectFrom('bankDisputes').selectAll().where('id', '>', id).orderBy('id').limit(limit).execute();
}
