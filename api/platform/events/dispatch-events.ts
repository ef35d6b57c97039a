import type { Clock } from '../clock/clock.ts';
import type { Database, Executor } from '../database/database.ts';
import type { EventKind, RecordedEvent } from './events.ts';
import { type EventRow, listUndispatchedEvents, markDispatched } from './store.ts';

const batchMax = 100;

/** Hands out what waits in the outbox, oldest first; what `handOut` writes is kept with the mark that it was handed out. */
export async function dispatchEvents(
  { database, clock }: { database: Database; clock: Clock },
  handOut: (trx: Executor, event: RecordedEvent) => Promise<void>,
): Promise<void> {
  for (const row of await listUndispatchedEvents(database.db, batchMax)) {
    await database.transaction(async (trx) => {
      if (await markDispatched(trx, row.id, clock.now())) await handOut(trx, recordedEvent(row));
    });
  }
}

function recordedEvent({ id, kind, tenantId, payload, occurredAt }: EventRow): RecordedEvent {
  return { id, kind: kind as EventKind, tenantId, payload: JSON.parse(payload), occurredAtMs: occurredAt };
}
