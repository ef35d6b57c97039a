import type { ScheduleInterval } from './schedule.ts';

export type When = { every: ScheduleInterval; hour: number; weekday: number | null; dayOfMonth: number | null };

/** The first instant after `afterMs`; an hour that a zone skips comes right after the gap. */
export function nextRun({ every, hour, weekday, dayOfMonth }: When, timeZone: string, afterMs: number): number {
  const after = Temporal.Instant.fromEpochMilliseconds(afterMs).toZonedDateTimeISO(timeZone);
  let day = after.toPlainDate();
  if (every === 'weekly') day = day.subtract({ days: (day.dayOfWeek - (weekday ?? 1) + 7) % 7 });
  if (every === 'monthly') day = day.with({ day: dayOfMonth ?? 1 });
  const step = { daily: { days: 1 }, weekly: { days: 7 }, monthly: { months: 1 } }[every];
  while (true) {
    const at = day.toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds;
    if (at > afterMs) return at;
    day = day.add(step);
  }
}
