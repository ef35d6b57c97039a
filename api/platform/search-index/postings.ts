import { add, popcount, unite, wordsFor } from './bitset.ts';

/**
 * For each key (a term's or a value's number) the documents that have it, ascending. A key of at least one document in
 * 32 is a bitset, which is then the smaller form; the rest are plain Uint32 lists. Text postings carry a 16-bit payload
 * per document: the impact (high byte, 1–255) and the mask of the fields it came from (low byte).
 */
export class Postings {
  readonly size: number;
  readonly keys: Uint32Array;
  /** First entry of each key; entries are numbered through, so `starts[i + 1] - starts[i]` documents have key i. */
  readonly starts: Uint32Array;
  /** Offset of each key in `docs` or, when dense, in `bits`. */
  readonly offsets: Uint32Array;
  readonly docs: Uint32Array;
  readonly bits: Uint32Array;
  readonly payload: Uint16Array;
  readonly #words: number;
  readonly #denseFrom: number;
  #highestImpacts: Uint8Array | undefined;

  constructor(size: number, data: PostingsData) {
    this.size = size;
    this.keys = data.keys;
    this.starts = data.starts;
    this.offsets = data.offsets;
    this.docs = data.docs;
    this.bits = data.bits;
    this.payload = data.payload;
    this.#words = wordsFor(size);
    this.#denseFrom = denseFrom(size);
  }

  /** Room for the given keys (ascending) and their document counts, to be filled key by key. */
  static allocate(size: number, keys: Uint32Array, counts: Uint32Array, withPayload: boolean): Postings {
    const starts = new Uint32Array(keys.length + 1);
    const offsets = new Uint32Array(keys.length);
    let [docs, bits] = [0, 0];
    for (let at = 0; at < keys.length; at++) {
      const count = counts[at]!;
      starts[at + 1] = starts[at]! + count;
      offsets[at] = count >= denseFrom(size) ? bits : docs;
      if (count >= denseFrom(size)) bits += wordsFor(size);
      else docs += count;
    }
    const payload = new Uint16Array(withPayload ? starts[keys.length]! : 0);
    return new Postings(size, {
      keys,
      starts,
      offsets,
      docs: new Uint32Array(docs),
      bits: new Uint32Array(bits),
      payload,
    });
  }

  /** Position of a key, or −1. O(log keys). */
  find(key: number): number {
    let [low, high] = [0, this.keys.length - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.keys[middle]!;
      if (found === key) return middle;
      if (found < key) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  count(at: number): number {
    return this.starts[at + 1]! - this.starts[at]!;
  }

  isDense(at: number): boolean {
    return this.count(at) >= this.#denseFrom;
  }

  /** The bitset of a dense key, as a view. */
  dense(at: number): Uint32Array {
    return this.bits.subarray(this.offsets[at]!, this.offsets[at]! + this.#words);
  }

  /** The documents of a sparse key, as a view. */
  sparse(at: number): Uint32Array {
    return this.docs.subarray(this.offsets[at]!, this.offsets[at]! + this.count(at));
  }

  fill(at: number, docs: Uint32Array, count: number): void {
    if (this.isDense(at)) {
      const bits = this.dense(at);
      for (let n = 0; n < count; n++) add(bits, docs[n]!);
    } else this.docs.set(docs.subarray(0, count), this.offsets[at]!);
  }

  uniteInto(set: Uint32Array, at: number): void {
    if (this.isDense(at)) {
      unite(set, this.dense(at));
      return;
    }
    const end = this.offsets[at]! + this.count(at);
    for (let n = this.offsets[at]!; n < end; n++) add(set, this.docs[n]!);
  }

  /** Whether any document of the key is in the set; stops at the first. */
  meets(at: number, set: Uint32Array): boolean {
    if (this.isDense(at)) {
      const start = this.offsets[at]!;
      for (let word = 0; word < this.#words; word++) if ((this.bits[start + word]! & set[word]!) !== 0) return true;
      return false;
    }
    return this.sparse(at).some((doc) => (set[doc >>> 5]! & (1 << (doc & 31))) !== 0);
  }

  /** The highest impact of a key. Counted on first use, then remembered. */
  highestImpact(at: number): number {
    this.#highestImpacts ??= new Uint8Array(this.keys.length);
    if (this.#highestImpacts[at] === 0) {
      let highest = 0;
      for (let entry = this.starts[at]!; entry < this.starts[at + 1]!; entry++)
        highest = Math.max(highest, this.payload[entry]!);
      this.#highestImpacts[at] = highest >>> 8;
    }
    return this.#highestImpacts[at]!;
  }

  /** Payloads of the given ascending documents, 0 where a document lacks the key. O(docs · log n), or one pass over a bitset. */
  payloadsOf(at: number, docs: readonly number[]): number[] {
    if (!this.isDense(at)) return docs.map((doc) => this.#sparsePayload(at, doc));
    const bits = this.dense(at);
    let [word, entry] = [0, this.starts[at]!];
    return docs.map((doc) => {
      for (; word < doc >>> 5; word++) entry += popcount(bits[word]!);
      const bit = 1 << (doc & 31);
      return (bits[word]! & bit) === 0 ? 0 : this.payload[entry + popcount(bits[word]! & (bit - 1))]!;
    });
  }

  #sparsePayload(at: number, doc: number): number {
    const found = lowerBound(this.docs, doc, this.offsets[at]!, this.offsets[at]! + this.count(at));
    const isThere = found < this.offsets[at]! + this.count(at) && this.docs[found] === doc;
    return isThere ? this.payload[this.starts[at]! + found - this.offsets[at]!]! : 0;
  }
}

export type PostingsData = Pick<Postings, 'keys' | 'starts' | 'offsets' | 'docs' | 'bits' | 'payload'>;

/** First position in [low, high) of an ascending array whose value is at least `value`. */
export function lowerBound(sorted: Uint32Array, value: number, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function denseFrom(size: number): number {
  return Math.max(8, size >>> 5);
}
