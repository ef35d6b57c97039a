import type { Executor } from '../../platform/database/database.ts';
import { createSharedHours } from '../search/shared-hours.ts';
import type { BoardMember, BoardReads } from './board-reads.ts';
import { type BoardRow, peopleOfPool } from './board-store.ts';
import type { PeopleQuery } from './people-query.ts';
import type { PoolPorts } from './ports.ts';
import { folded, type ProfileReads } from './profile-reads.ts';
import type { MemberQuery } from './schema.ts';
import { type CalendarWeek, type Commitment, dateOf, freeHoursOf, mondaysFrom } from './week.ts';
import { listWeeks } from './week-store.ts';

/** Somebody on a board, with all that it filters, counts and sorts by. */
export type BoardEntry = BoardMember & {
  /** In each of the board's weeks. */
  freeHours: readonly number[];
  /** Agreed if that holds today, else the profile's. */
  rate: number | null;
};

/** Whose weeks, as they are known. */
export type KnownWeeks = {
  commitments: ReadonlyMap<string, readonly Commitment[]>;
  written: ReadonlyMap<string, ReadonlyMap<string, CalendarWeek>>;
};

export type BoardDeps = { db: Executor; ports: PoolPorts; readProfiles: ProfileReads; readBoardMembers: BoardReads };

/** Everybody in a pool whom the asker may see: a few queries, however many they are. */
export async function readBoard(
  { db, ports, readBoardMembers }: BoardDeps,
  poolId: string,
  seesAll: boolean,
  nowMs: number,
): Promise<BoardEntry[]> {
  const [members, known] = await Promise.all([
    readBoardMembers(poolId, seesAll, nowMs),
    readWeeks(db, ports, peopleOfPool(db, poolId), nowMs),
  ]);
  const mondays = mondaysFrom(nowMs);
  const today = dateOf(nowMs);
  return members.map((member) => {
    const { freelancerId, profile } = member;
    const commitments = known.commitments.get(freelancerId);
    const written = known.written.get(freelancerId);
    // What was agreed is the keepers' own: nobody else finds or sorts by it.
    const isAgreed = seesAll && member.rateMinor !== null && holdsOn(member, today);
    return {
      ...member,
      freeHours:
        commitments || written
          ? mondays.map((monday) =>
              freeHoursOf(monday, profile.availability, commitments ?? [], written?.get(dateOf(monday))),
            )
          : member.saidHours,
      rate: isAgreed ? member.rateMinor : (profile.hourlyRate?.amountMinor ?? null),
    };
  });
}

export async function readWeeks(
  db: Executor,
  ports: Pick<PoolPorts, 'commitments'>,
  people: PeopleQuery,
  nowMs: number,
): Promise<KnownWeeks> {
  const [commitments, weeks] = await Promise.all([
    ports.commitments(db, people),
    listWeeks(db, people, dateOf(mondaysFrom(nowMs, 1)[0]!)),
  ]);
  const written = new Map<string, Map<string, CalendarWeek>>();
  for (const { freelancerId, startsOn, freeHours, writtenAt } of weeks) {
    const known = written.get(freelancerId) ?? new Map<string, CalendarWeek>();
    written.set(freelancerId, known.set(startsOn, { startsOn, freeHours, writtenAtMs: writtenAt }));
  }
  return { commitments, written };
}

export function holdsOn({ rateFrom, rateTo }: Pick<BoardRow, 'rateFrom' | 'rateTo'>, today: string): boolean {
  return (rateFrom === null || rateFrom <= today) && (rateTo === null || today <= rateTo);
}

/** Filters that a facet leaves out when it counts its own values. */
export type FilterName = 'state' | 'country' | 'admittedBy' | 'free' | 'other';
type Filter = { name: FilterName; passes: (entry: BoardEntry) => boolean };

const sharedHours = createSharedHours();

export function filtersOf(query: MemberQuery, worked: ReadonlySet<string> | undefined, nowMs: number): Filter[] {
  const filters: Filter[] = [];
  const add = (name: FilterName, passes: Filter['passes']) => filters.push({ name, passes });
  const words = folded(query.q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length > 0) add('other', ({ profile }) => words.every((word) => profile.folded.includes(word)));
  const states = new Set<string>(query.state ?? ['active']);
  add('state', ({ state }) => states.has(state));
  if (query.country) {
    const countries = new Set(query.country);
    add('country', ({ profile }) => countries.has(profile.country));
  }
  if (query.admittedBy) {
    const ways = new Set<string>(query.admittedBy);
    add('admittedBy', ({ admittedBy }) => ways.has(admittedBy));
  }
  const { skill, tag, rateMin, rateMax, ratingMin, timezone, overlapHours } = query;
  if (skill) add('other', ({ profile }) => skill.every((id) => profile.skills.some((has) => has.id === id)));
  if (tag) add('other', ({ tagList }) => tag.every((wanted) => tagList.includes(wanted)));
  if (rateMin !== undefined) add('other', ({ rate }) => rate !== null && rate >= rateMin);
  if (rateMax !== undefined) add('other', ({ rate }) => rate !== null && rate <= rateMax);
  if (ratingMin !== undefined) add('other', ({ rating }) => rating !== null && rating >= ratingMin);
  if (timezone !== undefined && overlapHours !== undefined)
    add('other', ({ profile }) => sharedHours.hoursShared(profile.timezone, timezone, nowMs) >= overlapHours);
  if (query.worked !== undefined && worked)
    add('other', ({ freelancerId }) => worked.has(freelancerId) === query.worked);
  const { minHours } = query;
  if (minHours !== undefined) {
    const week = weekOf(query);
    add('free', ({ freeHours }) => freeHours[week]! >= minHours);
  }
  return filters;
}

/** Without a week, who is free is asked of the next. */
export function weekOf({ week }: Pick<MemberQuery, 'week'>): number {
  return week ?? 1;
}

/** Those who pass every filter, and for each facet those who pass every filter but its own. */
export function siftBoard(
  entries: readonly BoardEntry[],
  filters: readonly Filter[],
): { hits: BoardEntry[]; but: Record<Exclude<FilterName, 'other'>, BoardEntry[]> } {
  const hits: BoardEntry[] = [];
  const but = { state: [], country: [], admittedBy: [], free: [] } as Record<
    Exclude<FilterName, 'other'>,
    BoardEntry[]
  >;
  for (const entry of entries) {
    let failed: FilterName | undefined;
    let failures = 0;
    for (const { name, passes } of filters) {
      if (passes(entry)) continue;
      failed = name;
      if (++failures > 1) break;
    }
    if (failures === 0) hits.push(entry);
    else if (failures === 1 && failed !== 'other') but[failed!].push(entry);
  }
  return { hits, but };
}
