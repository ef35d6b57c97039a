import { Postings } from './postings.ts';

/** The new number of a document that is not taken over. */
export const gone = 0xffffffff;

export type PostingsSource = { readonly postings: Postings; readonly moved: Uint32Array };

/** Postings between two pauses: a few milliseconds. */
const stride = 40_000;

/** The union of several postings under new document numbers; documents that are gone and keys without any left are dropped. */
export function* mergePostings(
  sources: readonly PostingsSource[],
  size: number,
  withPayload: boolean,
): Generator<undefined, Postings> {
  const { keys, counts } = yield* liveKeys(sources);
  const merged = Postings.allocate(size, keys, counts, withPayload);
  const gathered = new Gathered(counts.reduce((most, count) => Math.max(most, count), 0));
  const payloadOf = new Uint16Array(withPayload ? size : 0);
  const positions = new Uint32Array(sources.length);
  let done = 0;
  for (let at = 0; at < keys.length; at++) {
    let runs = 0;
    gathered.count = 0;
    for (let n = 0; n < sources.length; n++) {
      const { postings, moved } = sources[n]!;
      while (positions[n]! < postings.keys.length && postings.keys[positions[n]!]! < keys[at]!) positions[n]!++;
      if (postings.keys[positions[n]!] !== keys[at]) continue;
      gather(postings, positions[n]!, moved, gathered);
      runs++;
    }
    if (merged.isDense(at)) fillDense(merged, at, gathered, payloadOf);
    else fillSparse(merged, at, gathered, runs > 1);
    done += gathered.count + sources.length;
    if (done > stride) {
      done = 0;
      yield;
    }
  }
  return merged;
}

/** Documents (by new number) and payloads of one key, input after input. */
class Gathered {
  readonly docs: Uint32Array;
  readonly payload: Uint16Array;
  count = 0;

  constructor(capacity: number) {
    this.docs = new Uint32Array(capacity);
    this.payload = new Uint16Array(capacity);
  }
}

/** The keys that still have documents and how many, exactly, so that the result is allocated once. */
function* liveKeys(sources: readonly PostingsSource[]) {
  const highest = sources.reduce((most, { postings }) => Math.max(most, postings.keys.at(-1) ?? 0), 0);
  const totals = new Uint32Array(highest + 1);
  let done = 0;
  for (const { postings, moved } of sources) {
    const isWhole = !moved.includes(gone);
    for (let at = 0; at < postings.keys.length; at++) {
      totals[postings.keys[at]!]! += isWhole ? postings.count(at) : countLive(postings, at, moved);
      done += isWhole ? 1 : postings.count(at);
      if (done > stride) {
        done = 0;
        yield;
      }
    }
  }
  const keys = new Uint32Array(totals.reduce((count, total) => count + (total > 0 ? 1 : 0), 0));
  for (let key = 0, at = 0; key <= highest; key++) if (totals[key]! > 0) keys[at++] = key;
  return { keys, counts: keys.map((key) => totals[key]!) };
}

function countLive(postings: Postings, at: number, moved: Uint32Array): number {
  let count = 0;
  if (!postings.isDense(at)) {
    for (const doc of postings.sparse(at)) if (moved[doc] !== gone) count++;
    return count;
  }
  const bits = postings.dense(at);
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) {
      if (moved[(word << 5) + 31 - Math.clz32(rest & -rest)] !== gone) count++;
    }
  }
  return count;
}

function gather(postings: Postings, at: number, moved: Uint32Array, into: Gathered): void {
  const { payload } = postings;
  let entry = postings.starts[at]!;
  if (!postings.isDense(at)) {
    for (const old of postings.sparse(at)) take(into, moved[old]!, payload[entry++] ?? 0);
    return;
  }
  const bits = postings.dense(at);
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) {
      take(into, moved[(word << 5) + 31 - Math.clz32(rest & -rest)]!, payload[entry++] ?? 0);
    }
  }
}

function take(into: Gathered, doc: number, payload: number): void {
  if (doc === gone) return;
  into.docs[into.count] = doc;
  into.payload[into.count++] = payload;
}

/** Setting bits sorts by itself; payloads follow through a table by document. */
function fillDense(merged: Postings, at: number, gathered: Gathered, payloadOf: Uint16Array): void {
  merged.fill(at, gathered.docs, gathered.count);
  if (payloadOf.length === 0) return;
  for (let n = 0; n < gathered.count; n++) payloadOf[gathered.docs[n]!] = gathered.payload[n]!;
  const bits = merged.dense(at);
  let entry = merged.starts[at]!;
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) {
      merged.payload[entry++] = payloadOf[(word << 5) + 31 - Math.clz32(rest & -rest)]!;
    }
  }
}

function fillSparse(merged: Postings, at: number, gathered: Gathered, needsSort: boolean): void {
  const { docs, payload, count } = gathered;
  if (needsSort) {
    const pairs = new Float64Array(count);
    for (let n = 0; n < count; n++) pairs[n] = docs[n]! * 65_536 + payload[n]!;
    pairs.sort();
    for (let n = 0; n < count; n++) {
      docs[n] = Math.floor(pairs[n]! / 65_536);
      payload[n] = pairs[n]! % 65_536;
    }
  }
  merged.fill(at, docs, count);
  if (merged.payload.length > 0) merged.payload.set(payload.subarray(0, count), merged.starts[at]!);
}
