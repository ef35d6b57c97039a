import type { Executor } from '../../platform/database/database.ts';
import type { PeopleQuery } from './people-query.ts';
import type { FreelancerWeekRow } from './table.ts';

/** What freelancers wrote for their weeks from a Monday on. */
export function listWeeks(db: Executor, people: PeopleQuery, fromDate: string): Promise<FreelancerWeekRow[]> {
  return db
    .selectFrom('freelancerWeeks')
    .selectAll()
    .where('freelancerId', 'in', people)
    .where('startsOn', '>=', fromDate)
    .execute();
}

export async function putWeek(trx: Executor, row: FreelancerWeekRow): Promise<void> {
  await trx
    .insertInto('freelancerWeeks')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['freelancerId', 'startsOn'])
        .doUpdateSet({ freeHours: row.freeHours, writtenAt: row.writtenAt }),
    )
    .execute();
}

export async function deleteWeek(trx: Executor, freelancerId: string, startsOn: string): Promise<void> {
  await trx
    .deleteFrom('freelancerWeeks')
    .where('freelancerId', '=', freelancerId)
    .where('startsOn', '=', startsOn)
    .execute();
}
