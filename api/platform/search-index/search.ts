import { countBits } from './bitset.ts';
import { matching } from './conditions.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { explain } from './explanation.ts';
import { countFacet } from './facets.ts';
import { updatedAtColumn } from './index-schema.ts';
import { rankByNumber, rankByScore, type Scoring } from './ranking.ts';
import type { SearchQuery, SearchResult, Sort } from './search-query.ts';
import type { Segment } from './segment.ts';
import { matchText } from './text-match.ts';
import { planText, type TextPlan } from './text-plan.ts';
import { type Ranked, TopHits } from './top-hits.ts';
import { applyFilters, type Searched, type View, viewOf } from './view.ts';

const maxLimit = 1000;

/** Answers one query, synchronously: match the words, filter, rank, explain, count. */
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
