import type { EpochMs } from '../database/database.ts';

/** One move of one object; append only. */
export type MoveRow = {
  id: string;
  tenantId: string;
  subjectKind: string;
  subjectId: string;
  /** Counts the moves of this object from 1. */
  sequence: number;
  move: string;
  fromState: string | null;
  toState: string | null;
  actorKind: string;
  actorId: string | null;
  reason: string | null;
  /** JSON: what a reader of the timeline should see beside it. */
  details: string;
  /** `team`: never shown to the freelancer. */
  audience: MoveAudience;
  requestId: string;
  occurredAt: EpochMs;
};
export type MoveAudience = 'everyone' | 'team';

declare module '../database/tables.ts' {
  interface Tables {
    moves: MoveRow;
  }
}
