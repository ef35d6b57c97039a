import type { Executor } from '../../platform/database/database.ts';
import type { InvoiceOwner } from './store.ts';
import type { InvoiceSeriesRow } from './table.ts';

/** Until the transaction ends nobody else takes one of this series. @returns undefined when there is no such series yet */
export function takeNext(
  trx: Executor,
  { id }: InvoiceOwner,
  series: string,
): Promise<Pick<InvoiceSeriesRow, 'code' | 'last'> | undefined> {
  return trx
    .updateTable('invoiceSeries')
    .set((eb) => ({ last: eb('last', '+', 1) }))
    .where('ownerId', '=', id)
    .where('series', '=', series)
    .returning(['code', 'last'])
    .executeTakeFirst();
}

/** @returns false when the code is another owner's, or the series is there */
export async function insertSeriesOnce(trx: Executor, row: InvoiceSeriesRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('invoiceSeries')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Of all owners in batches, for the proof. */
export function listSeriesAfter(
  db: Executor,
  after: { ownerId: string; series: string },
  limit: number,
): Promise<InvoiceSeriesRow[]> {
  return db
    .selectFrom('invoiceSeries')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('ownerId', '>', after.ownerId),
        eb.and([eb('ownerId', '=', after.ownerId), eb('series', '>', after.series)]),
      ]),
    )
    .orderBy('ownerId')
    .orderBy('series')
    .limit(limit)
    .execute();
}
