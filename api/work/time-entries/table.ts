import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { EntryKind } from './time-entry.ts';

/** What somebody worked on for a while within one week. */
export type TimeEntryRow = {
  id: string;
  tenantId: string;
  contractId: string;
  freelancerId: string;
  timesheetId: string;
  kind: EntryKind;
  memo: string;
  activityCodeId: string | null;
  revision: number;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

/**
 * Ten minutes of one freelancer, whoever they were worked for: its key counts them once. Of an entry that was deleted
 * nothing is left here; the audit log has it.
 */
export type TimeSegmentRow = {
  freelancerId: string;
  startsAt: EpochMs;
  id: string;
  tenantId: string;
  contractId: string;
  timesheetId: string;
  entryId: string;
  kind: EntryKind;
  /** Whether the timer was heard from within it. */
  hasActivity: Flag;
  screenshot: 'none' | 'kept' | 'deleted';
  /** Null until the week is charged. */
  billing: 'billed' | 'overLimit' | null;
  isDisputed: Flag;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    timeEntries: TimeEntryRow;
    timeSegments: TimeSegmentRow;
  }
}
