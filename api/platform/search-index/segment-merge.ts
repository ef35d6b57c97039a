import { add, fillAll, has, remove, wordsFor } from './bitset.ts';
import { IdTableBuilder } from './id-table.ts';
import { type IndexSchema, numberColumns } from './index-schema.ts';
import { gone, mergePostings } from './postings-merge.ts';
import { bucketCodes, codesArray, type KeywordColumn, type Segment } from './segment.ts';

/** `moved[i][doc]` is the new number of a document of input i, or `gone` if it was already deleted when merging began. */
export type Merged = { readonly segment: Segment; readonly moved: readonly Uint32Array[] };

/** Work done between two pauses, in documents or postings: some milliseconds. */
const stride = 8192;

/**
 * One segment of the live documents of several, in steps: whoever drives it decides how long to go on before the event
 * loop gets its turn. Numbers ascend with quality in every input, so all lists stay sorted and only need interleaving.
 */
export function* mergeSegments(schema: IndexSchema, inputs: readonly Segment[]): Generator<undefined, Merged> {
  const size = inputs.reduce((sum, input) => sum + input.liveCount, 0);
  const moved = inputs.map((input) => new Uint32Array(input.size).fill(gone));
  const idTable = new IdTableBuilder(
    size,
    inputs.reduce((sum, input) => sum + input.ids.bytes.length, 0),
  );
  const quality = new Float64Array(size);
  const order = new MergeOrder(inputs);
  for (let doc = 0; doc < size; doc++) {
    const { input, at } = order.next();
    moved[input]![at] = doc;
    quality[doc] = inputs[input]!.quality[at]!;
    idTable.append(inputs[input]!.ids.encodedId(at));
    if (doc % stride === 0) yield;
  }
  const numbers: Record<string, Float64Array> = {};
  for (const name of numberColumns(schema)) {
    numbers[name] = new Float64Array(size);
    for (const [at, input] of inputs.entries()) spread(input.numbers[name]!, moved[at]!, numbers[name]);
    yield;
  }
  const flags: Record<string, Uint32Array> = {};
  for (const name of schema.flags) {
    flags[name] = new Uint32Array(wordsFor(size));
    for (const [at, input] of inputs.entries()) spreadFlags(input.flags[name]!, moved[at]!, flags[name]);
    yield;
  }
  const keywords: Record<string, KeywordColumn> = {};
  for (const name of Object.keys(schema.keywords)) keywords[name] = yield* mergeColumn(name, inputs, moved, size);
  const terms = yield* mergePostings(
    inputs.map((input, at) => ({ postings: input.terms, moved: moved[at]! })),
    size,
    true,
  );
  const live = new Uint32Array(wordsFor(size));
  if (size > 0) fillAll(live, size);
  const buckets = bucketCodes(schema, numbers);
  const segment = {
    size,
    ids: idTable.finish(),
    quality,
    terms,
    keywords,
    numbers,
    buckets,
    flags,
    live,
    liveCount: size,
  };
  return { segment, moved };
}

/** What was deleted while the merge ran. */
export function carryDeletions(input: Segment, moved: Uint32Array, merged: Segment): void {
  for (let doc = 0; doc < input.size; doc++) {
    if (moved[doc] === gone || has(input.live, doc)) continue;
    remove(merged.live, moved[doc]!);
    merged.liveCount--;
  }
}

