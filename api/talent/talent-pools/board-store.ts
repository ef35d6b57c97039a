import type { Executor } from '../../platform/database/database.ts';
import type { PeopleQuery } from './people-query.ts';
import type { TalentPoolMemberRow } from './table.ts';

/** What a board filters, counts and sorts by, of every member; a page's rows are then read whole. */
export type BoardRow = Pick<
  TalentPoolMemberRow,
  | 'freelancerId'
  | 'state'
  | 'admittedBy'
  | 'memberSince'
  | 'score'
  | 'tags'
  | 'rating'
  | 'rateMinor'
  | 'rateFrom'
  | 'rateTo'
>;

/** @param seesAll false: active members alone, as clients of the installation's pool see it */
export function listBoardRows(db: Executor, poolId: string, seesAll: boolean): Promise<BoardRow[]> {
  return db
    .selectFrom('talentPoolMembers')
    .select(['freelancerId', 'state', 'admittedBy', 'memberSince', 'score', 'tags', 'rating'])
    .select(['rateMinor', 'rateFrom', 'rateTo'])
    .where('poolId', '=', poolId)
    .$if(!seesAll, (query) => query.where('state', '=', 'active'))
    .execute();
}

/** Sums that every change of a member raises: whether a board that was read is still the same. */
export function sumBoard(db: Executor, poolId: string) {
  return db
    .selectFrom('talentPoolMembers')
    .select((eb) => [eb.fn.countAll<number>().as('members'), eb.fn.sum<number>('revision').as('changes')])
    .where('poolId', '=', poolId)
    .executeTakeFirstOrThrow();
}

/** For what is read about all of a pool at once. */
export function peopleOfPool(db: Executor, poolId: string): PeopleQuery {
  return db
    .selectFrom('talentPoolMembers')
    .select('talentPoolMembers.freelancerId')
    .where('talentPoolMembers.poolId', '=', poolId) as PeopleQuery;
}
