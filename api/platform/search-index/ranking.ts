import { has, intersect, popcount, unite } from './bitset.ts';
import type { Postings } from './postings.ts';
import type { Scratch } from './scratch.ts';
import type { Segment } from './segment.ts';
import type { Clause } from './text-plan.ts';
import type { TopHits } from './top-hits.ts';

/**
 * Scores are whole numbers, so that the same documents always compare the same way: an impact (1–255) times a share of
 * the text (65536 in all), to which quality and boosts are added on the same scale.
 */
export const scoreScale = 255 * 65_536;

export type Scoring = {
  readonly clauses: readonly Clause[];
  readonly qualityWeight: number;
  readonly boosts: readonly WeightedSet[];
};

export type WeightedSet = { readonly signal: string; readonly weight: number; readonly set: Uint32Array };

/** Documents scored together: their accumulators fit the processor's second cache. A multiple of 32. */
const blockSize = 32_768;
/** The first ones are smaller: they find out soon what it takes to reach the top. */
const firstBlockSize = 2_048;
const accumulators = new Int32Array(blockSize);
const best = new Int32Array(blockSize);

/**
 * Offers the hits of a segment, best quality first, a block at a time. Once no later document can reach the top even
 * with the highest impact of every word, only boosted ones are looked at: those with a boost that the others cannot
 * make up for. When these cannot reach it either, none are.
 */
export function rankByScore(
  segment: Segment,
  hits: Uint32Array,
  scoring: Scoring,
  top: TopHits,
  scratch: Scratch,
): void {
  const clauses = scoring.clauses.map((clause) => new ClauseCursor(segment.terms, clause));
  const textBound = clauses.reduce((sum, clause) => sum + clause.bound, 0);
  const lifts = liftsOf(scoring);
  const liftBound = lifts.reduce((sum, { amount }) => sum + Math.max(0, amount), 0);
  let candidates = hits;
  let madeUpFor = 0;
  let size = firstBlockSize;
  for (let start = 0; start < segment.size; start += size, size = Math.min(blockSize, 2 * size)) {
    const bound = textBound + scaled(scoring.qualityWeight * segment.quality[start]!);
    if (top.threshold > bound + liftBound) return;
    const enough = countMadeUpFor(lifts, top.threshold - bound);
    if (enough > madeUpFor) {
      madeUpFor = enough;
      candidates = scratch.take(hits.length);
      for (const { set } of lifts.slice(enough - 1)) unite(candidates, set);
      intersect(candidates, hits);
    }
    const end = Math.min(segment.size, start + size);
    accumulators.fill(0, 0, end - start);
    for (const clause of clauses) clause.addImpacts(candidates, start, end);
    offerBlock(segment, candidates, scoring, lifts, start, end, top);
  }
}

type Lift = { readonly amount: number; readonly set: Uint32Array };

/** Ascending. */
function liftsOf({ boosts }: Scoring): Lift[] {
  return boosts
    .filter(({ weight }) => weight !== 0)
    .map(({ weight, set }) => ({ amount: scaled(weight), set }))
    .sort((a, b) => a.amount - b.amount);
}

/** 0 when a document without a boost can still reach the top, else 1 + how many of the smallest boosts are not enough for it. */
function countMadeUpFor(lifts: readonly Lift[], missing: number): number {
  if (missing <= 0) return 0;
  let [sum, count] = [0, 0];
  while (count < lifts.length) {
    sum += Math.max(0, lifts[count]!.amount);
    if (sum >= missing) break;
    count++;
  }
  return count + 1;
}

export function rankByNumber(
  segment: Segment,
  hits: Uint32Array,
  values: Float64Array,
  sign: 1 | -1,
  top: TopHits,
): void {
  for (let word = 0; word < hits.length; word++) {
    for (let rest = hits[word]!; rest !== 0; rest &= rest - 1) {
      const doc = (word << 5) + 31 - Math.clz32(rest & -rest);
      const value = values[doc]! * sign;
      // A missing number is NaN and comes last either way.
      const key = Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
      if (key >= top.threshold) top.offer(key, segment, doc);
    }
  }
}

export function scaled(weight: number): number {
  return Math.round(weight * scoreScale);
}

