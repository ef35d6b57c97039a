import { type Money, money } from '../../money/money.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { FileRef } from '../../platform/files/schema.ts';
import { revisionEtag } from '../../platform/http/etag.ts';
import type { TimeEntryRow } from '../time-entries/read-segments.ts';
import { minutesOf, segmentMs, weekName } from '../time-entries/time-entry.ts';
import type { WorkDiaryRow } from '../work-diary/read-diary.ts';
import type { TimeAdjustment, TimeEntry, TimeSegment } from './schema.ts';
import type { TimeAdjustmentRow } from './table.ts';
import { type SegmentFacts, sumsOf, type WeekFacts } from './week-facts.ts';

/** What both sides see of a week in a list. */
export function presentWeek(facts: WeekFacts) {
  const { row, contract, deadlines, dispute } = facts;
  const inCurrency = (amountMinor: number): Money => money(amountMinor, row.currency);
  return {
    id: row.id,
    contractId: row.contractId,
    title: contract.title,
    week: weekName(row.weekStartsAt),
    startsAt: isoInstant(row.weekStartsAt),
    endsAt: isoInstant(deadlines.endsAt),
    state: row.state,
    revision: row.revision,
    ...sumsOf(facts),
    charge: row.charge,
    chargeRefusal: row.chargeRefusal,
    chargesAt: isoInstant(deadlines.chargesAt),
    editableUntil: isoInstant(deadlines.chargesAt),
    reviewUntil: isoInstant(deadlines.reviewUntil),
    acceptedAt: row.acceptedAt === null ? null : isoInstant(row.acceptedAt),
    disputed: dispute && dispute.outcome === null ? inCurrency(dispute.amountMinor) : null,
    earned: inCurrency(row.earnedMinor),
    refunded: inCurrency(row.refundedMinor + row.lostMinor),
  };
}

/** What both sides see of one week. */
export function presentWhole(
  facts: WeekFacts,
  around: {
    pictures: ReadonlyMap<string, FileRef[]>;
    adjustments: readonly TimeAdjustmentRow[];
    names: ReadonlyMap<string, { name: string }>;
    diary: WorkDiaryRow;
  },
) {
  const { segments, dispute } = facts;
  const days = Map.groupBy(segments, ({ startsAt }) => isoInstant(startsAt).slice(0, 10));
  const memos = Map.groupBy(segments, ({ memo }) => memo);
  const activities = Map.groupBy(segments, ({ activityCode }) => activityCode?.id);
  const longestFirst = (one: { minutes: number }, other: { minutes: number }) => other.minutes - one.minutes;
  return {
    days: [...days].map(([date, own]) => ({
      date,
      minutes: minutesOf(own.length),
      segments: own.map((segment) => presentSegment(segment, around.pictures.get(segment.id)?.[0])),
    })),
    memos: [...memos].map(([memo, own]) => ({ memo, minutes: minutesOf(own.length) })).toSorted(longestFirst),
    activities: [...activities.values()]
      .map((own) => ({ activityCode: own[0]!.activityCode, minutes: minutesOf(own.length) }))
      .toSorted(longestFirst),
    dispute: dispute ? presentDispute(dispute, around.names) : null,
    adjustments: around.adjustments.map((row) => presentAdjustment(row, around.names)),
    screenshots: around.diary.screenshots,
  };
}

function presentSegment(segment: SegmentFacts, picture: FileRef | undefined): TimeSegment {
  const { id, startsAt, entryId, kind, memo, activityCode, isOverLimit, isDisputed, gaps } = segment;
  return {
    id,
    startsAt: isoInstant(startsAt),
    entryId,
    kind,
    memo,
    activityCode,
    isOverLimit,
    isDisputed: isDisputed === 1,
    gaps,
    screenshot: picture ? { url: picture.url } : null,
  };
}

export function presentEntry(row: TimeEntryRow, { segments, codes }: Pick<WeekFacts, 'segments' | 'codes'>): TimeEntry {
  const starts = segments.filter(({ entryId }) => entryId === row.id).map(({ startsAt }) => startsAt);
  return {
    id: row.id,
    contractId: row.contractId,
    kind: row.kind,
    startsAt: isoInstant(Math.min(...starts)),
    endsAt: isoInstant(Math.max(...starts) + segmentMs),
    minutes: minutesOf(starts.length),
    memo: row.memo,
    activityCode: codes.get(row.activityCodeId ?? '') ?? null,
    etag: revisionEtag(row.id, row.revision),
  };
}

function presentDispute(dispute: NonNullable<WeekFacts['dispute']>, names: ReadonlyMap<string, { name: string }>) {
  const inCurrency = (amountMinor: number | null) =>
    amountMinor === null ? null : money(amountMinor, dispute.currency);
  return {
    id: dispute.id,
    reason: dispute.reason,
    minutes: minutesOf(dispute.segments),
    amount: money(dispute.amountMinor, dispute.currency),
    disputedBy: names.get(dispute.disputedBy)?.name ?? '',
    disputedAt: isoInstant(dispute.disputedAt),
    outcome: dispute.outcome,
    released: inCurrency(dispute.releasedMinor),
    refunded: inCurrency(dispute.refundedMinor),
    resolution: dispute.resolution,
    resolvedAt: dispute.resolvedAt === null ? null : isoInstant(dispute.resolvedAt),
  };
}

export function presentAdjustment(
  { id, kind, state, amountMinor, currency, reason, madeBy, refusal, createdAt }: TimeAdjustmentRow,
  names: ReadonlyMap<string, { name: string }>,
): TimeAdjustment {
  return {
    id,
    kind,
    state,
    amount: money(amountMinor, currency),
    reason,
    madeBy: names.get(madeBy)?.name ?? '',
    refusal,
    createdAt: isoInstant(createdAt),
  };
}
