import type { IndexSchema } from './index-schema.ts';

/** Every term of an index, numbered in order of appearance; shared by all segments and never renumbered. */
export class TermDictionary {
  readonly terms: string[] = [];
  readonly #numbers = new Map<string, number>();
  #documentCounts = new Uint32Array(1024);
  #sorted: Uint32Array = new Uint32Array(0);

  /** From different terms and their numbers in sorted order. */
  static from(terms: readonly string[], sorted: Uint32Array): TermDictionary {
    const dictionary = new TermDictionary();
    dictionary.#sorted = sorted;
    for (const term of terms) dictionary.#numbers.set(term, dictionary.terms.push(term) - 1);
    return dictionary;
  }

  find(term: string): number | undefined {
    return this.#numbers.get(term);
  }

  intern(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.terms.push(term) - 1;
    this.#numbers.set(term, number);
    // Sorting in growing portions keeps a bulk build from ending in one long sort.
    if (this.terms.length - this.#sorted.length > Math.max(4096, this.#sorted.length >>> 2)) this.sorted();
    return number;
  }

  /** Documents with the term in all segments, those deleted since the last merge included. */
  documentCount(term: number): number {
    return this.#documentCounts[term] ?? 0;
  }

  changeDocumentCount(term: number, by: number): void {
    if (term >= this.#documentCounts.length) {
      const grown = new Uint32Array(Math.max(term + 1, this.#documentCounts.length * 2));
      grown.set(this.#documentCounts);
      this.#documentCounts = grown;
    }
    this.#documentCounts[term]! += by;
  }

  /** Term numbers in UTF-16 order of their terms. O(terms) after new terms, else O(1). */
  sorted(): Uint32Array {
    const old = this.#sorted;
    if (old.length === this.terms.length) return old;
    const added = Array.from({ length: this.terms.length - old.length }, (_, at) => old.length + at);
    added.sort((a, b) => (this.terms[a]! < this.terms[b]! ? -1 : 1));
    const merged = new Uint32Array(this.terms.length);
    let [from, to] = [0, 0];
    for (const number of added) {
      const until = this.#lowerBound(this.terms[number]!, from);
      merged.set(old.subarray(from, until), to);
      to += until - from;
      from = until;
      merged[to++] = number;
    }
    merged.set(old.subarray(from), to);
    this.#sorted = merged;
    return merged;
  }

  /** The half-open range of `sorted()` whose terms begin with the prefix. O(log terms). */
  prefixRange(prefix: string): [number, number] {
    this.sorted();
    return [this.#lowerBound(prefix, 0), this.#lowerBound(`${prefix}\uffff`, 0)];
  }

  /** Where the terms with the prefix end, given a place among them. O(log of their number). */
  prefixEnd(prefix: string, from: number): number {
    let [low, step] = [from, 1];
    while (low + step < this.#sorted.length && this.terms[this.#sorted[low + step]!]!.startsWith(prefix)) {
      low += step;
      step *= 2;
    }
    let high = Math.min(low + step, this.#sorted.length);
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if (this.terms[this.#sorted[middle]!]!.startsWith(prefix)) low = middle;
      else high = middle;
    }
    return high;
  }

  #lowerBound(term: string, from: number): number {
    let [low, high] = [from, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.terms[this.#sorted[middle]!]! < term) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The values of one keyword column, numbered from 1; 0 is "no value". */
export class ValueDictionary {
  readonly values: string[] = [''];
  readonly #numbers = new Map<string, number>();

  static from(values: readonly string[]): ValueDictionary {
    const dictionary = new ValueDictionary();
    for (const value of values) dictionary.intern(value);
    return dictionary;
  }

  find(value: string): number | undefined {
    return this.#numbers.get(value);
  }

  intern(value: string): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    const number = this.values.push(value) - 1;
    this.#numbers.set(value, number);
    return number;
  }
}

export type Dictionaries = {
  readonly terms: TermDictionary;
  readonly values: Readonly<Record<string, ValueDictionary>>;
};

export function emptyDictionaries(schema: IndexSchema): Dictionaries {
  const values = Object.fromEntries(Object.keys(schema.keywords).map((name) => [name, new ValueDictionary()]));
  return { terms: new TermDictionary(), values };
}
