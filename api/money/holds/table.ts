import type { EpochMs } from '../../platform/database/database.ts';
import type { HoldState, HoldSubject } from './hold.ts';

export type HoldRow = {
  id: string;
  subjectKind: HoldSubject['kind'];
  subjectId: string;
  freelancerId: string;
  state: HoldState;
  reason: string;
  placedBy: string;
  placedAt: EpochMs;
  liftedBy: string | null;
  liftedAt: EpochMs | null;
  liftReason: string | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    holds: HoldRow;
  }
}
