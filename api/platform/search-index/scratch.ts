/**
 * Zeroed bitsets that are handed out again for the next search. A search is synchronous and keeps none of them, and
 * fresh arrays of 125 kB a bitset at a million documents would cost more time in the collector than in the search.
 */
export class Scratch {
  readonly #pools = new Map<number, { sets: Uint32Array[]; taken: number }>();

  /** Everything taken so far may be overwritten from now on. */
  reset(): void {
    for (const [words, pool] of this.#pools) {
      if (pool.taken === 0) this.#pools.delete(words);
      pool.taken = 0;
    }
  }

  take(words: number): Uint32Array {
    return this.#next(words).fill(0);
  }

  copy(set: Uint32Array): Uint32Array {
    const copy = this.#next(set.length);
    copy.set(set);
    return copy;
  }

  #next(words: number): Uint32Array {
    const pool = this.#pools.get(words) ?? { sets: [], taken: 0 };
    this.#pools.set(words, pool);
    if (pool.taken === pool.sets.length) pool.sets.push(new Uint32Array(words));
    return pool.sets[pool.taken++]!;
  }
}
