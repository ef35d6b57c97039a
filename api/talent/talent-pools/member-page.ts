import { type BoardEntry, type FilterName, type siftBoard, weekOf } from './member-board.ts';
import { admissions, type MemberSort, poolMemberStates } from './pool-member.ts';
import type { MemberFacets, MemberQuery } from './schema.ts';
import { dateOf, mondaysFrom } from './week.ts';

type SortKey = number | string;
/** The last entry of the page before. */
export type MemberPlace = [key: SortKey, id: string];

const last = Number.MAX_SAFE_INTEGER;

/** Ascending by this, whatever the sort. */
function keyOf(sort: MemberSort, { profile, freeHours, rate, rating, score, memberSince }: BoardEntry, week: number) {
  switch (sort) {
    case 'name':
      return profile.foldedName;
    case 'free':
      return -freeHours[week]!;
    case 'rate':
      return rate ?? last;
    case 'rating':
      return rating === null ? last : -rating;
    case 'score':
      return score === null ? last : -score;
    case 'newest':
      return memberSince === null ? last : -memberSince;
  }
}

/** Sorted from the place on: one more than the limit says whether there is another page. */
export function pageOf(
  hits: readonly BoardEntry[],
  query: MemberQuery,
  after: MemberPlace | undefined,
): { entries: BoardEntry[]; next: MemberPlace | null } {
  const week = weekOf(query);
  const keyed = hits.map((entry) => ({ entry, place: [keyOf(query.sort, entry, week), entry.freelancerId] as const }));
  const waiting = after === undefined ? keyed : keyed.filter(({ place }) => compare(place, after) > 0);
  waiting.sort((one, other) => compare(one.place, other.place));
  const page = waiting.slice(0, query.limit);
  const end = waiting.length > query.limit ? page.at(-1) : undefined;
  return { entries: page.map(({ entry }) => entry), next: end ? [end.place[0], end.place[1]] : null };
}

function compare(one: readonly [SortKey, string], other: readonly [SortKey, string]): number {
  if (one[0] !== other[0]) return one[0] < other[0] ? -1 : 1;
  if (one[1] !== other[1]) return one[1] < other[1] ? -1 : 1;
  return 0;
}

const skillsShown = 30;
const tagsShown = 50;

/** How many each choice would show, counted without the filter it belongs to. */
export function facetsOf(
  { hits, but }: ReturnType<typeof siftBoard>,
  query: MemberQuery,
  isKept: boolean,
  nowMs: number,
): MemberFacets {
  const among = (name: Exclude<FilterName, 'other'>) => [...hits, ...but[name]];
  const states = countBy(among('state'), ({ state }) => state);
  const ways = countBy(among('admittedBy'), ({ admittedBy }) => admittedBy);
  const countries = countBy(among('country'), ({ profile }) => profile.country);
  const selected = (chosen: readonly string[] | undefined, value: string) => chosen?.includes(value) ?? false;
  const named = (counts: ReadonlyMap<string, number>, chosen: readonly string[] | undefined, shown: number) =>
    [...counts]
      .filter(([value]) => value !== '')
      .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .filter(([value], at) => at < shown || selected(chosen, value))
      .map(([value, count]) => ({ value, label: value, count, selected: selected(chosen, value) }));
  return {
    state: poolMemberStates
      .filter((state) => isKept || state === 'active')
      .map((value) => ({
        value,
        label: value,
        count: states.get(value) ?? 0,
        selected: selected(query.state ?? ['active'], value),
      })),
    admittedBy: admissions.map((value) => ({
      value,
      label: value,
      count: ways.get(value) ?? 0,
      selected: selected(query.admittedBy, value),
    })),
    country: named(countries, query.country, 50),
    skill: named(skillCounts(hits), query.skill, skillsShown).map((facet) => ({
      ...facet,
      label: skillName(hits, facet.value),
    })),
    tag: isKept ? named(tagCounts(hits), query.tag, tagsShown) : [],
    free: freeFacet(among('free'), query, nowMs),
  };
}

function freeFacet(entries: readonly BoardEntry[], query: MemberQuery, nowMs: number): MemberFacets['free'] {
  const atLeast = query.minHours ?? 1;
  return mondaysFrom(nowMs).map((monday, week) => ({
    value: String(week),
    label: dateOf(monday),
    count: entries.reduce((count, { freeHours }) => count + (freeHours[week]! >= atLeast ? 1 : 0), 0),
    selected: query.minHours !== undefined && weekOf(query) === week,
  }));
}

function countBy(entries: readonly BoardEntry[], value: (entry: BoardEntry) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const found = value(entry);
    counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return counts;
}

function skillCounts(entries: readonly BoardEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { profile } of entries) for (const { id } of profile.skills) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function tagCounts(entries: readonly BoardEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tagList } of entries) for (const tag of tagList) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}

function skillName(entries: readonly BoardEntry[], id: string): string {
  for (const { profile } of entries) {
    const found = profile.skills.find((skill) => skill.id === id);
    if (found) return found.name;
  }
  return id;
}
