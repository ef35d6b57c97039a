import type { EpochMs } from '../../platform/database/database.ts';

/** What happened to a freelancer's own money matters: no tenant's, so in no tenant's timeline. Never changed. */
export type PayeeMoveRow = {
  id: string;
  freelancerId: string;
  subjectKind: string;
  subjectId: string;
  move: string;
  fromState: string | null;
  toState: string | null;
  actorKind: string;
  actorId: string | null;
  reason: string | null;
  requestId: string;
  occurredAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    payeeMoves: PayeeMoveRow;
  }
}
