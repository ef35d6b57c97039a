import type { Executor } from '../../platform/database/database.ts';
import type { ProcessorEventState } from './processor-event.ts';
import type { ProcessorEventRow } from './table.ts';

/** @returns false when this event was taken before */
export async function insertEventOnce(trx: Executor, row: ProcessorEventRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('processorEvents')
    .values(row)
    .onConflict((conflict) => conflict.columns(['processor', 'externalId']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export function findEvent(db: Executor, id: string): Promise<ProcessorEventRow | undefined> {
  return db.selectFrom('processorEvents').selectAll().where('id', '=', id).executeTakeFirst();
}

/** @returns false when somebody else moved it */
export async function moveEvent(
  trx: Executor,
  id: string,
  from: readonly ProcessorEventState[],
  change: Partial<ProcessorEventRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('processorEvents')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Set aside not long ago, and not looked at often yet. */
export async function listToRetry(
  db: Executor,
  receivedAfter: number,
  attemptsMax: number,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('processorEvents')
    .select('id')
    .where('state', '=', 'unmatched')
    .where('receivedAt', '>', receivedAfter)
    .where('attempts', '<', attemptsMax)
    .orderBy('receivedAt')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export type EventPlace = { receivedAt: number; id: string };

/** The newest first. */
export function listEvents(
  db: Executor,
  state: ProcessorEventState | undefined,
  after: EventPlace | undefined,
  limit: number,
): Promise<ProcessorEventRow[]> {
  return db
    .selectFrom('processorEvents')
    .selectAll()
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('receivedAt', '<', after!.receivedAt),
          eb.and([eb('receivedAt', '=', after!.receivedAt), eb('id', '<', after!.id)]),
        ]),
      ),
    )
    .orderBy('receivedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
