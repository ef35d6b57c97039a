import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { readFreelancerRows } from '../freelancers/read-freelancers.ts';
import type { PoolDeps } from './deps.ts';
import { readWeeks } from './member-board.ts';
import { talentPoolsPolicy } from './policy.ts';
import type { PoolPorts } from './ports.ts';
import type { OwnCalendar } from './schema.ts';
import { calendarWeeks, dateOf, mondaysFrom, weeksOf } from './week.ts';
import { deleteWeek, putWeek } from './week-store.ts';

/** The freelancer's own next weeks, as every pool sees them. */
export async function readCalendar(
  db: Executor,
  ports: Pick<PoolPorts, 'commitments'>,
  { freelancerId }: FreelancerScope,
  nowMs: number,
): Promise<OwnCalendar> {
  const [known, profiles, settings] = await Promise.all([
    readWeeks(db, ports, [freelancerId], nowMs),
    readFreelancerRows(db, [freelancerId]),
    readPolicy(db, undefined, talentPoolsPolicy),
  ]);
  const { hoursPerWeek, nextFreeDate, openToOffers } = profiles.get(freelancerId)!;
  const said = { hoursPerWeek, nextFreeDate, openToOffers: openToOffers === 1 };
  const written = known.written.get(freelancerId);
  const weeks = weeksOf(
    mondaysFrom(nowMs, calendarWeeks),
    said,
    known.commitments.get(freelancerId) ?? [],
    written,
    settings,
  );
  return {
    weeks: weeks.map((week) => ({ ...week, written: written?.get(week.startsOn)?.freeHours ?? null })),
    profile: said,
  };
}

/** Weeks of the calendar, by their Mondays; null gives one back to the profile. @throws 422 not_a_week */
export async function writeCalendar(
  trx: Executor,
  { clock }: Pick<PoolDeps, 'clock'>,
  { freelancerId }: FreelancerScope,
  weeks: readonly { startsOn: string; freeHours: number | null }[],
): Promise<void> {
  const nowMs = clock.now();
  const open = new Set(mondaysFrom(nowMs, calendarWeeks).map(dateOf));
  for (const [at, { startsOn, freeHours }] of weeks.entries()) {
    if (!open.has(startsOn))
      throw unprocessable(
        'not_a_week',
        `A week begins on a Monday, from this one on for ${calendarWeeks} weeks; nothing was saved.`,
        [{ pointer: `/weeks/${at}/startsOn`, code: 'not_a_week', message: 'Not a Monday of your calendar.' }],
      );
    if (freeHours === null) await deleteWeek(trx, freelancerId, startsOn);
    else await putWeek(trx, { freelancerId, startsOn, freeHours, writtenAt: nowMs });
  }
}