function offerBlock(
  segment: Segment,
  hits: Uint32Array,
  { qualityWeight }: Scoring,
  lifts: readonly Lift[],
  start: number,
  end: number,
  top: TopHits,
): void {
  const qualityScale = qualityWeight * scoreScale;
  let threshold = top.threshold;
  for (let word = start >>> 5; word << 5 < end; word++) {
    const inWord = hits[word]!;
    if (inWord === 0) continue;
    sumLifts(lifts, word, inWord);
    for (let rest = inWord; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest);
      const doc = (word << 5) + bit;
      const score = accumulators[doc - start]! + Math.round(qualityScale * segment.quality[doc]!) + liftOf[bit]!;
      if (score < threshold) continue;
      top.offer(score, segment, doc);
      threshold = top.threshold;
    }
  }
}

/** What the boosts add to each of 32 documents. Not of 32 bits: weights are anybody's. */
const liftOf = new Float64Array(32);

/** Goes through the documents that a boost lifts instead of asking each document for each boost. */
function sumLifts(lifts: readonly Lift[], word: number, inWord: number): void {
  liftOf.fill(0);
  for (let at = 0; at < lifts.length; at++) {
    const { amount, set } = lifts[at]!;
    for (let rest = set[word]! & inWord; rest !== 0; rest &= rest - 1) {
      liftOf[31 - Math.clz32(rest & -rest)]! += amount;
    }
  }
}

/** Where one term's postings are read next, by number of entry. */
type Place = { readonly at: number; readonly share: number; next: number };

/** Goes through the postings of one clause's terms, block by block. */
class ClauseCursor {
  /** The most that the clause can add to a document of this segment. */
  readonly bound: number;
  readonly #postings: Postings;
  readonly #sources: Place[] = [];

  constructor(postings: Postings, { sources }: Clause) {
    this.#postings = postings;
    let bound = 0;
    for (const { term, share } of sources) {
      const at = postings.find(term);
      if (at < 0) continue;
      this.#sources.push({ at, share, next: postings.starts[at]! });
      bound = Math.max(bound, share * postings.highestImpact(at));
    }
    this.bound = bound;
  }

  addImpacts(hits: Uint32Array, start: number, end: number): void {
    if (this.#sources.length === 1) {
      this.#scan(this.#sources[0]!, hits, start, end, accumulators);
      return;
    }
    best.fill(0);
    for (const source of this.#sources) this.#scan(source, hits, start, end, best);
    for (let at = 0; at < end - start; at++) accumulators[at]! += best[at]!;
  }

  #scan(source: Place, hits: Uint32Array, start: number, end: number, into: Int32Array) {
    const isShared = into === best;
    if (this.#postings.isDense(source.at)) source.next = this.#scanBits(source, hits, start, end, into, isShared);
    else source.next = this.#scanList(source, hits, start, end, into, isShared);
  }

  #scanBits(
    { at, share, next }: Place,
    hits: Uint32Array,
    start: number,
    end: number,
    into: Int32Array,
    isShared: boolean,
  ): number {
    const { bits, offsets, payload } = this.#postings;
    const offset = offsets[at]!;
    let entry = next;
    for (let word = start >>> 5; word << 5 < end; word++) {
      const all = bits[offset + word]!;
      for (let rest = all & hits[word]!; rest !== 0; rest &= rest - 1) {
        const bit = rest & -rest;
        const score = share * (payload[entry + popcount(all & (bit - 1))]! >>> 8);
        const slot = (word << 5) + 31 - Math.clz32(bit) - start;
        if (!isShared) into[slot]! += score;
        else if (score > into[slot]!) into[slot] = score;
      }
      entry += popcount(all);
    }
    return entry;
  }

  #scanList(
    { at, share, next }: Place,
    hits: Uint32Array,
    start: number,
    end: number,
    into: Int32Array,
    isShared: boolean,
  ): number {
    const { docs, offsets, starts, payload } = this.#postings;
    const shift = offsets[at]! - starts[at]!;
    const last = starts[at + 1]!;
    let entry = next;
    for (; entry < last; entry++) {
      const doc = docs[entry + shift]!;
      if (doc >= end) break;
      if (!has(hits, doc)) continue;
      const score = share * (payload[entry]! >>> 8);
      if (!isShared) into[doc - start]! += score;
      else if (score > into[doc - start]!) into[doc - start] = score;
    }
    return entry;
  }
}
