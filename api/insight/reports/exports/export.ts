import { type MoveTable, predicates } from '../../../platform/moves/move.ts';

/** A report as a file, made beside other work. Pure. */

export const exportStates = ['queued', 'running', 'ready', 'failed', 'cancelled', 'expired'] as const;
export type ExportState = (typeof exportStates)[number];

export const exportMoves = {
  start: { by: ['clock'], from: ['queued', 'running'], to: 'running', after: 'its turn has come' },
  finish: { by: ['clock'], from: ['running'], to: 'ready', after: 'the file is whole' },
  fail: { by: ['clock'], from: ['queued', 'running'], to: 'failed', after: 'it could not be made' },
  cancel: { by: ['member'], from: ['queued', 'running'], to: 'cancelled' },
  expire: { by: ['clock'], from: ['ready'], to: 'expired', after: 'keepFileDays of the reports policy' },
} as const satisfies MoveTable<ExportState, string>;
export type ExportMove = keyof typeof exportMoves;

export const exportCan = predicates<ExportState, ExportMove>(exportMoves);