function* mergeColumn(
  name: string,
  inputs: readonly Segment[],
  moved: readonly Uint32Array[],
  size: number,
): Generator<undefined, KeywordColumn> {
  const sources = inputs.map((input, at) => ({ postings: input.keywords[name]!.postings, moved: moved[at]! }));
  const postings = yield* mergePostings(sources, size, false);
  const highest = postings.keys.at(-1) ?? 0;
  const columns = inputs.map((input) => input.keywords[name]!);
  if (columns.every((column) => column.starts.length === 0)) {
    const codes = codesArray(size, highest);
    for (const [at, column] of columns.entries()) spread(column.codes, moved[at]!, codes);
    yield;
    return { codes, starts: new Uint32Array(0), postings };
  }
  const starts = new Uint32Array(size + 1);
  for (const [at, { starts: old }] of columns.entries()) {
    moved[at]!.forEach((doc, from) => {
      if (doc !== gone) starts[doc + 1] = old[from + 1]! - old[from]!;
    });
    yield;
  }
  for (let doc = 0; doc < size; doc++) starts[doc + 1]! += starts[doc]!;
  const codes = codesArray(starts[size]!, highest);
  for (const [at, column] of columns.entries()) {
    for (let from = 0; from < moved[at]!.length; from++) {
      const doc = moved[at]![from]!;
      if (doc === gone) continue;
      let to = starts[doc]!;
      for (let n = column.starts[from]!; n < column.starts[from + 1]!; n++) codes[to++] = column.codes[n]!;
      if (from % stride === 0) yield;
    }
  }
  return { codes, starts, postings };
}

type NumberArray = Float64Array | Uint16Array | Uint32Array;

function spread(from: NumberArray, moved: Uint32Array, into: NumberArray): void {
  for (let at = 0; at < moved.length; at++) if (moved[at] !== gone) into[moved[at]!] = from[at]!;
}

function spreadFlags(from: Uint32Array, moved: Uint32Array, into: Uint32Array): void {
  for (let at = 0; at < moved.length; at++) if (moved[at] !== gone && has(from, at)) add(into, moved[at]!);
}

/** Hands out the live documents of all inputs by quality, best first, then by id. O(log inputs) each. */
class MergeOrder {
  readonly #inputs: readonly Segment[];
  readonly #live: readonly Uint32Array[];
  readonly #positions: number[];
  /** A binary heap of input numbers, ordered by their next document. */
  readonly #heap: number[] = [];

  constructor(inputs: readonly Segment[]) {
    this.#inputs = inputs;
    // Deletions go on while a merge runs; they are carried over when it ends.
    this.#live = inputs.map((input) => input.live.slice());
    this.#positions = inputs.map(() => -1);
    for (const input of inputs.keys()) if (this.#advance(input)) this.#heap.push(input);
    for (let at = this.#heap.length >>> 1; at >= 0; at--) this.#sink(at);
  }

  next(): { input: number; at: number } {
    const input = this.#heap[0]!;
    const at = this.#positions[input]!;
    if (!this.#advance(input)) {
      const last = this.#heap.pop()!;
      if (this.#heap.length > 0) this.#heap[0] = last;
    }
    this.#sink(0);
    return { input, at };
  }

  #advance(input: number): boolean {
    const { size } = this.#inputs[input]!;
    let at = this.#positions[input]! + 1;
    while (at < size && !has(this.#live[input]!, at)) at++;
    this.#positions[input] = at;
    return at < size;
  }

  #sink(from: number): void {
    for (let at = from; ; ) {
      const left = 2 * at + 1;
      let first = at;
      if (left < this.#heap.length && this.#precedes(left, first)) first = left;
      if (left + 1 < this.#heap.length && this.#precedes(left + 1, first)) first = left + 1;
      if (first === at) return;
      [this.#heap[at], this.#heap[first]] = [this.#heap[first]!, this.#heap[at]!];
      at = first;
    }
  }

  #precedes(a: number, b: number): boolean {
    const [left, right] = [this.#heap[a]!, this.#heap[b]!];
    const [leftAt, rightAt] = [this.#positions[left]!, this.#positions[right]!];
    const difference = this.#inputs[left]!.quality[leftAt]! - this.#inputs[right]!.quality[rightAt]!;
    if (difference !== 0) return difference > 0;
    return this.#inputs[left]!.ids.idOf(leftAt) < this.#inputs[right]!.ids.idOf(rightAt);
  }
}
