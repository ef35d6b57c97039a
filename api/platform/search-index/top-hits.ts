import type { Place } from './cursor.ts';
import type { Segment } from './segment.ts';

export type Ranked = { readonly key: number; readonly segment: Segment; readonly doc: number };

/** The best `limit` documents offered so far: higher key first, then higher quality, then smaller id. */
export class TopHits {
  readonly ranked: Ranked[] = [];
  readonly #limit: number;
  readonly #after: Place | undefined;

  constructor(limit: number, after: Place | undefined) {
    this.#limit = limit;
    this.#after = after;
  }

  /** No key below this can enter any more. */
  get threshold(): number {
    if (this.#limit === 0) return Number.POSITIVE_INFINITY;
    return this.ranked.length < this.#limit ? Number.NEGATIVE_INFINITY : this.ranked.at(-1)!.key;
  }

  offer(key: number, segment: Segment, doc: number): void {
    if (this.#limit === 0 || (this.#after !== undefined && !isAfter(this.#after, key, segment, doc))) return;
    const candidate = { key, segment, doc };
    if (this.ranked.length === this.#limit && !precedes(candidate, this.ranked.at(-1)!)) return;
    let [low, high] = [0, this.ranked.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (precedes(this.ranked[middle]!, candidate)) low = middle + 1;
      else high = middle;
    }
    this.ranked.splice(low, 0, candidate);
    if (this.ranked.length > this.#limit) this.ranked.pop();
  }
}

function precedes(a: Ranked, b: Ranked): boolean {
  if (a.key !== b.key) return a.key > b.key;
  if (a.segment === b.segment) return a.doc < b.doc;
  const difference = a.segment.quality[a.doc]! - b.segment.quality[b.doc]!;
  return difference !== 0 ? difference > 0 : a.segment.ids.idOf(a.doc) < b.segment.ids.idOf(b.doc);
}

function isAfter(place: Place, key: number, segment: Segment, doc: number): boolean {
  if (key !== place.key) return key < place.key;
  const quality = segment.quality[doc]!;
  return quality !== place.quality ? quality < place.quality : segment.ids.idOf(doc) > place.id;
}
