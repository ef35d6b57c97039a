import type { Boost, Condition, FacetRequest, SearchQuery, Sort } from '../../platform/search-index/search-query.ts';
import type { JobAsker } from './asker.ts';
import type { Clients } from './clients.ts';
import { isOpenTo, reaching, visibleTo } from './conditions.ts';
import {
  type JobFacetName,
  type JobSignal,
  type JobSort,
  postedWithinSteps,
  type Reach,
  rateSteps,
  reaches,
} from './job-search.ts';
import type { JobSearchPolicy } from './policy.ts';
import type { JobSearchQuery } from './schema.ts';

export type JobSearchContext = {
  asker: JobAsker;
  clients: Clients;
  policy: JobSearchPolicy;
  nowMs: number;
};

/** Engine facets are named by the filter, or `filter:value` where several belong to one. */
export type EngineFacet = JobFacetName | `${JobFacetName}:${string}`;

export function engineQuery(query: JobSearchQuery, context: JobSearchContext, cursor: string | null): SearchQuery {
  const { asker } = context;
  const isHidden: Condition = { ids: asker.hidden };
  return {
    text: query.q ?? '',
    scope: [...visibleTo(asker), ...(query.includeHidden || asker.hidden.size === 0 ? [] : [{ not: isHidden }])],
    filters: filtersOf(query, context),
    facets: query.facets === false ? {} : facetsOf(query, context),
    boosts: boostsOf(context),
    qualityWeight: context.policy.qualityWeight,
    sort: sorts[query.sort ?? 'bestMatch'],
    limit: query.limit ?? 20,
    cursor,
  };
}

export function filtersOf(query: JobSearchQuery, context: JobSearchContext): Record<string, Condition> {
  const { asker, clients, nowMs } = context;
  const filters: Partial<Record<JobFacetName, Condition>> = {};
  if (query.category?.length) filters.category = { column: 'category', any: query.category };
  if (query.skill?.length) {
    filters.skill =
      query.skillMatch === 'any' ? { column: 'skill', any: query.skill } : { column: 'skill', all: query.skill };
  }
  if (query.kind?.length) filters.kind = { column: 'kind', any: query.kind };
  if (isSet(query.budgetMin, query.budgetMax)) {
    filters.budget = { number: 'budgetMinor', min: query.budgetMin, max: query.budgetMax };
  }
  if (isSet(query.rateMin, query.rateMax)) filters.rate = ratesWithin(query.rateMin, query.rateMax);
  if (query.duration?.length) filters.duration = { column: 'duration', any: query.duration };
  if (isSet(query.weeklyHoursMin, query.weeklyHoursMax)) {
    filters.weeklyHours = { number: 'weeklyHours', min: query.weeklyHoursMin, max: query.weeklyHoursMax };
  }
  if (query.level?.length) filters.level = { column: 'level', any: query.level };
  if (query.clientCountry?.length) {
    const countries = new Set(query.clientCountry);
    filters.clientCountry = ofClients(clients, ({ country }) => country !== null && countries.has(country));
  }
  if (query.clientHiresMin !== undefined) {
    const least = query.clientHiresMin;
    filters.clientHires = ofClients(clients, ({ hires }) => hires >= least);
  }
  if (isSet(query.connectsMin, query.connectsMax)) {
    filters.connects = { number: 'connects', min: query.connectsMin, max: query.connectsMax };
  }
  if (query.proposals?.length) filters.proposals = { column: 'proposals', any: query.proposals };
  if (query.postedWithinDays !== undefined) filters.postedWithin = postedWithin(query.postedWithinDays, nowMs);
  if (query.reach?.length) filters.reach = { or: query.reach.map((reach) => reaching(asker, reach)) };
  if (query.openTo !== undefined) filters.openTo = isOpenTo(query.openTo);
  return filters;
}

