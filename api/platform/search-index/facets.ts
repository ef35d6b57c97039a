import type { ValueDictionary } from './dictionaries.ts';
import type { FacetCounts, FacetRequest } from './search-query.ts';

type ValuesRequest = Extract<FacetRequest, { column: string }>;

/** The most frequent values, ties in the order of the values; always with those asked for by name. */
export function presentValues(request: ValuesRequest, dictionary: ValueDictionary, counts: Int32Array): FacetCounts {
  const { limit = 100, include = [], only } = request;
  const codes = only === undefined ? codesWithCount(counts, limit) : only.map((value) => dictionary.find(value) ?? 0);
  const chosen = codes.filter((code) => code > 0 && counts[code]! > 0);
  const values = chosen.map((code) => ({ value: dictionary.values[code]!, count: counts[code]! }));
  values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const shown = values.slice(0, limit);
  for (const value of include) {
    const code = dictionary.find(value);
    const isShown = shown.some((one) => one.value === value);
    if (!isShown) shown.push({ value, count: code === undefined ? 0 : counts[code]! });
  }
  return { kind: 'values', values: shown };
}

export function presentBuckets(edges: readonly number[], counts: Int32Array): FacetCounts {
  const bound = (at: number) => edges[at] ?? null;
  const buckets = Array.from({ length: edges.length + 1 }, (_, at) => ({
    min: at === 0 ? null : bound(at - 1),
    max: bound(at),
    count: counts[at + 1]!,
  }));
  return { kind: 'buckets', buckets, missing: counts[0]! };
}

/** Codes that can be among the first `limit`; sorting thousands of rare values by name would be wasted. */
function codesWithCount(counts: Int32Array, limit: number): number[] {
  const descending = counts.slice(1).sort().reverse();
  const least = Math.max(1, descending[limit - 1] ?? 1);
  const codes: number[] = [];
  for (let code = 1; code < counts.length; code++) if (counts[code]! >= least) codes.push(code);
  return codes;
}
