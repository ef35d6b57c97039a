/** Months are UTC's. */
export type Month = { fromMs: number; toMs: number };

export function monthOf(epochMs: number): Month {
  const first = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO('UTC').with({ day: 1 }).startOfDay();
  return { fromMs: first.epochMilliseconds, toMs: first.add({ months: 1 }).epochMilliseconds };
}

/** The first instants of the last `count` months, this one last. */
export function lastMonths(nowMs: number, count: number): Month[] {
  const current = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO('UTC').with({ day: 1 }).startOfDay();
  return Array.from({ length: count }, (_, index) =>
    monthOf(current.subtract({ months: count - 1 - index }).epochMilliseconds),
  );
}

/** `2026-11` */
export function monthName({ fromMs }: Month): string {
  return Temporal.Instant.fromEpochMilliseconds(fromMs).toString().slice(0, 7);
}
