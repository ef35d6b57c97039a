import type { EpochMs } from '../../platform/database/database.ts';
import type { EventObject } from '../payments/processor.ts';
import type { ProcessorEventState } from './processor-event.ts';

export type ProcessorEventRow = {
  id: string;
  processor: string;
  /** The processor's id of the event; taken once. */
  externalId: string;
  kind: string;
  objectKind: EventObject;
  objectId: string;
  account: string | null;
  state: ProcessorEventState;
  attempts: number;
  /** Why it is unmatched, or why it was closed. */
  reason: string | null;
  closedBy: string | null;
  receivedAt: EpochMs;
  handledAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    processorEvents: ProcessorEventRow;
  }
}
