/** A test that each document passes or fails. Unknown values match nothing; unknown columns are a programming error and throw. */
export type Condition =
  | { readonly column: string; readonly any: readonly string[] }
  | { readonly column: string; readonly all: readonly string[] }
  | { readonly number: string; readonly min?: number; readonly max?: number } // inclusive; a missing number fails
  | { readonly flag: string; readonly is?: boolean }
  | { readonly ids: readonly string[] | ReadonlySet<string> }
  | { readonly or: readonly Condition[] }
  | { readonly not: Condition };

/** Counts over the documents that pass everything except, unless `keepOwnFilter`, the facet's own filter. */
export type FacetRequest = FacetCounted & {
  readonly keepOwnFilter?: boolean;
  /** The filter that is the facet's own, where several facets share one; default the one of the same name. */
  readonly of?: string;
};

type FacetCounted =
  | {
      readonly column: string;
      /** Most frequent values returned (default 100); `include` adds values whatever their count. */
      readonly limit?: number;
      readonly include?: readonly string[];
      /** Count these values only, e.g. the pools of one tenant. */
      readonly only?: readonly string[];
    }
  | { readonly buckets: string }
  | { readonly condition: Condition };

export type FacetCounts =
  | { readonly kind: 'values'; readonly values: readonly { readonly value: string; readonly count: number }[] }
  | { readonly kind: 'buckets'; readonly buckets: readonly NumberBucket[]; readonly missing: number }
  | { readonly kind: 'condition'; readonly count: number };

/** Half open: `min` ≤ number < `max`; null is no bound. */
export type NumberBucket = { readonly min: number | null; readonly max: number | null; readonly count: number };

/**
 * A named reason to rank a document higher. Text is worth at most 1 and quality at most `qualityWeight`, so a weight
 * of 2 or more puts its documents first, and a weight of 0 only explains what quality already contains.
 */
export type Boost = { readonly signal: string; readonly weight: number; readonly when: Condition };

export type Sort = 'bestMatch' | 'newest' | { readonly number: string; readonly order: 'ascending' | 'descending' };

export type SearchQuery = {
  readonly text?: string;
  /** The last word may be unfinished unless the text ends in a space. Default true. */
  readonly prefix?: boolean;
  /** What the asker may see at all: hides from hits, counts, corrections and relaxation alike. All must hold. */
  readonly scope?: readonly Condition[];
  readonly filters?: Readonly<Record<string, Condition>>;
  readonly facets?: Readonly<Record<string, FacetRequest>>;
  readonly boosts?: readonly Boost[];
  /** Share of quality in the score. Default 0.3. */
  readonly qualityWeight?: number;
  readonly sort?: Sort;
  /** 0–1000, default 20. */
  readonly limit?: number;
  readonly cursor?: string | null;
};

export type SearchHit = {
  readonly id: string;
  /** Text (0–1) + quality + boosts, whatever the sort. */
  readonly score: number;
  readonly why: { readonly fields: readonly string[]; readonly signals: readonly string[] };
};

export type SearchResult = {
  readonly total: number;
  readonly hits: readonly SearchHit[];
  readonly facets: Readonly<Record<string, FacetCounts>>;
  readonly nextCursor: string | null;
  readonly corrected: readonly { readonly from: string; readonly to: string }[];
  /** Words that nothing visible contains, left out so that the others still find something. */
  readonly ignored: readonly string[];
  /** True when no document had all the words and some were let go. */
  readonly relaxed: boolean;
  /** Hand this to `highlight`. */
  readonly matchTerms: MatchTerms;
};

export type MatchTerms = { readonly terms: readonly string[]; readonly prefixes: readonly string[] };
