import type { FacetCounts } from '../../platform/search-index/search-query.ts';
import type { Clients } from './clients.ts';
import type { JobFacetLabels } from './facet-labels.ts';
import { clientHiresSteps, type JobFacetName, postedWithinSteps, rateSteps, reaches } from './job-search.ts';
import type { JobFacetValue, JobSearchQuery } from './schema.ts';

export type JobFacetFacts = {
  labels: JobFacetLabels;
  clients: Clients;
  skillName: (id: string) => string;
};

type Counts = Readonly<Record<string, FacetCounts>>;

/** The engine's counts as what can be chosen next: values, words for them, what is chosen already. */
export function facetValues(
  counts: Counts,
  query: JobSearchQuery,
  { labels, clients, skillName }: JobFacetFacts,
): Partial<Record<JobFacetName, JobFacetValue[]>> {
  const named = (name: string, selected: readonly string[] | undefined, label: (value: string) => string) =>
    valuesOf(counts[name]).map(({ value, count }) => ({
      value,
      label: label(value),
      count,
      selected: selected?.includes(value) ?? false,
    }));
  return {
    category: named('category', query.category, labels.category),
    skill: named('skill', query.skill, skillName),
    kind: named('kind', query.kind, labels.kind),
    budget: ranges(counts.budget, query.budgetMin, query.budgetMax, labels.budget),
    rate: steps(counts, 'rate', rateSteps, query.rateMin, labels.rate).map((step) => ({
      ...step,
      value: `${step.value}-`,
    })),
    duration: named('duration', query.duration, labels.duration),
    weeklyHours: ranges(counts.weeklyHours, query.weeklyHoursMin, query.weeklyHoursMax, labels.weeklyHours),
    level: named('level', query.level, labels.level),
    clientCountry: countryValues(counts, query, clients, labels),
    clientHires: hiresValues(counts, query, clients, labels),
    connects: ranges(counts.connects, query.connectsMin, query.connectsMax, labels.connects),
    proposals: named('proposals', query.proposals, labels.proposals),
    postedWithin: steps(counts, 'postedWithin', postedWithinSteps, query.postedWithinDays, labels.postedWithin),
    ...reachValues(counts, query, labels),
    ...openToValues(counts, query, labels),
  };
}

function ranges(
  counts: FacetCounts | undefined,
  chosenMin: number | undefined,
  chosenMax: number | undefined,
  label: (min: number | null, max: number | null) => string,
): JobFacetValue[] {
  return (counts?.kind === 'buckets' ? counts.buckets : []).map(({ min, max, count }) => {
    const [from, to] = [min ?? undefined, max === null ? undefined : max - 1];
    return {
      value: `${from ?? ''}-${to ?? ''}`,
      label: label(min, max),
      count,
      selected: chosenMin === from && chosenMax === to && (from ?? to) !== undefined,
    };
  });
}

/** Steps contain each other: at least 60 an hour is also at least 40. */
function steps(
  counts: Counts,
  name: JobFacetName,
  all: readonly number[],
  chosen: number | undefined,
  label: (step: number) => string,
): JobFacetValue[] {
  return all.map((step) => ({
    value: String(step),
    label: label(step),
    count: conditionCount(counts, `${name}:${step}`),
    selected: chosen === step,
  }));
}

function countryValues(counts: Counts, query: JobSearchQuery, clients: Clients, labels: JobFacetLabels) {
  const byCountry = new Map((query.clientCountry ?? []).map((code) => [code, 0]));
  for (const { value, count } of valuesOf(counts.clientCountry)) {
    const country = clients.get(value)?.country;
    if (country) byCountry.set(country, (byCountry.get(country) ?? 0) + count);
  }
  return [...byCountry]
    .map(([value, count]) => ({
      value,
      label: labels.country(value),
      count,
      selected: query.clientCountry?.includes(value) ?? false,
    }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function hiresValues(counts: Counts, query: JobSearchQuery, clients: Clients, labels: JobFacetLabels) {
  const known = valuesOf(counts.clientHires).map(({ value, count }) => ({
    hires: clients.get(value)?.hires ?? 0,
    count,
  }));
  return clientHiresSteps.map((step) => ({
    value: String(step),
    label: labels.clientHires(step),
    count: known.reduce((sum, { hires, count }) => sum + (hires >= step ? count : 0), 0),
    selected: query.clientHiresMin === step,
  }));
}

function reachValues(counts: Counts, query: JobSearchQuery, labels: JobFacetLabels) {
  if (!counts['reach:invited']) return {};
  const reach = reaches.map((value) => ({
    value,
    label: labels.reach(value),
    count: conditionCount(counts, `reach:${value}`),
    selected: query.reach?.includes(value) ?? false,
  }));
  return { reach };
}

function openToValues(counts: Counts, query: JobSearchQuery, labels: JobFacetLabels) {
  const [name] = Object.keys(counts).filter((key) => key.startsWith('openTo:'));
  if (!name) return {};
  const value = name.slice('openTo:'.length);
  const openTo = [
    { value, label: labels.openTo(value), count: conditionCount(counts, name), selected: query.openTo === value },
  ];
  return { openTo };
}

function conditionCount(counts: Counts, name: string): number {
  const found = counts[name];
  return found?.kind === 'condition' ? found.count : 0;
}

function valuesOf(counts: FacetCounts | undefined) {
  return counts?.kind === 'values' ? counts.values : [];
}
