import { has } from './bitset.ts';
import { type Scoring, scaled, scoreScale } from './ranking.ts';
import type { SearchHit } from './search-query.ts';
import type { Segment } from './segment.ts';
import type { Ranked } from './top-hits.ts';

/** Score and reasons of the few documents that are shown, recomputed from their postings. O(hits · terms · log). */
export function explain(
  ranked: readonly Ranked[],
  scorings: ReadonlyMap<Segment, Scoring>,
  fieldNames: readonly string[],
): SearchHit[] {
  const found = new Map<Ranked, { score: number; mask: number }>();
  for (const [segment, scoring] of scorings) {
    const here = ranked.filter((one) => one.segment === segment).sort((a, b) => a.doc - b.doc);
    if (here.length === 0) continue;
    const text = textOf(
      segment,
      scoring,
      here.map(({ doc }) => doc),
    );
    for (const [at, one] of here.entries()) found.set(one, text[at]!);
  }
  return ranked.map((one) => {
    const { boosts, qualityWeight } = scorings.get(one.segment)!;
    const { score, mask } = found.get(one)!;
    const applied = boosts.filter(({ set }) => has(set, one.doc));
    const quality = scaled(qualityWeight * one.segment.quality[one.doc]!);
    const total = applied.reduce((sum, { weight }) => sum + scaled(weight), score + quality);
    const fields = fieldNames.filter((_, bit) => (mask & (1 << bit)) !== 0);
    const signals = [...new Set(applied.map(({ signal }) => signal))];
    return { id: one.segment.ids.idOf(one.doc), score: total / scoreScale, why: { fields, signals } };
  });
}

function textOf({ terms }: Segment, { clauses }: Scoring, docs: readonly number[]): { score: number; mask: number }[] {
  const results = docs.map(() => ({ score: 0, mask: 0 }));
  for (const { sources } of clauses) {
    const best = docs.map(() => 0);
    for (const { term, share } of sources) {
      const at = terms.find(term);
      if (at < 0) continue;
      for (const [n, payload] of terms.payloadsOf(at, docs).entries()) {
        best[n] = Math.max(best[n]!, share * (payload >>> 8));
        results[n]!.mask |= payload & 0xff;
      }
    }
    for (const [n, score] of best.entries()) results[n]!.score += score;
  }
  return results;
}
