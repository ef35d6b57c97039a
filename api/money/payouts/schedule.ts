import type { PayoutFrequency } from './payout.ts';

/** When money goes out by itself. Pure; pages load it too. */

const wednesday = 3;

/**
 * The next payout day, at 00:00 UTC: weekly and every second week on Wednesdays (the even ones of ISO 8601, counted
 * from the first of all, so that a long year changes nothing), monthly on the 1st, quarterly on the 1st of January,
 * April, July and October.
 * @returns always later than `afterMs`; undefined for payouts on request only
 */
export function nextPayoutDay(frequency: PayoutFrequency, afterMs: number): number | undefined {
  const today = Temporal.Instant.fromEpochMilliseconds(afterMs).toZonedDateTimeISO('UTC').toPlainDate();
  switch (frequency) {
    case 'manual':
      return undefined;
    case 'weekly':
      return startOf(nextWednesday(today));
    case 'biweekly': {
      const next = nextWednesday(today);
      const weeks = Math.floor(startOf(next) / (7 * 86_400_000));
      return startOf(weeks % 2 === 0 ? next : next.add({ days: 7 }));
    }
    case 'monthly':
      return startOf(today.with({ day: 1 }).add({ months: 1 }));
    case 'quarterly':
      return startOf(today.with({ day: 1 }).add({ months: 3 - ((today.month - 1) % 3) }));
  }
}

function nextWednesday(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.add({ days: ((wednesday - today.dayOfWeek + 6) % 7) + 1 });
}

function startOf(date: Temporal.PlainDate): number {
  return date.toZonedDateTime('UTC').epochMilliseconds;
}
