import type { Executor } from '../../platform/database/database.ts';
import { readRevisionSum, readRevisions } from '../freelancers/read-for-search.ts';
import { type BoardRow, listBoardRows, peopleOfPool, sumBoard } from './board-store.ts';
import type { ProfileFacts, ProfileReads } from './profile-reads.ts';
import { mondaysFrom, saidHours } from './week.ts';

/** Somebody on a board, without what others than the pool and the profile decide. */
export type BoardMember = BoardRow & {
  profile: ProfileFacts;
  tagList: readonly string[];
  /** What the profile says of each of the board's weeks. */
  saidHours: readonly number[];
};

const boardsMax = 40;

/**
 * Members of a pool with their profiles. A board is kept until a sum of its revisions says that it changed: reading
 * 5,000 people anew for each page would cost more than all the rest.
 */
export function createBoardReads(db: Executor, readProfiles: ProfileReads) {
  const kept = new Map<string, { mark: string; members: BoardMember[] }>();

  return async (poolId: string, seesAll: boolean, nowMs: number): Promise<readonly BoardMember[]> => {
    const key = `${poolId} ${seesAll}`;
    const mondays = mondaysFrom(nowMs);
    const people = peopleOfPool(db, poolId);
    const [sums, profileChanges] = await Promise.all([sumBoard(db, poolId), readRevisionSum(db, people)]);
    const mark = [mondays[0], sums.members, sums.changes, profileChanges].join(' ');
    const known = kept.get(key);
    kept.delete(key);
    if (known?.mark === mark) {
      kept.set(key, known);
      return known.members;
    }
    const [rows, revisions] = await Promise.all([listBoardRows(db, poolId, seesAll), readRevisions(db, people)]);
    const shown = rows.flatMap((row) => {
      const known = revisions.get(row.freelancerId);
      if (!known || (!seesAll && known.visibility === 'private')) return [];
      return { ...row, profileRevision: known.revision };
    });
    const profiles = await readProfiles(shown);
    const members = shown.flatMap((row) => {
      const profile = profiles.get(row.freelancerId);
      if (!profile) return [];
      return {
        ...row,
        profile,
        tagList: row.tags === '[]' ? none : (JSON.parse(row.tags) as string[]),
        saidHours: mondays.map((monday) => saidHours(monday, profile.availability)),
      };
    });
    kept.set(key, { mark, members });
    if (kept.size > boardsMax) kept.delete(kept.keys().next().value!);
    return members;
  };
}
export type BoardReads = ReturnType<typeof createBoardReads>;

const none: readonly never[] = [];
