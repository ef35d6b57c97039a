import { fillAll, intersect, subtract, wordsFor } from './bitset.ts';
import { matching } from './conditions.ts';
import type { CountedSet, RememberedMatch } from './counted-set.ts';
import type { Dictionaries } from './dictionaries.ts';
import type { IndexSchema } from './index-schema.ts';
import type { Scratch } from './scratch.ts';
import type { SearchQuery } from './search-query.ts';
import type { Segment } from './segment.ts';

/** What a search runs over. */
export type Searched = {
  readonly schema: IndexSchema;
  readonly segments: readonly Segment[];
  readonly dictionaries: Dictionaries;
  readonly scratch: Scratch;
};

/** One segment's share of a search. `passing` narrows from step to step. */
export type View = {
  readonly segment: Segment;
  /** In scope, deleted documents included: as constant as the segment itself. */
  readonly inScope: Uint32Array;
  readonly visible: Uint32Array;
  passing: Uint32Array;
  match: RememberedMatch | undefined;
  readonly failingOnly: Map<string, Uint32Array>;
  counted: CountedSet | undefined;
};

export function viewOf({ dictionaries, scratch }: Searched, segment: Segment, { scope = [] }: SearchQuery): View {
  const inScope = scratch.take(wordsFor(segment.size));
  fillAll(inScope, segment.size);
  for (const condition of scope) intersect(inScope, matching(condition, segment, dictionaries, scratch));
  const visible = scratch.copy(segment.live);
  intersect(visible, inScope);
  return { segment, inScope, visible, passing: visible, match: undefined, failingOnly: new Map(), counted: undefined };
}

/** Also keeps, for every filter, the documents that fail it alone: its own facet counts them too. */
export function applyFilters(index: Searched, view: View, { filters = {}, facets = {} }: SearchQuery): void {
  const { scratch, dictionaries } = index;
  const passing = scratch.copy(view.passing);
  const own = new Set(
    Object.entries(facets).flatMap(([name, { keepOwnFilter, of = name }]) => (keepOwnFilter ? [] : [of])),
  );
  for (const [name, condition] of Object.entries(filters)) {
    const set = matching(condition, view.segment, dictionaries, scratch);
    for (const failing of view.failingOnly.values()) intersect(failing, set);
    if (own.has(name)) {
      const failing = scratch.copy(passing);
      subtract(failing, set);
      view.failingOnly.set(name, failing);
    }
    intersect(passing, set);
  }
  view.passing = passing;
}
