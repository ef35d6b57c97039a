import { countCommon, intersect, wordsFor } from './bitset.ts';
import { columnOf, matching } from './conditions.ts';
import type { Postings } from './postings.ts';
import type { Condition } from './search-query.ts';
import type { Segment } from './segment.ts';
import { fold, tokenize } from './tokenizer.ts';
import type { Searched } from './view.ts';

export type SuggestionQuery = {
  readonly text: string;
  /** What the asker may see: nothing is suggested from other documents. */
  readonly scope?: readonly Condition[];
  /** Default 8. */
  readonly limit?: number;
};

export type Suggestion = { readonly text: string; readonly count: number };

/** Candidates whose exact visible counts are taken; the others are rarer by the stored counts. */
const maxCandidates = 64;

export function suggestTerms(index: Searched, query: SuggestionQuery): Suggestion[] {
  const word = tokenize(query.text.slice(0, 200)).at(-1)?.term;
  if (word === undefined) return [];
  const { terms } = index.dictionaries;
  const [low, high] = terms.prefixRange(word);
  const candidates = [...terms.sorted().subarray(low, high)].sort(
    (a, b) => terms.documentCount(b) - terms.documentCount(a),
  );
  return counted(
    index,
    query,
    candidates.slice(0, maxCandidates),
    (term) => terms.terms[term]!,
    (segment) => segment.terms,
  );
}

export function suggestValues(index: Searched, column: string, query: SuggestionQuery): Suggestion[] {
  const begun = comparable(query.text.slice(0, 200)).trim();
  const { values } = columnOf(index.dictionaries.values, column);
  const postings = (segment: Segment) => columnOf(segment.keywords, column).postings;
  const total = (value: number) =>
    index.segments.reduce((sum, segment) => {
      const at = postings(segment).find(value);
      return at < 0 ? sum : sum + postings(segment).count(at);
    }, 0);
  const candidates = [...values.keys()].filter(
    (value) => value > 0 && ` ${comparable(values[value]!)}`.includes(` ${begun}`),
  );
  const frequent = candidates.map((value) => ({ value, total: total(value) })).sort((a, b) => b.total - a.total);
  const codes = frequent.slice(0, maxCandidates).map(({ value }) => value);
  return counted(index, query, codes, (value) => values[value]!, postings);
}

function comparable(text: string): string {
  return fold(text).replace(/[\s\-_/.]+/g, ' ');
}

function counted(
  { segments, dictionaries, scratch }: Searched,
  { scope = [], limit = 8 }: SuggestionQuery,
  keys: readonly number[],
  textOf: (key: number) => string,
  postingsOf: (segment: Segment) => Postings,
): Suggestion[] {
  scratch.reset();
  const counts = new Map(keys.map((key) => [key, 0]));
  for (const segment of segments) {
    const visible = scratch.copy(segment.live);
    for (const condition of scope) intersect(visible, matching(condition, segment, dictionaries, scratch));
    for (const key of keys) {
      const at = postingsOf(segment).find(key);
      if (at < 0) continue;
      const set = scratch.take(wordsFor(segment.size));
      postingsOf(segment).uniteInto(set, at);
      counts.set(key, counts.get(key)! + countCommon(set, visible));
    }
  }
  const found = [...counts].filter(([, count]) => count > 0).map(([key, count]) => ({ text: textOf(key), count }));
  return found.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)).slice(0, Math.max(0, limit));
}
