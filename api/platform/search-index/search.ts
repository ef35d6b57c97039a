import { countBits, countCommon, fillAll, intersect, isEmpty, subtract, unite, wordsFor } from './bitset.ts';
import { matching } from './conditions.ts';
import { type Countable, CountedSet, RememberedMatch } from './counted-set.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Dictionaries } from './dictionaries.ts';
import { explain } from './explanation.ts';
import { presentBuckets, presentValues } from './facets.ts';
import { type IndexSchema, updatedAtColumn } from './index-schema.ts';
import { rankByNumber, rankByScore, type Scoring } from './ranking.ts';
import type { Scratch } from './scratch.ts';
import type { Condition, FacetCounts, FacetRequest, SearchQuery, SearchResult, Sort } from './search-query.ts';
import type { Segment } from './segment.ts';
import { type Clause, planText, type TextPlan } from './text-plan.ts';
import { type Ranked, TopHits } from './top-hits.ts';

export type Searched = {
  readonly schema: IndexSchema;
  readonly segments: readonly Segment[];
  readonly dictionaries: Dictionaries;
  readonly scratch: Scratch;
};

const maxLimit = 1000;

/** One segment's share of a search. `passing` narrows from step to step. */
type View = {
  readonly segment: Segment;
  /** In scope, deleted documents included: as constant as the segment itself. */
  readonly inScope: Uint32Array;
  readonly visible: Uint32Array;
  passing: Uint32Array;
  match: RememberedMatch | undefined;
  readonly failingOnly: Map<string, Uint32Array>;
  counted: CountedSet | undefined;
};

export function search(index: Searched, query: SearchQuery): SearchResult {
  index.scratch.reset();
  const sort = query.sort ?? 'bestMatch';
  const limit = Math.max(0, Math.min(maxLimit, Math.trunc(query.limit ?? 20)));
  const after = query.cursor ? decodeCursor(sort, query.cursor) : undefined;
  const views = index.segments.map((segment) => viewOf(index, segment, query));
  const plan = planFor(index, views, query);
  const relaxed = matchText(index, views, plan, query.scope ?? []);
  for (const view of views) applyFilters(index, view, query);
  const top = new TopHits(limit + 1, after);
  const scorings = new Map(views.map((view) => [view.segment, scoringFor(index, view, plan, query)]));
  for (const { segment, passing } of views) rank(index, segment, passing, scorings.get(segment)!, sort, top);
  const ranked = limit === 0 ? [] : top.ranked.slice(0, limit);
  const hits = explain(ranked, scorings, Object.keys(index.schema.text));
  return {
    total: views.reduce((sum, view) => sum + countBits(view.passing), 0),
    hits,
    facets: Object.fromEntries(
      Object.entries(query.facets ?? {}).map(([name, request]) => [name, countFacet(index, views, name, request)]),
    ),
    nextCursor: top.ranked.length > limit && limit > 0 ? cursorAfter(sort, ranked.at(-1)!) : null,
    corrected: plan.corrected,
    ignored: plan.ignored,
    relaxed,
    matchTerms: plan.matchTerms,
  };
}

function viewOf({ dictionaries, scratch }: Searched, segment: Segment, { scope = [] }: SearchQuery): View {
  const inScope = scratch.take(wordsFor(segment.size));
  fillAll(inScope, segment.size);
  for (const condition of scope) intersect(inScope, matching(condition, segment, dictionaries, scratch));
  const visible = scratch.copy(segment.live);
  intersect(visible, inScope);
  return { segment, inScope, visible, passing: visible, match: undefined, failingOnly: new Map(), counted: undefined };
}

function planFor(
  { dictionaries }: Searched,
  views: readonly View[],
  { text = '', prefix = true }: SearchQuery,
): TextPlan {
  const isVisible = (term: number) =>
    views.some(({ segment, visible }) => {
      const at = segment.terms.find(term);
      return at >= 0 && segment.terms.meets(at, visible);
    });
  const documentCount = views.reduce((sum, { segment }) => sum + segment.size, 0);
  return planText(text, prefix, { dictionary: dictionaries.terms, isVisible, documentCount });
}

/** All words; if nothing visible has them all, at least half; if still nothing, any. Returns whether words were let go. */
function matchText(
  { scratch }: Searched,
  views: View[],
  { hasWords, clauses }: TextPlan,
  scope: readonly Condition[],
): boolean {
  if (!hasWords) {
    const key = matchKey([], 0, scope);
    if (key !== undefined)
      for (const view of views) view.match = RememberedMatch.of(view.segment, view.inScope, key, scratch);
    return false;
  }
  const sets = views.map((view) => clauses.map((clause) => clauseSet(scratch, view, clause)));
  const required = clauses.length === 0 ? [] : [...new Set([clauses.length, Math.ceil(clauses.length / 2), 1])];
  for (const least of required) {
    const matched = views.map((view, at) => haveAtLeast(scratch, view, sets[at]!, least));
    for (const [at, view] of views.entries()) {
      view.passing = scratch.copy(view.visible);
      intersect(view.passing, matched[at]!);
    }
    if (views.every(({ passing }) => isEmpty(passing))) continue;
    const key = matchKey(clauses, least, scope);
    for (const [at, view] of views.entries()) {
      if (key !== undefined) intersect(matched[at]!, view.inScope);
      view.match = RememberedMatch.of(view.segment, matched[at]!, key ?? matchKey(clauses, least, [])!, scratch);
    }
    return least < clauses.length;
  }
  for (const view of views) view.passing = scratch.take(view.visible.length);
  return false;
}

