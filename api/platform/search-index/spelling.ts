import type { TermDictionary } from './dictionaries.ts';

export type Neighbor = { readonly term: number; readonly distance: number };

/** Edits forgiven: none below 4 letters, one below 8, then two. */
export function forgivenEdits(word: string): number {
  if (/^\p{N}+$/u.test(word) || word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * Terms within `maxDistance` edits (insert, delete, replace, swap neighbors) that begin with the word's first or second
 * letter. Walks the sorted terms like a trie: rows of the distance table are shared along common prefixes, and a prefix
 * that is already too far away is skipped with all its terms. Typically visits some hundred prefixes of 100,000 terms.
 */
export function neighbors(dictionary: TermDictionary, word: string, maxDistance: number): Neighbor[] {
  const found: Neighbor[] = [];
  if (maxDistance === 0) return found;
  for (const [low, high] of startingLike(dictionary, word)) {
    const table = new DistanceTable(word, maxDistance);
    const sorted = dictionary.sorted();
    for (let at = low; at < high; ) {
      const number = sorted[at]!;
      const term = dictionary.terms[number]!;
      const tooFar = table.descend(term, term.length);
      if (tooFar !== undefined) at = dictionary.prefixEnd(term.slice(0, tooFar), at);
      else {
        const distance = table.distanceAt(term.length);
        if (distance <= maxDistance && distance > 0) found.push({ term: number, distance });
        at++;
      }
    }
  }
  return found;
}

/** Terms with a beginning one edit away from the word, for a word still being typed. */
export function completionNeighbors(dictionary: TermDictionary, word: string): number[] {
  const found: number[] = [];
  for (const [low, high] of startingLike(dictionary, word)) {
    const table = new DistanceTable(word, 1);
    const sorted = dictionary.sorted();
    for (let at = low; at < high; ) {
      const term = dictionary.terms[sorted[at]!]!;
      const depth = Math.min(term.length, word.length + 1);
      const tooFar = table.descend(term, depth);
      const near = table.nearestDepth(tooFar === undefined ? depth : tooFar - 1);
      // A term that is used up says nothing about the longer ones behind it.
      const isUsedUp = near === undefined && tooFar === undefined && depth === term.length;
      const end = isUsedUp ? at + 1 : dictionary.prefixEnd(term.slice(0, near ?? tooFar ?? depth), at);
      if (near !== undefined) found.push(...sorted.subarray(at, end));
      at = end;
    }
  }
  return found;
}

/** Ranges of the sorted terms: a wrong first letter is rare, but it may be missing or swapped with the second. */
function startingLike(dictionary: TermDictionary, word: string): [number, number][] {
  return [...new Set([word[0]!, word[1]!])].map((letter) => dictionary.prefixRange(letter));
}

/** Optimal string alignment distances between a word and every prefix of the term it stands on. */
class DistanceTable {
  readonly #word: string;
  readonly #maxDistance: number;
  readonly #rows: Uint8Array[];
  /** The prefix whose rows are valid. */
  #path = '';

  constructor(word: string, maxDistance: number) {
    this.#word = word;
    this.#maxDistance = maxDistance;
    this.#rows = Array.from({ length: word.length + maxDistance + 2 }, () => new Uint8Array(word.length + 1));
    for (let column = 0; column <= word.length; column++) this.#rows[0]![column] = column;
  }

  /** Moves to a term, down to `depth` letters. Returns the length of its shortest prefix that is too far away, if any. */
  descend(term: string, depth: number): number | undefined {
    let at = commonPrefix(this.#path, term);
    for (; at < depth; at++) {
      const isTooLong = at >= this.#word.length + this.#maxDistance;
      if (isTooLong || this.#fillRow(at, term) > this.#maxDistance) {
        this.#path = term.slice(0, at);
        return at + 1;
      }
    }
    this.#path = term.slice(0, at);
    return undefined;
  }

  distanceAt(depth: number): number {
    return this.#rows[depth]![this.#word.length]!;
  }

  nearestDepth(depth: number): number | undefined {
    for (let at = 1; at <= depth; at++) if (this.distanceAt(at) <= this.#maxDistance) return at;
    return undefined;
  }

  /** Fills the row for the term's letter at `depth`; returns its least value, below which no longer term can come (a swap costs
   * as much as the replacement that this row already holds). */
  #fillRow(depth: number, term: string): number {
    const word = this.#word;
    const above = this.#rows[depth]!;
    const row = this.#rows[depth + 1]!;
    const letter = term.charCodeAt(depth);
    row[0] = depth + 1;
    let least = row[0];
    for (let column = 1; column <= word.length; column++) {
      const isSame = word.charCodeAt(column - 1) === letter;
      let value = Math.min(above[column]! + 1, row[column - 1]! + 1, above[column - 1]! + (isSame ? 0 : 1));
      const isSwap =
        depth > 0 &&
        column > 1 &&
        word.charCodeAt(column - 2) === letter &&
        word.charCodeAt(column - 1) === term.charCodeAt(depth - 1);
      if (isSwap) value = Math.min(value, this.#rows[depth - 1]![column - 2]! + 1);
      row[column] = value;
      least = Math.min(least, value);
    }
    return least;
  }
}

function commonPrefix(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let at = 0;
  while (at < end && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}
