import { countCommon } from './bitset.ts';
import { matching } from './conditions.ts';
import { type Countable, CountedSet } from './counted-set.ts';
import type { ValueDictionary } from './dictionaries.ts';
import type { Scratch } from './scratch.ts';
import type { FacetCounts, FacetRequest } from './search-query.ts';
import type { Searched, View } from './view.ts';

/** Exact counts over all segments. */
export function countFacet(index: Searched, views: readonly View[], name: string, request: FacetRequest): FacetCounts {
  if ('condition' in request) return { kind: 'condition', count: countCondition(index, views, name, request) };
  const isValues = 'column' in request;
  const dictionary = isValues ? index.dictionaries.values[request.column] : undefined;
  const edges = isValues ? undefined : index.schema.numbers[request.buckets]?.buckets;
  if (dictionary === undefined && edges === undefined)
    throw new RangeError(`The facet ${name} counts no known column.`);
  const counts = new Int32Array(dictionary === undefined ? edges!.length + 2 : dictionary.values.length);
  const column: Countable = isValues
    ? { kind: 'values', name: request.column }
    : { kind: 'buckets', name: request.buckets };
  for (const view of views)
    for (const set of countedSets(index.scratch, view, name, request)) set.addTo(counts, column);
  return isValues ? presentValues(request, dictionary!, counts) : presentBuckets(edges!, counts);
}

function countCondition(
  { dictionaries, scratch }: Searched,
  views: readonly View[],
  name: string,
  request: Extract<FacetRequest, { condition: unknown }>,
): number {
  return views.reduce((sum, { segment, passing, failingOnly }) => {
    const set = matching(request.condition, segment, dictionaries, scratch);
    const others = othersOf(failingOnly, name, request);
    return sum + countCommon(passing, set) + (others === undefined ? 0 : countCommon(others, set));
  }, 0);
}

function countedSets(scratch: Scratch, view: View, name: string, request: FacetRequest): CountedSet[] {
  view.counted ??= new CountedSet(view.segment, view.passing, scratch, view.match);
  const others = othersOf(view.failingOnly, name, request);
  return others === undefined ? [view.counted] : [view.counted, new CountedSet(view.segment, others, scratch)];
}

/** What fails the facet's own filter alone. */
function othersOf(failingOnly: View['failingOnly'], name: string, { keepOwnFilter, of = name }: FacetRequest) {
  return keepOwnFilter ? undefined : failingOnly.get(of);
}

type ValuesRequest = Extract<FacetRequest, { column: string }>;

/** The most frequent values, ties in the order of the values; always with those asked for by name. */
function presentValues(request: ValuesRequest, dictionary: ValueDictionary, counts: Int32Array): FacetCounts {
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

function presentBuckets(edges: readonly number[], counts: Int32Array): FacetCounts {
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
  const codes: number[] = [];
  for (let code = 1; code < counts.length; code++) if (counts[code]! > 0) codes.push(code);
  if (codes.length <= limit) return codes;
  const ascending = Int32Array.from(codes, (code) => counts[code]!).sort();
  const least = ascending.at(-limit) ?? 1;
  return codes.filter((code) => counts[code]! >= least);
}