/** Names what a match set consists of. Lists of ids are as many as askers and too long for a name. */
function matchKey(clauses: readonly Clause[], least: number, scope: readonly Condition[]): string | undefined {
  if (scope.some(namesIds)) return undefined;
  const words = clauses.map(({ sources }) => sources.map(({ term }) => term).join());
  return `${least} of ${words.sort().join(';')} in ${JSON.stringify(scope)}`;
}

function namesIds(condition: Condition): boolean {
  if ('or' in condition) return condition.or.some(namesIds);
  return 'not' in condition ? namesIds(condition.not) : 'ids' in condition;
}

function clauseSet(scratch: Scratch, { segment }: View, { sources }: Clause): Uint32Array {
  const set = scratch.take(wordsFor(segment.size));
  for (const { term } of sources) {
    const at = segment.terms.find(term);
    if (at >= 0) segment.terms.uniteInto(set, at);
  }
  return set;
}

/** Documents in at least `least` of the sets. `reached[n]` holds those seen in more than n sets so far. */
function haveAtLeast(scratch: Scratch, { visible }: View, sets: readonly Uint32Array[], least: number): Uint32Array {
  if (least === sets.length) {
    const all = scratch.copy(sets[0]!);
    for (const set of sets.slice(1)) intersect(all, set);
    return all;
  }
  const reached = Array.from({ length: least }, () => scratch.take(visible.length));
  for (const set of sets) {
    for (let n = least - 1; n >= 0; n--) {
      const step = scratch.copy(set);
      if (n > 0) intersect(step, reached[n - 1]!);
      unite(reached[n]!, step);
    }
  }
  return reached[least - 1]!;
}

/** Also keeps, for every filter, the documents that fail it alone: its own facet counts them too. */
function applyFilters(index: Searched, view: View, { filters = {}, facets = {} }: SearchQuery): void {
  const { scratch, dictionaries } = index;
  const passing = scratch.copy(view.passing);
  for (const [name, condition] of Object.entries(filters)) {
    const set = matching(condition, view.segment, dictionaries, scratch);
    for (const failing of view.failingOnly.values()) intersect(failing, set);
    if (facets[name] !== undefined && !facets[name].keepOwnFilter) {
      const failing = scratch.copy(passing);
      subtract(failing, set);
      view.failingOnly.set(name, failing);
    }
    intersect(passing, set);
  }
  view.passing = passing;
}

function scoringFor(index: Searched, view: View, plan: TextPlan, query: SearchQuery): Scoring {
  const boosts = (query.boosts ?? []).map(({ signal, weight, when }) => {
    return { signal, weight, set: matching(when, view.segment, index.dictionaries, index.scratch) };
  });
  return { clauses: plan.clauses, qualityWeight: query.qualityWeight ?? 0.3, boosts };
}

function rank(
  { scratch }: Searched,
  segment: Segment,
  hits: Uint32Array,
  scoring: Scoring,
  sort: Sort,
  top: TopHits,
): void {
  if (sort === 'bestMatch') {
    rankByScore(segment, hits, scoring, top, scratch);
    return;
  }
  const { number, order } = sort === 'newest' ? { number: updatedAtColumn, order: 'descending' } : sort;
  const values = segment.numbers[number];
  if (values === undefined) throw new RangeError(`The index has no column ${number}.`);
  rankByNumber(segment, hits, values, order === 'ascending' ? -1 : 1, top);
}

function cursorAfter(sort: Sort, { key, segment, doc }: Ranked): string {
  return encodeCursor(sort, { key, quality: segment.quality[doc]!, id: segment.ids.idOf(doc) });
}

function countFacet(index: Searched, views: readonly View[], name: string, request: FacetRequest): FacetCounts {
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
  for (const view of views) for (const set of countedSets(index.scratch, view, name)) set.addTo(counts, column);
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
    const others = failingOnly.get(name);
    return sum + countCommon(passing, set) + (others === undefined ? 0 : countCommon(others, set));
  }, 0);
}

function countedSets(scratch: Scratch, view: View, name: string): CountedSet[] {
  view.counted ??= new CountedSet(view.segment, view.passing, scratch, view.match);
  const others = view.failingOnly.get(name);
  return others === undefined ? [view.counted] : [view.counted, new CountedSet(view.segment, others, scratch)];
}
