import { fractionOf, type Money } from '../../money/money.ts';

/** Worked time in segments of ten minutes, each on UTC's own grid, and weeks from Monday 00:00 UTC. Pure; browsers load it. */

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
export const segmentMs = 10 * minuteMs;
export const segmentMinutes = 10;
export const segmentsPerHour = 6;
export const weekMs = 7 * dayMs;
/** The first Monday of the epoch: 1970-01-05. */
const firstMondayMs = 4 * dayMs;

export const memoMaxLength = 500;
/** No day has more. */
export const entryMinutesMax = 24 * 60;

export const entryKinds = ['tracked', 'manual'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** From its first instant to, without it, its last. */
export type Span = { startMs: number; endMs: number };

/** The Monday 00:00 UTC at or before an instant; a week begins with its first millisecond. */
export function weekStartOf(instantMs: number): number {
  return instantMs - modulo(instantMs - firstMondayMs, weekMs);
}

/** `2026-11-23`, the Monday that names the week. */
export function weekName(weekStartMs: number): string {
  return new Date(weekStartMs).toISOString().slice(0, 10);
}

export const weekOf = (instantMs: number): string => weekName(weekStartOf(instantMs));

/** @returns undefined for what names no Monday */
export function weekStartNamed(name: string): number | undefined {
  const startMs = Date.parse(`${name}T00:00:00Z`);
  return Number.isNaN(startMs) || weekName(startMs) !== name || weekStartOf(startMs) !== startMs ? undefined : startMs;
}

export const isOnGrid = (instantMs: number): boolean => Number.isSafeInteger(instantMs) && instantMs % segmentMs === 0;
export const segmentOf = (instantMs: number): number => instantMs - modulo(instantMs, segmentMs);

/** The starts of a span's segments. @param span on the grid */
export function segmentsOf({ startMs, endMs }: Span): number[] {
  return Array.from({ length: Math.max(0, (endMs - startMs) / segmentMs) }, (_, at) => startMs + at * segmentMs);
}

export const minutesOf = (segments: number): number => segments * segmentMinutes;

export function overlaps(one: Span, other: Span): boolean {
  return one.startMs < other.endMs && other.startMs < one.endMs;
}

/** The parts of a span in each of its weeks: time over Sunday midnight belongs to two. */
export function splitByWeek({ startMs, endMs }: Span): Span[] {
  const parts: Span[] = [];
  for (let at = startMs; at < endMs; ) {
    const end = Math.min(endMs, weekStartOf(at) + weekMs);
    parts.push({ startMs: at, endMs: end });
    at = end;
  }
  return parts;
}

/** What tracked time of a segment is enough to count it: half, as amounts round. */
export const countedMs = segmentMs / 2;

/**
 * The segments that time on the clock has filled at least half, and how much of the last one is filled so far.
 * @param carriedMs of `from`'s segment, filled before
 */
export function countSegments({ startMs, endMs }: Span, carriedMs: number): { counted: number[]; restMs: number } {
  const counted: number[] = [];
  let filledMs = carriedMs;
  for (let at = startMs; at < endMs; ) {
    const segment = segmentOf(at);
    const next = Math.min(endMs, segment + segmentMs);
    const before = filledMs;
    filledMs += next - at;
    if (before < countedMs && filledMs >= countedMs) counted.push(segment);
    if (next === segment + segmentMs) filledMs = 0;
    at = next;
  }
  return { counted, restMs: filledMs };
}

/** Segments of one week beyond its limit are recorded and never billed: the latest ones. @param limitMinutes null: no limit */
export function splitByLimit<Segment extends { startMs: number }>(
  segments: readonly Segment[],
  limitMinutes: number | null,
): { within: Segment[]; over: Segment[] } {
  const inOrder = segments.toSorted((one, other) => one.startMs - other.startMs);
  const count = limitMinutes === null ? inOrder.length : Math.floor(limitMinutes / segmentMinutes);
  return { within: inOrder.slice(0, count), over: inOrder.slice(count) };
}

/** What so many segments cost, half a minor unit rounded up once for them all. */
export function amountOfSegments(hourlyRate: Money, segments: number): Money {
  return fractionOf(hourlyRate, segments, segmentsPerHour);
}

/** Why the client could still dispute a segment; none of them makes its payment certain. */
export const protectionGaps = [
  'clientNotVerified',
  'manual',
  'memoMissing',
  'overLimit',
  'noActivity',
  'screenshotDeleted',
] as const;
export type ProtectionGap = (typeof protectionGaps)[number];

export type ProtectionFacts = {
  isClientVerified: boolean;
  kind: EntryKind;
  memo: string;
  isOverLimit: boolean;
  /** Whether the timer was heard from while it ran. */
  hasActivity: boolean;
  isScreenshotDeleted: boolean;
};

/** Protected time: a verified client, tracked, with a memo, within the limit and with signs of work in the diary. */
export function protectionGapsOf(facts: ProtectionFacts): ProtectionGap[] {
  const holds: Record<ProtectionGap, boolean> = {
    clientNotVerified: !facts.isClientVerified,
    manual: facts.kind === 'manual',
    memoMissing: facts.memo.trim() === '',
    overLimit: facts.isOverLimit,
    noActivity: facts.kind === 'tracked' && !facts.hasActivity,
    screenshotDeleted: facts.isScreenshotDeleted,
  };
  return protectionGaps.filter((gap) => holds[gap]);
}

export type LocalDay = Span & {
  /** `2026-11-23` in the zone. */
  date: string;
};

/**
 * The days of a UTC week as a zone has them, the first and the last cut at the week's ends: seven where the zone is
 * UTC, mostly eight elsewhere. A day of a clock change is an hour longer or shorter.
 */
export function localDaysOf(weekStartMs: number, zone: string): LocalDay[] {
  const weekEndMs = weekStartMs + weekMs;
  const days: LocalDay[] = [];
  for (let at = weekStartMs; at < weekEndMs; ) {
    const date = localDate(at, zone);
    const endMs = Math.min(weekEndMs, firstInstantAfter(date, at, zone));
    days.push({ date, startMs: at, endMs });
    at = endMs;
  }
  return days;
}

/** The first instant of the next local day: somewhere within the 26 hours that follow, found to the minute. */
function firstInstantAfter(date: string, fromMs: number, zone: string): number {
  let [lowMs, highMs] = [fromMs, fromMs + 26 * hourMs];
  while (highMs - lowMs > minuteMs) {
    const middleMs = lowMs + Math.floor((highMs - lowMs) / 2 / minuteMs) * minuteMs;
    if (localDate(middleMs, zone) === date) lowMs = middleMs;
    else highMs = middleMs;
  }
  return highMs;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

export function localDate(instantMs: number, zone: string): string {
  let format = dateFormats.get(zone);
  if (!format) {
    // Canada's English writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    dateFormats.set(zone, format);
  }
  return format.format(instantMs);
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
