import type { EpochMs, Executor } from '../database/database.ts';

export type EventRow = {
  id: string;
  kind: string;
  tenantId: string | null;
  payload: string;
  occurredAt: EpochMs;
  dispatchedAt: EpochMs | null;
};

declare module '../database/tables.ts' {
  interface Tables {
    outboxEvents: EventRow;
  }
}

export async function insertEvent(db: Executor, row: EventRow): Promise<void> {
  await db.insertInto('outboxEvents').values(row).execute();
}

export function listUndispatchedEvents(db: Executor, limit: number): Promise<EventRow[]> {
  return db
    .selectFrom('outboxEvents')
    .selectAll()
    .where('dispatchedAt', 'is', null)
    .orderBy('occurredAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** @returns false when another node was first */
export async function markDispatched(db: Executor, id: string, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outboxEvents')
    .set({ dispatchedAt: nowMs })
    .where('id', '=', id)
    .where('dispatchedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
