import { allocate, money } from '../../../money/money.ts';
import type { TimeEntryRow, TimeSegmentRow } from '../../../work/time-entries/read-segments.ts';
import { type ProtectionGap, protectionGapsOf } from '../../../work/time-entries/time-entry.ts';
import { segmentMinutes } from '../charges.ts';
import type { TenantReading } from '../definition.ts';
import { dayName, startOf } from '../periods.ts';
import type { ReportedWeek } from './list-weeks.ts';

export const segmentClasses = ['tracked', 'manual', 'overLimit', 'unbilled'] as const;
export type SegmentClass = (typeof segmentClasses)[number];

/** The time of one entry on one day that counts the same. */
export type TimeRow = {
  key: string;
  week: ReportedWeek;
  entry: TimeEntryRow;
  dayMs: number;
  segmentClass: SegmentClass;
  gaps: readonly ProtectionGap[];
  segments: number;
  /** Its part of what the week was charged; the parts of a week sum to that to the cent. */
  chargeMinor: number | null;
};

/** All of each week, in order, whatever of it lies within the period: the charge is shared out over the whole. */
export async function readTimeRows(
  { db, scope }: TenantReading,
  weeks: readonly ReportedWeek[],
  isVerified: boolean,
): Promise<TimeRow[]> {
  const ids = weeks.map(({ id }) => id);
  const segments = await db
    .selectFrom('timeSegments')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('timesheetId', 'in', ids)
    .orderBy('timesheetId')
    .orderBy('startsAt')
    .execute();
  const entries = await db
    .selectFrom('timeEntries')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('timesheetId', 'in', ids)
    .execute();
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
  const segmentsOf = Map.groupBy(segments, ({ timesheetId }) => timesheetId);
  return weeks.flatMap((week) => rowsOfWeek(week, segmentsOf.get(week.id) ?? [], entryOf, isVerified));
}

function rowsOfWeek(
  week: ReportedWeek,
  segments: readonly TimeSegmentRow[],
  entryOf: ReadonlyMap<string, TimeEntryRow>,
  isVerified: boolean,
): TimeRow[] {
  const rows = new Map<string, TimeRow>();
  for (const segment of segments) {
    const entry = entryOf.get(segment.entryId)!;
    const dayMs = Math.floor(segment.startsAt / 86_400_000) * 86_400_000;
    const segmentClass = classOf(segment);
    const gaps = protectionGapsOf({
      isClientVerified: isVerified,
      kind: segment.kind,
      memo: entry.memo,
      isOverLimit: segment.billing === 'overLimit',
      hasActivity: segment.hasActivity === 1,
      isScreenshotDeleted: segment.screenshot === 'deleted',
    });
    const key = [week.id, dayName(dayMs), entry.id, segmentClass, ...gaps].join('~');
    const row = rows.get(key) ?? { key, week, entry, dayMs, segmentClass, gaps, segments: 0, chargeMinor: null };
    row.segments++;
    rows.set(key, row);
  }
  shareOut(week, [...rows.values()]);
  return [...rows.values()];
}

function shareOut({ chargedMinor, currency }: ReportedWeek, rows: readonly TimeRow[]): void {
  const billed = rows.filter(({ segmentClass }) => segmentClass === 'tracked' || segmentClass === 'manual');
  if (chargedMinor === null || billed.length === 0) return;
  const parts = allocate(
    money(chargedMinor, currency),
    billed.map(({ segments }) => segments),
  );
  billed.forEach((row, index) => {
    row.chargeMinor = parts[index]!.amountMinor;
  });
}

function classOf({ billing, kind }: TimeSegmentRow): SegmentClass {
  if (billing === 'overLimit') return 'overLimit';
  return billing === 'billed' ? kind : 'unbilled';
}

export const minutesOf = ({ segments }: TimeRow) => segments * segmentMinutes;
export const weekName = ({ weekStartsAt }: ReportedWeek) => dayName(startOf('week', weekStartsAt));