function facetsOf(query: JobSearchQuery, { asker, nowMs }: JobSearchContext): Record<string, FacetRequest> {
  const facets: Partial<Record<EngineFacet, FacetRequest>> = {
    category: { column: 'category', include: query.category },
    // With "all", choosing one more skill narrows what is there; with "any" it widens it.
    skill: { column: 'skill', limit: 30, include: query.skill, keepOwnFilter: query.skillMatch !== 'any' },
    kind: { column: 'kind', include: query.kind },
    budget: { buckets: 'budgetMinor' },
    duration: { column: 'duration', include: query.duration },
    weeklyHours: { buckets: 'weeklyHours' },
    level: { column: 'level', include: query.level },
    // Clients are counted by tenant, and what is known of tenants sums them up.
    clientCountry: { column: 'tenant', limit: 100_000 },
    clientHires: { column: 'tenant', limit: 100_000 },
    connects: { buckets: 'connects' },
    proposals: { column: 'proposals', include: query.proposals },
  };
  for (const step of rateSteps) facets[`rate:${step}`] = { condition: ratesWithin(step, undefined), of: 'rate' };
  for (const days of postedWithinSteps) {
    facets[`postedWithin:${days}`] = { condition: postedWithin(days, nowMs), of: 'postedWithin' };
  }
  if (asker.freelancerId !== null) {
    for (const reach of reaches) facets[`reach:${reach}`] = { condition: reaching(asker, reach), of: 'reach' };
  }
  const country = query.openTo ?? asker.profile?.country;
  if (country !== undefined) facets[`openTo:${country}`] = { condition: isOpenTo(country), of: 'openTo' };
  return facets as Record<string, FacetRequest>;
}

export function boostsOf({ asker, clients, policy, nowMs }: JobSearchContext): Boost[] {
  const lifts: Record<Reach, number> = { invited: policy.invitedLift, pool: policy.poolLift };
  const boosts: (Boost & { signal: JobSignal })[] = [
    { signal: 'clientHires', weight: policy.clientHiresLift, when: ofClients(clients, ({ hires }) => hires > 0) },
    // Weight 0 only names what quality already contains.
    { signal: 'new', weight: 0, when: postedWithin(policy.newDays, nowMs) },
    { signal: 'fewProposals', weight: 0, when: { column: 'proposals', any: ['0-4'] } },
  ];
  if (asker.invitations.size > 0) {
    boosts.push({ signal: 'invited', weight: lifts.invited, when: reaching(asker, 'invited') });
  }
  if (asker.poolIds.length > 0) boosts.push({ signal: 'pool', weight: lifts.pool, when: reaching(asker, 'pool') });
  return boosts;
}

/** Posts whose hourly range and the given one have a rate in common. */
function ratesWithin(min: number | undefined, max: number | undefined): Condition {
  const reachesUp: Condition = { number: 'rateMaxMinor', min: min ?? 0 };
  if (max === undefined) return reachesUp;
  return { not: { or: [{ not: reachesUp }, { not: { number: 'rateMinMinor', max } }] } };
}

const hourMs = 3_600_000;

/** To the hour: a search and its next page ask the same, and the index remembers what it was asked. */
export function postedWithin(days: number, nowMs: number): Condition {
  return { number: 'publishedAt', min: Math.floor(nowMs / hourMs) * hourMs - days * 24 * hourMs };
}

export function ofClients(
  clients: Clients,
  fits: (client: Clients extends ReadonlyMap<string, infer C> ? C : never) => boolean,
): Condition {
  return { column: 'tenant', any: [...clients.values()].filter(fits).map(({ id }) => id) };
}

function isSet(min: number | undefined, max: number | undefined): boolean {
  return min !== undefined || max !== undefined;
}

const sorts = {
  bestMatch: 'bestMatch',
  newest: { number: 'publishedAt', order: 'descending' },
  budget: { number: 'budgetMinor', order: 'descending' },
  rate: { number: 'rateMaxMinor', order: 'descending' },
} satisfies Record<JobSort, Sort>;
