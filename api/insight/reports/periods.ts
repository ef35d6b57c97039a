import type { NamedPeriod } from './filters-schema.ts';
import type { Granularity } from './report.ts';

/** Days, weeks from Monday, months, quarters and years of UTC. Pure. */

export type Span = { fromMs: number; toMs: number };

const dayMs = 86_400_000;

const dateOf = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').toPlainDate();
const msOf = (date: Temporal.PlainDate) => date.toZonedDateTime('UTC').epochMilliseconds;

export const dayName = (ms: number): string => dateOf(ms).toString();
export const dayStart = (day: string): number => msOf(Temporal.PlainDate.from(day));

export function startOf(granularity: Granularity, ms: number): number {
  const date = dateOf(ms);
  switch (granularity) {
    case 'week':
      return msOf(date.subtract({ days: date.dayOfWeek - 1 }));
    case 'month':
      return msOf(date.with({ day: 1 }));
    case 'quarter':
      return msOf(date.with({ day: 1, month: date.month - ((date.month - 1) % 3) }));
    case 'year':
      return msOf(date.with({ day: 1, month: 1 }));
  }
}

const steps = { week: { days: 7 }, month: { months: 1 }, quarter: { months: 3 }, year: { years: 1 } } as const;

/** Its parts in calendar units, the first and the last cut to it. */
export function partsOf({ fromMs, toMs }: Span, granularity: Granularity): Span[] {
  const parts: Span[] = [];
  let start = dateOf(startOf(granularity, fromMs));
  while (msOf(start) < toMs) {
    const next = start.add(steps[granularity]);
    parts.push({ fromMs: Math.max(fromMs, msOf(start)), toMs: Math.min(toMs, msOf(next)) });
    start = next;
  }
  return parts;
}

/** The span of the same length right before: the calendar unit before where it is one. */
export function spanBefore({ fromMs, toMs }: Span, granularity: Granularity | null): Span {
  const isWhole = granularity !== null && startOf(granularity, fromMs) === fromMs;
  if (!isWhole) return { fromMs: fromMs - (toMs - fromMs), toMs: fromMs };
  return { fromMs: msOf(dateOf(fromMs).subtract(steps[granularity])), toMs: fromMs };
}

/** `2026-11-23` of a week, `2026-11`, `2026-Q4`, `2026`. */
export function spanName({ fromMs }: Span, granularity: Granularity): string {
  const day = dayName(startOf(granularity, fromMs));
  switch (granularity) {
    case 'week':
      return day;
    case 'month':
      return day.slice(0, 7);
    case 'quarter':
      return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    case 'year':
      return day.slice(0, 4);
  }
}

/** As it stands at `nowMs`; what runs on to today includes today. */
export function namedSpan(name: NamedPeriod, nowMs: number): Span {
  const today = startOfDay(nowMs);
  const before = (granularity: Granularity): Span => {
    const toMs = startOf(granularity, nowMs);
    return spanBefore({ fromMs: toMs, toMs }, granularity);
  };
  const toDate = (granularity: Granularity): Span => ({ fromMs: startOf(granularity, nowMs), toMs: today + dayMs });
  switch (name) {
    case 'yesterday':
      return { fromMs: today - dayMs, toMs: today };
    case 'lastWeek':
      return before('week');
    case 'lastMonth':
      return before('month');
    case 'lastQuarter':
      return before('quarter');
    case 'lastYear':
      return before('year');
    case 'monthToDate':
      return toDate('month');
    case 'quarterToDate':
      return toDate('quarter');
    case 'yearToDate':
      return toDate('year');
    case 'last12Months':
      return { fromMs: msOf(dateOf(startOf('month', nowMs)).subtract({ months: 11 })), toMs: today + dayMs };
  }
}

export const startOfDay = (ms: number): number => Math.floor(ms / dayMs) * dayMs;

/** By the calendar, so that leap days do not make ten years too long. */
export function isLongerThan({ fromMs, toMs }: Span, years: number): boolean {
  return toMs > msOf(dateOf(fromMs).add({ years }));
}
