import type { EpochMs } from '../../platform/database/database.ts';

/** How fast a freelancer answers, as it was last counted. */
export type ResponseTimeRow = {
  freelancerId: string;
  /** Within the span. */
  answers: number;
  /** Null while too few are known. */
  hours: number | null;
  /** When the oldest answer leaves the span; null without any. */
  recountAt: EpochMs | null;
  countedAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    responseTimes: ResponseTimeRow;
  }
}
