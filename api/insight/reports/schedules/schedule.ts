import { type MoveTable, predicates } from '../../../platform/moves/move.ts';

/** A report that comes by itself. Pure. */

export const scheduleStates = ['active', 'paused', 'stopped'] as const;
export type ScheduleState = (typeof scheduleStates)[number];

export const scheduleMoves = {
  pause: { by: ['member'], from: ['active'], to: 'paused' },
  resume: { by: ['member'], from: ['paused', 'stopped'], to: 'active' },
  stop: {
    by: ['clock'],
    from: ['active'],
    to: 'stopped',
    after: 'its owner may no longer open the report, or it failed too often',
  },
} as const satisfies MoveTable<ScheduleState, string>;
export type ScheduleMove = keyof typeof scheduleMoves;

export const scheduleCan = predicates<ScheduleState, ScheduleMove>(scheduleMoves);

export const scheduleIntervals = ['daily', 'weekly', 'monthly'] as const;
export type ScheduleInterval = (typeof scheduleIntervals)[number];

/** `runLost`: its owner may no longer open it; `deliveryFailed`: too many in a row did not arrive. */
export const stopReasons = ['roleLost', 'deliveryFailed'] as const;
export type StopReason = (typeof stopReasons)[number];

export const deliveryStates = ['queued', 'making', 'sending', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];
