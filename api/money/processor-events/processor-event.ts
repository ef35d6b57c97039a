import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** News from a processor: which object to look at again. Pure. Nothing else of it is believed or kept. */

export const processorEventStates = ['received', 'done', 'unmatched', 'closed'] as const;
export type ProcessorEventState = (typeof processorEventStates)[number];

export const processorEventMoves = {
  finish: { by: ['processor'], from: ['received', 'unmatched'], to: 'done' },
  /** Nothing here is known by that id. */
  setAside: { by: ['processor'], from: ['received'], to: 'unmatched' },
  retry: { by: ['operator', 'clock'], from: ['unmatched'], to: 'received', after: 'some minutes, a few times' },
  close: { by: ['operator'], from: ['unmatched'], to: 'closed' },
} as const satisfies MoveTable<ProcessorEventState, string>;
export type ProcessorEventMove = keyof typeof processorEventMoves;

export const processorEventCan = predicates<ProcessorEventState, ProcessorEventMove>(processorEventMoves);
