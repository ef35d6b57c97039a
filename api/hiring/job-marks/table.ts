import type { EpochMs } from '../../platform/database/database.ts';
import type { HideReason } from './job-mark.ts';

/** What one freelancer keeps about one post; the installation's, as freelancers are. */
export type JobMarkRow = {
  freelancerId: string;
  jobPostId: string;
  savedAt: EpochMs | null;
  hiddenAt: EpochMs | null;
  hideReason: HideReason | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    jobMarks: JobMarkRow;
  }
}
