import type { Logger } from 'pino';
import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import type { EventObject, PaymentProcessor, ProcessorEvent } from '../payments/processor.ts';
import * as store from './store.ts';
import type { ProcessorEventRow } from './table.ts';

/** What became of looking at the object that an event names. */
export type Taken = 'done' | { unmatched: string };
/**
 * By what an event names: whoever keeps it asks the processor how it stands and books that. Harmless to repeat, in any
 * order. One that throws is tried again later.
 */
export type EventTakers = Partial<Record<EventObject, (event: ProcessorEventRow) => Promise<Taken>>>;

export type EventDeps = {
  database: Database;
  clock: Clock;
  newId: NewId;
  log: Logger;
  jobs: JobRunner;
  processor: PaymentProcessor;
  takers: EventTakers;
};

const handleJob = 'processorEvents.handle';

/** Keeps an event that was believed, once; what it names is looked at after its sender was answered. */
export async function takeEvent(deps: EventDeps, event: ProcessorEvent): Promise<void> {
  const { database, clock, newId, jobs, processor } = deps;
  const [id, receivedAt] = [newId('pe'), clock.now()];
  await database.transaction(async (trx) => {
    const isNew = await store.insertEventOnce(trx, {
      id,
      processor: processor.name,
      externalId: event.id,
      kind: event.kind,
      objectKind: event.object.kind,
      objectId: event.object.id,
      account: event.object.account,
      state: 'received',
      attempts: 0,
      reason: null,
      closedBy: null,
      receivedAt,
      handledAt: null,
    });
    if (isNew) await jobs.enqueue(trx, handleJob, id, { id }, receivedAt);
  });
}

/** ⏱ Looks at what events name, at once; again every five minutes at what was not known, for an hour. */
export function watchEvents(deps: EventDeps): void {
  const { database, clock, jobs, processor } = deps;
  jobs.handle(handleJob, async ({ payload }) => void (await handleEvent(deps, (payload as { id: string }).id)));
  jobs.every({
    kind: 'processorEvents.retry',
    everyMs: retryMs,
    run: async () => {
      const ids = await store.listToRetry(database.db, clock.now() - retryForMs, attemptsMax, 50);
      for (const id of ids) await retryEvent(deps, id);
    },
  });
  const { tellNews } = processor;
  if (!tellNews) return;
  const deliver = (rawBody: string, signature: string) => takeEvent(deps, processor.readEvent(rawBody, signature));
  jobs.every({ kind: 'processorEvents.sandboxNews', everyMs: 60_000, run: () => tellNews(deliver) });
}

const retryMs = 5 * 60_000;
const retryForMs = 60 * 60_000;
const attemptsMax = 12;

/** Set aside before, looked at again. */
export async function retryEvent(deps: EventDeps, id: string): Promise<ProcessorEventRow> {
  await store.moveEvent(deps.database.db, id, ['unmatched'], { state: 'received', reason: null });
  return handleEvent(deps, id);
}

async function handleEvent(deps: EventDeps, id: string): Promise<ProcessorEventRow> {
  const { database, clock, log, takers } = deps;
  const event = (await store.findEvent(database.db, id))!;
  if (event.state !== 'received') return event;
  const take = takers[event.objectKind];
  const attempts = event.attempts + 1;
  const taken = take ? await take(event) : 'done';
  if (taken === 'done') {
    await store.moveEvent(database.db, id, ['received'], { state: 'done', attempts, handledAt: clock.now() });
  } else {
    log.warn({ event: id, kind: event.kind, object: event.objectId, reason: taken.unmatched }, 'an event is unmatched');
    await store.moveEvent(database.db, id, ['received'], { state: 'unmatched', attempts, reason: taken.unmatched });
  }
  return (await store.findEvent(database.db, id))!;
}
