import type { Boost, Condition, FacetRequest, SearchQuery, Sort } from '../../platform/search-index/search-query.ts';
import { type Badge, badges } from '../freelancers/freelancer.ts';
import type { TalentSearchPolicy } from './policy.ts';
import type { TalentSearchQuery } from './schema.ts';
import { hoursOfFullTime, type TalentAvailability, type TalentSort, type WhySignal } from './talent-search.ts';

/** What the asker may see and what is known of their tenant. */
export type SearchContext = {
  seesSignedIn: boolean;
  poolIds: readonly string[];
  workedWithUs: ReadonlySet<string>;
  policy: TalentSearchPolicy;
  nowMs: number;
  /** Zones of profiles that share at least so many hours with the asker's. */
  zonesSharing: (timeZone: string, hours: number) => string[];
};

/** Names of the engine's filters. A facet of the same name counts as if its filter were not there. */
export type FilterName =
  | 'category'
  | 'skill'
  | 'rate'
  | 'jobSuccess'
  | 'badge'
  | 'country'
  | 'language'
  | 'overlap'
  | 'free'
  | 'hours'
  | 'verified'
  | 'pool'
  | 'workedWithUs';

export function engineQuery(query: TalentSearchQuery, context: SearchContext, cursor: string | null): SearchQuery {
  return {
    text: query.q ?? '',
    scope: [scopeOf(context)],
    filters: filtersOf(query, context),
    facets: query.facets === false ? {} : facetsOf(query, context),
    boosts: boostsOf(context),
    qualityWeight: context.policy.qualityWeight,
    sort: sorts[query.sort ?? 'bestMatch'],
    limit: query.limit ?? 20,
    cursor,
  };
}

/** Private profiles are not in the index at all. */
export function scopeOf({ seesSignedIn }: Pick<SearchContext, 'seesSignedIn'>): Condition {
  return { column: 'visibility', any: seesSignedIn ? ['public', 'signedIn'] : ['public'] };
}

export function filtersOf(query: TalentSearchQuery, context: SearchContext): Record<string, Condition> {
  const filters: Partial<Record<FilterName, Condition>> = {};
  if (query.category?.length) filters.category = { column: 'category', any: query.category };
  if (query.skill?.length) {
    filters.skill =
      query.skillMatch === 'any' ? { column: 'skill', any: query.skill } : { column: 'skill', all: query.skill };
  }
  if (query.rateMin !== undefined || query.rateMax !== undefined) {
    filters.rate = { number: 'rateMinor', min: query.rateMin, max: query.rateMax };
  }
  if (query.jobSuccessMin !== undefined) filters.jobSuccess = { number: 'jobSuccess', min: query.jobSuccessMin };
  if (query.badge?.length) filters.badge = { column: 'badge', any: query.badge };
  if (query.country?.length) filters.country = { column: 'country', any: query.country };
  if (query.language?.length) {
    const atLeast = query.language.map((wanted) => (wanted.includes(':') ? wanted : `${wanted}:basic`));
    filters.language = { column: 'languageLevel', any: atLeast };
  }
  if (query.timezone !== undefined && query.overlapHours !== undefined) {
    filters.overlap = { column: 'timezone', any: context.zonesSharing(query.timezone, query.overlapHours) };
  }
  const asked = new Set<TalentAvailability>(query.availability);
  if (asked.has('now') || asked.has('within2Weeks')) {
    filters.free = freeBy(context.nowMs, asked.has('within2Weeks') ? 14 : 0);
  }
  if (asked.has('moreThan30h') !== asked.has('lessThan30h')) {
    filters.hours = asked.has('moreThan30h')
      ? { number: 'hoursPerWeek', min: hoursOfFullTime }
      : { number: 'hoursPerWeek', max: hoursOfFullTime - 1 };
  }
  if (query.verified !== undefined) filters.verified = { flag: 'verified', is: query.verified };
  if (query.pool?.length) {
    // A pool of somebody else matches like one that does not exist.
    filters.pool = { column: 'pool', any: query.pool.filter((id) => context.poolIds.includes(id)) };
  }
  if (query.workedWithUs !== undefined) {
    const known: Condition = { ids: context.workedWithUs };
    filters.workedWithUs = query.workedWithUs ? known : { not: known };
  }
  return filters;
}

function facetsOf(query: TalentSearchQuery, context: SearchContext): Record<string, FacetRequest> {
  const facets: Partial<Record<FilterName, FacetRequest>> = {
    category: { column: 'category', include: query.category },
    // With "all", choosing one more skill narrows what is there; with "any" it widens it.
    skill: { column: 'skill', limit: 30, include: query.skill, keepOwnFilter: query.skillMatch !== 'any' },
    rate: { buckets: 'rateMinor' },
    jobSuccess: { buckets: 'jobSuccess' },
    badge: { column: 'badge', include: query.badge },
    country: { column: 'country', limit: 50, include: query.country },
    language: { column: 'language', limit: 50, include: query.language?.map((wanted) => wanted.split(':')[0]!) },
    free: { column: 'freeDate', limit: 100_000 },
    hours: { buckets: 'hoursPerWeek' },
    verified: { condition: { flag: 'verified' } },
    workedWithUs: { condition: { ids: context.workedWithUs } },
  };
  if (context.poolIds.length > 0) facets.pool = { column: 'pool', only: context.poolIds, include: context.poolIds };
  if (query.timezone !== undefined) facets.overlap = { column: 'timezone', limit: 1000 };
  return facets;
}

function boostsOf({ poolIds, workedWithUs, policy, nowMs }: SearchContext): Boost[] {
  const boosts: (Boost & { signal: WhySignal })[] = [
    // Weight 0 only names what quality already contains.
    { signal: 'jobSuccess', weight: 0, when: { number: 'jobSuccess', min: policy.jobSuccessWorthNaming } },
    { signal: 'badge', weight: 0, when: { column: 'badge', any: badges satisfies readonly Badge[] } },
    { signal: 'verified', weight: 0, when: { flag: 'verified' } },
    { signal: 'available', weight: 0, when: freeBy(nowMs, 0) },
    { signal: 'completeness', weight: 0, when: { number: 'completeness', min: policy.completenessWorthNaming } },
    { signal: 'recent', weight: 0, when: { number: 'updatedAt', min: nowMs - policy.recentDays * 86_400_000 } },
  ];
  if (workedWithUs.size > 0) {
    boosts.unshift({ signal: 'workedWithUs', weight: policy.workedWithUsLift, when: { ids: workedWithUs } });
  }
  if (poolIds.length > 0) {
    const lift = policy.poolMembersFirst ? policy.poolLift : 0;
    boosts.unshift({ signal: 'pool', weight: lift, when: { column: 'pool', any: poolIds } });
  }
  return boosts;
}

function freeBy(nowMs: number, days: number): Condition {
  return { number: 'freeDay', max: Math.floor(nowMs / 86_400_000) + days };
}

const sorts = {
  bestMatch: 'bestMatch',
  rateAsc: { number: 'rateMinor', order: 'ascending' },
  rateDesc: { number: 'rateMinor', order: 'descending' },
  jobSuccess: { number: 'jobSuccess', order: 'descending' },
  newest: { number: 'memberSince', order: 'descending' },
} satisfies Record<TalentSort, Sort>;
