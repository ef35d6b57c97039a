import type { JobFacetName } from '@portico/api/hiring/job-search/job-search.ts';
import type { JobQuery } from '../../api/jobs.ts';

const lists = ['category', 'skill', 'kind', 'duration', 'level', 'clientCountry', 'proposals', 'reach'] as const;
const ranges = {
  budget: ['budgetMin', 'budgetMax'],
  rate: ['rateMin', 'rateMax'],
  weeklyHours: ['weeklyHoursMin', 'weeklyHoursMax'],
  connects: ['connectsMin', 'connectsMax'],
} as const;
const steps = { postedWithin: 'postedWithinDays', clientHires: 'clientHiresMin' } as const;

/** The search with one value of a facet chosen, or no longer chosen; of ranges and steps one holds at a time. */
export function toggled(search: JobQuery, facet: JobFacetName, value: string): JobQuery {
  if (facet in ranges) return withRange(search, ranges[facet as keyof typeof ranges], value);
  if (facet in steps) {
    const name = steps[facet as keyof typeof steps];
    return withValue(search, name, search[name] === Number(value) ? undefined : Number(value));
  }
  if (facet === 'openTo') return withValue(search, 'openTo', search.openTo === value ? undefined : value);
  const name = lists.find((list) => list === facet);
  if (!name) return search;
  const chosen: readonly string[] = search[name] ?? [];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return withValue(search, name, next.length > 0 ? next : undefined);
}

function withRange(search: JobQuery, [least, most]: (typeof ranges)[keyof typeof ranges], value: string): JobQuery {
  const [min, max] = value.split('-').map((end) => (end === '' ? undefined : Number(end)));
  const isChosen = search[least] === min && search[most] === max;
  return withValue(withValue(search, least, isChosen ? undefined : min), most, isChosen ? undefined : max);
}

function withValue(search: JobQuery, name: keyof JobQuery, value: unknown): JobQuery {
  const { [name]: _, ...rest } = search;
  return value === undefined ? rest : { ...rest, [name]: value };
}
