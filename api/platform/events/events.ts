import type { NewId } from '../clock/clock.ts';
import type { Executor } from '../database/database.ts';
import { insertEvent } from './store.ts';

/** Payload by event kind, past tense. Slices add theirs by declaration merging, as with Tables. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface EventPayloads {}
export type EventKind = keyof EventPayloads & string;

export type RecordedEvent<K extends EventKind = EventKind> = {
  id: string;
  kind: K;
  tenantId: string | null;
  payload: EventPayloads[K];
  occurredAtMs: number;
};

/** News for higher wings, written in the transaction of the change it tells of. */
export type Outbox = {
  record<K extends EventKind>(
    trx: Executor,
    kind: K,
    tenantId: string | null,
    payload: EventPayloads[K],
    occurredAtMs: number,
  ): Promise<void>;
};

export function createOutbox(newId: NewId): Outbox {
  return {
    async record(trx, kind, tenantId, payload, occurredAtMs) {
      await insertEvent(trx, {
        id: newId('ev'),
        kind,
        tenantId,
        payload: JSON.stringify(payload),
        occurredAt: occurredAtMs,
        dispatchedAt: null,
      });
    },
  };
}
