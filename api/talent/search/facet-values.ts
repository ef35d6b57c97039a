import type { FacetCounts } from '../../platform/search-index/search-query.ts';
import type { FacetLabels } from './facet-labels.ts';
import type { FacetValue, TalentSearchQuery } from './schema.ts';
import { alwaysFree } from './talent-document.ts';
import { availabilities, type FacetName, jobSuccessSteps, overlapSteps } from './talent-search.ts';

export type FacetFacts = {
  labels: FacetLabels;
  nowMs: number;
  hoursShared: (zone: string) => number;
  /** Names of skills by id and pools by id. */
  skillName: (id: string) => string;
  poolName: (id: string) => string;
};

/** The engine's counts as what can be chosen next: values, words for them, what is chosen already. */
export function facetValues(
  counts: Readonly<Record<string, FacetCounts>>,
  query: TalentSearchQuery,
  facts: FacetFacts,
): Partial<Record<FacetName, FacetValue[]>> {
  const { labels } = facts;
  const named = (name: string, selected: readonly string[] | undefined, label: (value: string) => string) =>
    valuesOf(counts[name]).map(({ value, count }) => ({
      value,
      label: label(value),
      count,
      selected: selected?.includes(value) ?? false,
    }));
  const facets: Partial<Record<FacetName, FacetValue[]>> = {
    category: named('category', query.category, labels.category),
    skill: named('skill', query.skill, facts.skillName),
    rate: rateValues(counts.rate, query, labels),
    jobSuccess: jobSuccessValues(counts.jobSuccess, query, labels),
    badge: named('badge', query.badge, labels.badge),
    country: named('country', query.country, labels.country),
    language: languageValues(named('language', undefined, labels.language), query, labels),
    availability: availabilityValues(counts, query, facts),
    verified: yes(counts.verified, labels.verified, query.verified),
    workedWithUs: yes(counts.workedWithUs, labels.workedWithUs, query.workedWithUs),
  };
  if (counts.pool) facets.pool = named('pool', query.pool, facts.poolName);
  if (counts.overlap) facets.overlap = overlapValues(counts.overlap, query, facts);
  return facets;
}

function rateValues(counts: FacetCounts | undefined, query: TalentSearchQuery, labels: FacetLabels): FacetValue[] {
  return bucketsOf(counts).map(({ min, max, count }) => {
    const [from, to] = [min ?? undefined, max === null ? undefined : max - 1];
    return {
      value: `${from ?? ''}-${to ?? ''}`,
      label: labels.rate(min, max),
      count,
      selected: query.rateMin === from && query.rateMax === to && (from ?? to) !== undefined,
    };
  });
}

/** Buckets are apart, steps contain each other: at least 80 % is also at least 70 %. */
function jobSuccessValues(
  counts: FacetCounts | undefined,
  query: TalentSearchQuery,
  labels: FacetLabels,
): FacetValue[] {
  return jobSuccessSteps.map((step) => ({
    value: String(step),
    label: labels.jobSuccess(step),
    count: bucketsOf(counts).reduce((sum, { min, count }) => sum + ((min ?? -1) >= step ? count : 0), 0),
    selected: query.jobSuccessMin === step,
  }));
}

function languageValues(values: FacetValue[], query: TalentSearchQuery, labels: FacetLabels): FacetValue[] {
  return values.map((entry) => {
    const chosen = query.language?.find((wanted) => wanted.split(':')[0] === entry.value);
    return chosen ? { ...entry, value: chosen, label: labels.languageLevel(chosen), selected: true } : entry;
  });
}

function availabilityValues(
  counts: Readonly<Record<string, FacetCounts>>,
  query: TalentSearchQuery,
  { labels, nowMs }: FacetFacts,
): FacetValue[] {
  const freeBy = (days: number) => {
    const last = new Date(nowMs + days * 86_400_000).toISOString().slice(0, 10);
    return valuesOf(counts.free).reduce(
      (sum, { value, count }) => sum + (value === alwaysFree || value <= last ? count : 0),
      0,
    );
  };
  const [less, more] = bucketsOf(counts.hours);
  const found = {
    now: freeBy(0),
    within2Weeks: freeBy(14),
    moreThan30h: more?.count ?? 0,
    lessThan30h: less?.count ?? 0,
  };
  return availabilities.map((value) => ({
    value,
    label: labels.availability(value),
    count: found[value],
    selected: query.availability?.includes(value) ?? false,
  }));
}

function overlapValues(counts: FacetCounts, query: TalentSearchQuery, { labels, hoursShared }: FacetFacts) {
  const zones = valuesOf(counts).map(({ value, count }) => ({ hours: hoursShared(value), count }));
  return overlapSteps.map((step) => ({
    value: String(step),
    label: labels.overlap(step),
    count: zones.reduce((sum, { hours, count }) => sum + (hours >= step ? count : 0), 0),
    selected: query.overlapHours === step,
  }));
}

function yes(counts: FacetCounts | undefined, label: string, selected: boolean | undefined): FacetValue[] {
  return [
    { value: 'true', label, count: counts?.kind === 'condition' ? counts.count : 0, selected: selected === true },
  ];
}

function valuesOf(counts: FacetCounts | undefined) {
  return counts?.kind === 'values' ? counts.values : [];
}

function bucketsOf(counts: FacetCounts | undefined) {
  return counts?.kind === 'buckets' ? counts.buckets : [];
}
