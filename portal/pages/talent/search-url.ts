import type { SavedSearch } from '@portico/api/talent/saved-searches/schema.ts';

/** A search as JSON, as saved searches keep it and the widget takes it. */
export type SearchState = SavedSearch['query'];

const lists = ['category', 'skill', 'badge', 'country', 'language', 'availability', 'pool'] as const;
const numbers = ['rateMin', 'rateMax', 'jobSuccessMin', 'overlapHours'] as const;
const flags = ['verified', 'workedWithUs'] as const;
const words = ['q', 'skillMatch', 'timezone', 'sort'] as const;

/** The URL's names are the API's names. What the URL claims is judged by the API, not here. */
export function searchFromUrl(url: URLSearchParams): SearchState {
  const found: Record<string, unknown> = {};
  for (const name of words) if (url.get(name)) found[name] = url.get(name);
  for (const name of lists) if (url.has(name)) found[name] = url.getAll(name);
  for (const name of numbers) {
    const value = url.get(name);
    if (value && Number.isFinite(Number(value))) found[name] = Number(value);
  }
  for (const name of flags) if (url.has(name)) found[name] = url.get(name) === 'true';
  return found as SearchState;
}

export function urlFromSearch(search: SearchState): URLSearchParams {
  const url = new URLSearchParams();
  for (const name of [...words, ...lists, ...numbers, ...flags]) {
    const value: unknown = search[name];
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') url.append(name, String(one));
    }
  }
  return url;
}
