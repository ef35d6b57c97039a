/** Time as other slices read it: of weeks, spans and entries that their callers may see. */

export {
  countBilled,
  countSegments,
  findEntry,
  findSegment,
  listEntriesOfWeeks,
  listSegmentsBetween,
  listSegmentsOfWeeks,
} from './store.ts';
export type { TimeEntryRow, TimeSegmentRow } from './table.ts';
