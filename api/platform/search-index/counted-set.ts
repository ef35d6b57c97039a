import { complement, countBits, listMembers, subtract } from './bitset.ts';
import { columnOf } from './conditions.ts';
import type { Scratch } from './scratch.ts';
import type { KeywordColumn, Segment } from './segment.ts';

/** A column that can be counted: the values of a keyword column or the buckets of a number column. */
export type Countable = { readonly kind: 'values' | 'buckets'; readonly name: string };

/**
 * A set of documents to be counted by several columns. Instead of its members, those of a larger set that are missing
 * are counted and subtracted when they are fewer: the larger set is the whole segment, whose totals are known, or all
 * documents with the searched words, whose counts were remembered from an earlier search.
 */
export class CountedSet {
  readonly #segment: Segment;
  readonly #set: Uint32Array;
  readonly #scratch: Scratch;
  readonly #larger: 'none' | 'segment' | RememberedMatch;
  #members: Uint32Array | undefined;

  constructor(segment: Segment, set: Uint32Array, scratch: Scratch, match?: RememberedMatch) {
    this.#segment = segment;
    this.#set = set;
    this.#scratch = scratch;
    const count = countBits(set);
    const besidesMatch = match === undefined ? Number.POSITIVE_INFINITY : match.count - count;
    const besides = segment.size - count;
    if (match !== undefined && besidesMatch < Math.min(count, besides)) this.#larger = match;
    else this.#larger = besides < count ? 'segment' : 'none';
  }

  /** Adds the documents of each value or bucket. O(counted documents · values a document). */
  addTo(counts: Int32Array, column: Countable): void {
    const members = this.#countedMembers();
    if (this.#larger === 'none') {
      addMembers(this.#segment, column, members, counts, 1);
      return;
    }
    const totals = this.#larger === 'segment' ? totalsOf(this.#segment, column) : this.#larger.countsOf(column);
    for (let code = 0; code < totals.length; code++) counts[code]! += totals[code]!;
    addMembers(this.#segment, column, members, counts, -1);
  }

  #countedMembers(): Uint32Array {
    if (this.#members !== undefined) return this.#members;
    let set = this.#set;
    if (this.#larger === 'segment') {
      set = this.#scratch.copy(set);
      complement(set, this.#segment.size);
    } else if (this.#larger !== 'none') {
      set = this.#scratch.copy(this.#larger.set);
      subtract(set, this.#set);
    }
    const room = this.#scratch.take(this.#segment.size);
    this.#members = room.subarray(0, listMembers(set, room));
    return this.#members;
  }
}

/** Numbers kept for a segment: 8 MB, or some thousand match sets of a few hundred values. */
const rememberedNumbers = 2_000_000;
/** Smaller sets are counted faster than looked up. */
const leastRemembered = 2048;
const remembered = new WeakMap<Segment, Map<string, Map<string, Int32Array>>>();

/**
 * All documents of a segment in a scope with the searched words. Deletions and filters only take away from it, and a
 * segment's postings and columns never change, so its counts stay right until it is merged.
 */
export class RememberedMatch {
  readonly set: Uint32Array;
  readonly count: number;
  readonly #segment: Segment;
  readonly #counts: Map<string, Int32Array>;
  readonly #counted: CountedSet;

  private constructor(segment: Segment, set: Uint32Array, count: number, key: string, scratch: Scratch) {
    this.set = set;
    this.count = count;
    this.#segment = segment;
    this.#counts = recall(segment, key);
    this.#counted = new CountedSet(segment, set, scratch);
  }

  static of(segment: Segment, set: Uint32Array, key: string, scratch: Scratch): RememberedMatch | undefined {
    const count = countBits(set);
    return count < leastRemembered ? undefined : new RememberedMatch(segment, set, count, key, scratch);
  }

  countsOf(column: Countable): Int32Array {
    const key = `${column.kind}/${column.name}`;
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    const counts = new Int32Array(totalsOf(this.#segment, column).length);
    this.#counted.addTo(counts, column);
    this.#counts.set(key, counts);
    return counts;
  }
}

function recall(segment: Segment, key: string): Map<string, Int32Array> {
  const matches = remembered.get(segment) ?? new Map<string, Map<string, Int32Array>>();
  remembered.set(segment, matches);
  const counts = matches.get(key) ?? new Map<string, Int32Array>();
  // Maps keep the order of insertion, so the first entry is the one not used for longest.
  matches.delete(key);
  matches.set(key, counts);
  if (matches.size * valuesOf(segment) > rememberedNumbers) matches.delete(matches.keys().next().value!);
  return counts;
}

function valuesOf({ keywords }: Segment): number {
  return Object.values(keywords).reduce((sum, { postings }) => sum + (postings.keys.at(-1) ?? 0), 0);
}

/** Counts over all documents of a segment, deleted ones included. */
function totalsOf(segment: Segment, { kind, name }: Countable): Int32Array {
  if (kind === 'buckets') return bucketTotals(columnOf(segment.buckets, name));
  const { postings } = columnOf(segment.keywords, name);
  const totals = new Int32Array((postings.keys.at(-1) ?? 0) + 1);
  for (let at = 0; at < postings.keys.length; at++) totals[postings.keys[at]!] = postings.count(at);
  return totals;
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

function addMembers(
  segment: Segment,
  { kind, name }: Countable,
  docs: Uint32Array,
  counts: Int32Array,
  sign: number,
): void {
  const column = kind === 'values' ? columnOf(segment.keywords, name) : undefined;
  if (column === undefined) countSingle(columnOf(segment.buckets, name), docs, counts, sign);
  else if (column.starts.length > 0) countMultiple(column, docs, counts, sign);
  else countSingle(column.codes, docs, counts, sign);
}

function countSingle(
  codes: Uint8Array | Uint16Array | Uint32Array,
  docs: Uint32Array,
  counts: Int32Array,
  sign: number,
): void {
  for (let n = 0; n < docs.length; n++) counts[codes[docs[n]!]!]! += sign;
}

/** Documents looked up together: their places fit the processor's first cache. */
const batchSize = 512;
const firsts = new Uint32Array(batchSize);
const lasts = new Uint32Array(batchSize);
const touched = new Uint32Array(1);

/**
 * Scattered documents cost a cache miss each. A first loop without branches fetches their places and touches their
 * codes, so that the processor has many misses under way at once; the second then finds everything near.
 */
function countMultiple({ codes, starts }: KeywordColumn, docs: Uint32Array, counts: Int32Array, sign: number): void {
  for (let from = 0; from < docs.length; from += batchSize) {
    const size = Math.min(batchSize, docs.length - from);
    let touch = 0;
    for (let n = 0; n < size; n++) {
      const doc = docs[from + n]!;
      const first = starts[doc]!;
      firsts[n] = first;
      lasts[n] = starts[doc + 1]!;
      touch ^= codes[first]!;
    }
    touched[0] = touch;
    for (let n = 0; n < size; n++) {
      const last = lasts[n]!;
      for (let at = firsts[n]!; at < last; at++) counts[codes[at]!]! += sign;
    }
  }
}
