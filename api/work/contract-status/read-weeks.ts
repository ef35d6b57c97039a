import type { Executor } from '../../platform/database/database.ts';
import { isLive } from '../contracts/contract.ts';
import type { ContractRow } from '../contracts/read-contract-lists.ts';
import type { AgreedTerms } from '../contracts/schema.ts';
import { readWeeks, type WeekStanding } from '../timesheets/read-timesheets.ts';
import type { WeekFacts } from './week.ts';

/** Of hourly contracts: this week, the first one, while work may go on, and earlier ones that wait for somebody. */
export async function readWeekFacts(
  db: Executor,
  contracts: readonly { contract: ContractRow; terms: AgreedTerms }[],
  nowMs: number,
): Promise<Map<string, WeekFacts[]>> {
  const hourly = contracts.filter(({ terms }) => terms.payment.kind === 'hourly').map(({ contract }) => contract);
  const weeks = await readWeeks(
    db,
    hourly.map(({ id }) => id),
    nowMs,
  );
  return new Map(
    hourly.map((contract) => {
      const { thisWeek, waiting = [] } = weeks.get(contract.id) ?? {};
      const shown = thisWeek && (isLive(contract) || thisWeek.id !== null) ? [thisWeek, ...waiting] : waiting;
      return [contract.id, shown.map((week) => factsOf(week, week === thisWeek))];
    }),
  );
}

function factsOf({ weekStartsAt, dueAt, ...week }: WeekStanding, isThisWeek: boolean): WeekFacts {
  return { ...week, isThisWeek, startsAtMs: weekStartsAt, dueAtMs: dueAt };
}
