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
> & { profileRevision: number };

/** @param seesAll false: active members whose profile is shown, as clients of the installation's pool see it */
export function listBoardRows(db: Executor, poolId: string, seesAll: boolean): Promise<BoardRow[]> {
  return db
    .selectFrom('talentPoolMembers')
    .innerJoin('freelancers', 'freelancers.id', 'talentPoolMembers.freelancerId')
    .select(['talentPoolMembers.freelancerId', 'talentPoolMembers.state', 'talentPoolMembers.admittedBy'])
    .select(['talentPoolMembers.memberSince', 'talentPoolMembers.score', 'talentPoolMembers.tags'])
    .select(['talentPoolMembers.rating', 'talentPoolMembers.rateMinor', 'talentPoolMembers.rateFrom'])
    .select(['talentPoolMembers.rateTo', 'freelancers.revision as profileRevision'])
    .where('talentPoolMembers.poolId', '=', poolId)
    .$if(!seesAll, (query) =>
      query.where('talentPoolMembers.state', '=', 'active').where('freelancers.visibility', '!=', 'private'),
    )
    .execute();
}

/** Sums that every change raises, of members and of their profiles: whether a board that was read is still the same. */
export function sumBoard(db: Executor, poolId: string) {
  return db
    .selectFrom('talentPoolMembers')
    .innerJoin('freelancers', 'freelancers.id', 'talentPoolMembers.freelancerId')
    .select((eb) => [
      eb.fn.countAll<number>().as('members'),
      eb.fn.sum<number>('talentPoolMembers.revision').as('changes'),
      eb.fn.sum<number>('freelancers.revision').as('profileChanges'),
    ])
    .where('talentPoolMembers.poolId', '=', poolId)
    .executeTakeFirstOrThrow();
}

/** For what is read about all of a pool at once. */
export function peopleOfPool(db: Executor, poolId: string): PeopleQuery {
  return db
    .selectFrom('talentPoolMembers')
    .select('talentPoolMembers.freelancerId')
    .where('talentPoolMembers.poolId', '=', poolId) as PeopleQuery;
}
