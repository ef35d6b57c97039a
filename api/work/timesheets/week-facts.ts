import { money } from '../../money/money.ts';
import { hasPaid } from '../../money/payments/has-paid.ts';
import type { Executor } from '../../platform/database/database.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type ActivityCodeTile, readCodes } from '../activity-codes/read-codes.ts';
import { type AgreedContract, readContracts } from '../contracts/read-contracts.ts';
import type { TimeEntryRow, TimeSegmentRow } from '../time-entries/read-segments.ts';
import { listEntriesOfWeeks, listSegmentsOfWeeks } from '../time-entries/read-segments.ts';
import {
  amountOfSegments,
  minutesOf,
  type ProtectionGap,
  protectionGapsOf,
  splitByLimit,
} from '../time-entries/time-entry.ts';
import { listDisputes } from './correction-store.ts';
import { deadlinesOf } from './open-week.ts';
import { timesheetsPolicy } from './policy.ts';
import { listTimesheetsById } from './store.ts';
import type { TimesheetDisputeRow, TimesheetRow } from './table.ts';

export type SegmentFacts = TimeSegmentRow & {
  memo: string;
  activityCode: ActivityCodeTile | null;
  isOverLimit: boolean;
  gaps: ProtectionGap[];
};

/** A week with everything that either side is shown of it. */
export type WeekFacts = {
  row: TimesheetRow;
  contract: AgreedContract;
  deadlines: ReturnType<typeof deadlinesOf>;
  segments: SegmentFacts[];
  entries: TimeEntryRow[];
  codes: ReadonlyMap<string, ActivityCodeTile>;
  dispute: TimesheetDisputeRow | undefined;
};

/** In the order of the rows, which the caller may see. */
export async function readWeekFacts(db: Executor, rows: readonly TimesheetRow[]): Promise<WeekFacts[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const contracts = await readContracts(
    db,
    rows.map(({ contractId }) => contractId),
  );
  const segments = Map.groupBy(await listSegmentsOfWeeks(db, ids), ({ timesheetId }) => timesheetId);
  const allEntries = await listEntriesOfWeeks(db, ids);
  const entries = Map.groupBy(allEntries, ({ timesheetId }) => timesheetId);
  const codes = await readCodes(
    db,
    allEntries.map(({ activityCodeId }) => activityCodeId),
  );
  const disputes = await listDisputes(db, ids);
  const tenants = await readTenantFacts(db, rows);
  return rows.map((row) => {
    const { isVerified, policy } = tenants.get(row.tenantId)!;
    const own = entries.get(row.id) ?? [];
    return {
      row,
      contract: contracts.get(row.contractId)!,
      deadlines: deadlinesOf(row.weekStartsAt, policy),
      segments: segmentFacts(row, segments.get(row.id) ?? [], own, codes, isVerified),
      entries: own,
      codes,
      dispute: disputes.get(row.id),
    };
  });
}

async function readTenantFacts(db: Executor, rows: readonly TimesheetRow[]) {
  const found = new Map<string, { isVerified: boolean; policy: (typeof timesheetsPolicy)['defaults'] }>();
  for (const tenantId of new Set(rows.map((row) => row.tenantId))) {
    const scope = tenantScope(tenantId);
    found.set(tenantId, {
      isVerified: await hasPaid(db, scope),
      policy: await readPolicy(db, scope, timesheetsPolicy),
    });
  }
  return found;
}

function segmentFacts(
  { limitMinutes }: TimesheetRow,
  segments: readonly TimeSegmentRow[],
  entries: readonly TimeEntryRow[],
  codes: ReadonlyMap<string, ActivityCodeTile>,
  isClientVerified: boolean,
): SegmentFacts[] {
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
  const inOrder = segments.map((segment) => ({ ...segment, startMs: segment.startsAt }));
  const over = new Set(splitByLimit(inOrder, limitMinutes).over.map(({ id }) => id));
  return segments.map((segment) => {
    const { memo, activityCodeId } = entryOf.get(segment.entryId)!;
    // What was charged is charged: a limit that was changed later says nothing about it.
    const isOverLimit = segment.billing === null ? over.has(segment.id) : segment.billing === 'overLimit';
    const gaps = protectionGapsOf({
      isClientVerified,
      kind: segment.kind,
      memo,
      isOverLimit,
      hasActivity: segment.hasActivity === 1,
      isScreenshotDeleted: segment.screenshot === 'deleted',
    });
    return { ...segment, memo, activityCode: codes.get(activityCodeId ?? '') ?? null, isOverLimit, gaps };
  });
}

/** Minutes by what they are, and what they come to. */
export function sumsOf({ row, segments }: Pick<WeekFacts, 'row' | 'segments'>) {
  const minutes = (is: (segment: SegmentFacts) => boolean) => minutesOf(segments.filter(is).length);
  const billed = segments.filter(({ isOverLimit }) => !isOverLimit);
  const rate = money(row.rateMinor, row.currency);
  return {
    minutes: minutesOf(segments.length),
    trackedMinutes: minutes(({ kind }) => kind === 'tracked'),
    manualMinutes: minutes(({ kind }) => kind === 'manual'),
    overLimitMinutes: minutes(({ isOverLimit }) => isOverLimit),
    billedMinutes: minutesOf(billed.length),
    protectedMinutes: minutes(({ gaps }) => gaps.length === 0),
    limitMinutes: row.limitMinutes,
    rate,
    amount: row.amountMinor === null ? amountOfSegments(rate, billed.length) : money(row.amountMinor, row.currency),
  };
}

/** By segment; of weeks that the caller may see. */
export async function readSegmentFacts(
  db: Executor,
  timesheetIds: readonly string[],
): Promise<Map<string, SegmentFacts>> {
  if (timesheetIds.length === 0) return new Map();
  const weeks = await readWeekFacts(db, await listTimesheetsById(db, timesheetIds));
  return new Map(weeks.flatMap(({ segments }) => segments.map((segment) => [segment.id, segment])));
}
