/** Weeks of an availability board, from Monday 00:00 UTC. Pure; pages import it too. */

export const boardWeeks = 8;
/** How far ahead a freelancer's own calendar reaches. */
export const calendarWeeks = 26;
export const weekHoursMax = 80;

export const weekMs = 7 * 86_400_000;
const dayMs = 86_400_000;

export type WeekState = 'free' | 'partly' | 'busy';
export type FreeWeek = { startsOn: string; freeHours: number; state: WeekState };

/** What a profile says, as far as it is about time. */
export type SaidAvailability = { hoursPerWeek: number; nextFreeDate: string | null; openToOffers: boolean };
/** Hours a week that a running contract may take. `toMs` null: without an end. */
export type Commitment = { hoursPerWeek: number; fromMs: number; toMs: number | null; agreedAtMs: number };
/** What the freelancer wrote for one week, and when. */
export type CalendarWeek = { startsOn: string; freeHours: number; writtenAtMs: number };

export type WeekRules = { busyBelowHours: number; freeFromPercent: number };

/** The Monday of this instant, 00:00 UTC. */
export function mondayOf(epochMs: number): number {
  const day = Math.floor(epochMs / dayMs);
  // 1 January 1970 was a Thursday.
  return (day - ((day + 3) % 7)) * dayMs;
}

/** `2026-11-23` */
export function dateOf(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}

export function mondaysFrom(nowMs: number, weeks: number = boardWeeks): number[] {
  const first = mondayOf(nowMs);
  return Array.from({ length: weeks }, (_, at) => first + at * weekMs);
}

/**
 * Hours still to be had in the week of this Monday. A week that the freelancer wrote into their own calendar counts as
 * written, less what was agreed since; any other is what the profile says, less what runs.
 */
export function freeHoursOf(
  mondayMs: number,
  said: SaidAvailability,
  commitments: readonly Commitment[],
  written: CalendarWeek | undefined,
): number {
  if (!said.openToOffers) return 0;
  if (commitments.length === 0 && !written) return saidHours(mondayMs, said);
  const running = commitments.filter(
    ({ fromMs, toMs, agreedAtMs }) =>
      fromMs < mondayMs + weekMs &&
      (toMs === null || toMs > mondayMs) &&
      (written === undefined || agreedAtMs > written.writtenAtMs),
  );
  const taken = running.reduce((sum, { hoursPerWeek }) => sum + hoursPerWeek, 0);
  return Math.max(0, (written?.freeHours ?? saidHours(mondayMs, said)) - taken);
}

/** What the profile alone says: of five working days, those from the next free date on. */
export function saidHours(mondayMs: number, { hoursPerWeek, nextFreeDate, openToOffers }: SaidAvailability): number {
  if (!openToOffers) return 0;
  if (nextFreeDate === null) return hoursPerWeek;
  const daysGone = Math.ceil((Date.parse(`${nextFreeDate}T00:00:00Z`) - mondayMs) / dayMs);
  const days = Math.min(5, Math.max(0, 5 - daysGone));
  return Math.floor((hoursPerWeek * days) / 5);
}

export function weekStateOf(freeHours: number, usualHours: number, rules: WeekRules): WeekState {
  if (freeHours < rules.busyBelowHours) return 'busy';
  return freeHours * 100 >= usualHours * rules.freeFromPercent ? 'free' : 'partly';
}

export function weeksOf(
  mondays: readonly number[],
  said: SaidAvailability,
  commitments: readonly Commitment[],
  written: ReadonlyMap<string, CalendarWeek> | undefined,
  rules: WeekRules,
): FreeWeek[] {
  return mondays.map((mondayMs) => {
    const startsOn = dateOf(mondayMs);
    const freeHours = freeHoursOf(mondayMs, said, commitments, written?.get(startsOn));
    return { startsOn, freeHours, state: weekStateOf(freeHours, said.hoursPerWeek, rules) };
  });
}
