/**
 * Remembers what was read, unless it was forgotten while the read was under way: a reader that began before a change
 * must not bring the old value back after it.
 */
export class GuardedCache<V> {
  readonly #entries = new Map<string, V>();
  readonly #entriesMax: number;
  #generation = 0;

  constructor(entriesMax: number) {
    this.#entriesMax = entriesMax;
  }

  /** What is missing is not remembered: it may appear at any time, and strangers choose what they ask for. */
  async get(key: string, read: () => Promise<V | undefined>): Promise<V | undefined> {
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const generation = this.#generation;
    const found = await read();
    if (found !== undefined && generation === this.#generation) this.#keep(key, found);
    return found;
  }

  forget(key: string): void {
    this.#generation++;
    this.#entries.delete(key);
  }

  forgetAll(): void {
    this.#generation++;
    this.#entries.clear();
  }

  #keep(key: string, value: V): void {
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#entriesMax) return;
    const oldest = this.#entries.keys().next().value;
    if (oldest !== undefined) this.#entries.delete(oldest);
  }
}
