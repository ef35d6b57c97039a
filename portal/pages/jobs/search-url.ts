import type { JobQuery } from '../../api/jobs.ts';

const lists = ['category', 'skill', 'kind', 'duration', 'level', 'clientCountry', 'proposals', 'reach'] as const;
const numbers = [
  'budgetMin',
  'budgetMax',
  'rateMin',
  'rateMax',
  'weeklyHoursMin',
  'weeklyHoursMax',
  'clientHiresMin',
  'connectsMin',
  'connectsMax',
  'postedWithinDays',
] as const;
const flags = ['includeHidden'] as const;
const words = ['q', 'skillMatch', 'openTo', 'sort'] as const;

/** The URL's names are the API's names. What the URL claims is judged by the API, not here. */
export function searchFromUrl(url: URLSearchParams): JobQuery {
  const found: Record<string, unknown> = {};
  for (const name of words) if (url.get(name)) found[name] = url.get(name);
  for (const name of lists) if (url.has(name)) found[name] = url.getAll(name);
  for (const name of numbers) {
    const value = url.get(name);
    if (value && Number.isFinite(Number(value))) found[name] = Number(value);
  }
  for (const name of flags) if (url.has(name)) found[name] = url.get(name) === 'true';
  return found as JobQuery;
}

export function urlFromSearch(search: JobQuery): URLSearchParams {
  const url = new URLSearchParams();
  for (const name of [...words, ...lists, ...numbers, ...flags]) {
    const value: unknown = search[name];
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') url.append(name, String(one));
    }
  }
  return url;
}
