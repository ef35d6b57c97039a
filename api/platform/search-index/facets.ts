import { complement, countBits, listMembers } from './bitset.ts';
import { columnOf } from './conditions.ts';
import type { ValueDictionary } from './dictionaries.ts';
import type { Postings } from './postings.ts';
import type { Scratch } from './scratch.ts';
import type { FacetCounts, FacetRequest } from './search-query.ts';
import type { KeywordColumn, Segment } from './segment.ts';

/**
 * A set of documents to be counted by several columns. Above half of the segment it is cheaper to count the others and
 * subtract them from the totals, which the postings already know.
 */
export class CountedSet {
  readonly segment: Segment;
  readonly count: number;
  readonly isInverted: boolean;
  readonly #set: Uint32Array;
  readonly #scratch: Scratch;
  #members: Uint32Array | undefined;

  constructor(segment: Segment, set: Uint32Array, scratch: Scratch) {
    this.segment = segment;
    this.#set = set;
    this.#scratch = scratch;
    this.count = countBits(set);
    this.isInverted = this.count > segment.size >>> 1;
  }

  /** The documents, or when inverted all the others. */
  members(): Uint32Array {
    if (this.#members !== undefined) return this.#members;
    const { size } = this.segment;
    let set = this.#set;
    if (this.isInverted) {
      set = this.#scratch.copy(set);
      complement(set, size);
    }
    const room = this.#scratch.take(size);
    this.#members = room.subarray(0, listMembers(set, room));
    return this.#members;
  }
}

/** Adds the set's documents by value number. O(min(set, others) · values a document). */
export function countValues(set: CountedSet, name: string, counts: Int32Array): void {
  const column = columnOf(set.segment.keywords, name);
  const sign = set.isInverted ? -1 : 1;
  if (set.isInverted) addTotals(column.postings, counts);
  if (column.starts.length > 0) countMultiple(column, set.members(), counts, sign);
  else countSingle(column.codes, set.members(), counts, sign);
}

/** Adds the set's documents by bucket code. */
export function countBuckets(set: CountedSet, name: string, counts: Int32Array): void {
  const codes = columnOf(set.segment.buckets, name);
  if (set.isInverted) for (const [code, total] of bucketTotals(codes).entries()) counts[code]! += total;
  countSingle(codes, set.members(), counts, set.isInverted ? -1 : 1);
}

function addTotals(postings: Postings, counts: Int32Array): void {
  for (let at = 0; at < postings.keys.length; at++) counts[postings.keys[at]!]! += postings.count(at);
}

function countSingle(
  codes: Uint8Array | Uint16Array | Uint32Array,
  docs: Uint32Array,
  counts: Int32Array,
  sign: number,
): void {
  for (let n = 0; n < docs.length; n++) counts[codes[docs[n]!]!]! += sign;
}

function countMultiple({ codes, starts }: KeywordColumn, docs: Uint32Array, counts: Int32Array, sign: number): void {
  for (let n = 0; n < docs.length; n++) {
    const end = starts[docs[n]! + 1]!;
    for (let at = starts[docs[n]!]!; at < end; at++) counts[codes[at]!]! += sign;
  }
}

const knownBucketTotals = new WeakMap<Uint8Array, Int32Array>();

function bucketTotals(codes: Uint8Array): Int32Array {
  const known = knownBucketTotals.get(codes);
  if (known !== undefined) return known;
  const totals = new Int32Array(codes.reduce((most, code) => Math.max(most, code), 0) + 1);
  for (let doc = 0; doc < codes.length; doc++) totals[codes[doc]!]!++;
  knownBucketTotals.set(codes, totals);
  return totals;
}

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
