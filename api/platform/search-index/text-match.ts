import { intersect, isEmpty, unite, wordsFor } from './bitset.ts';
import { RememberedMatch } from './counted-set.ts';
import type { Scratch } from './scratch.ts';
import type { Condition } from './search-query.ts';
import type { Clause, TextPlan } from './text-plan.ts';
import type { Searched, View } from './view.ts';

/** All words; if nothing visible has them all, at least half; if still nothing, any. Returns whether words were let go. */
export function matchText(
  { scratch }: Searched,
  views: View[],
  { hasWords, clauses }: TextPlan,
  scope: readonly Condition[],
): boolean {
  if (!hasWords) {
    rememberScope(scratch, views, matchKey([], 0, scope));
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

function rememberScope(scratch: Scratch, views: readonly View[], key: string | undefined): void {
  if (key === undefined) return;
  for (const view of views) view.match = RememberedMatch.of(view.segment, view.inScope, key, scratch);
}

/** Names what a match set consists of. Lists of ids are as many as askers and too long for a name. JSON has no infinite numbers. */
function matchKey(clauses: readonly Clause[], least: number, scope: readonly Condition[]): string | undefined {
  if (scope.some(namesIds)) return undefined;
  const words = clauses.map(({ sources }) => sources.map(({ term }) => term).join());
  return `${least} of ${words.sort().join(';')} in ${JSON.stringify(scope, (_, value) => (typeof value === 'number' ? String(value) : value))}`;
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
