/** Sets of documents as words of 32 bits. Every operation is O(words). */

export function wordsFor(size: number): number {
  return (size + 31) >>> 5;
}

export function popcount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function countBits(set: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < set.length; at++) count += popcount(set[at]!);
  return count;
}

export function countCommon(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < a.length; at++) count += popcount(a[at]! & b[at]!);
  return count;
}

export function isEmpty(set: Uint32Array): boolean {
  for (let at = 0; at < set.length; at++) if (set[at] !== 0) return false;
  return true;
}

export function intersect(into: Uint32Array, other: Uint32Array): void {
  for (let at = 0; at < into.length; at++) into[at]! &= other[at]!;
}

export function unite(into: Uint32Array, other: Uint32Array): void {
  for (let at = 0; at < into.length; at++) into[at]! |= other[at]!;
}

export function subtract(into: Uint32Array, other: Uint32Array): void {
  for (let at = 0; at < into.length; at++) into[at]! &= ~other[at]!;
}

/** Everything below `size` that is not in the set. */
export function complement(into: Uint32Array, size: number): void {
  for (let at = 0; at < into.length; at++) into[at] = ~into[at]!;
  clearFrom(into, size);
}

export function fillAll(into: Uint32Array, size: number): void {
  into.fill(0xffffffff);
  clearFrom(into, size);
}

export function has(set: Uint32Array, member: number): boolean {
  return (set[member >>> 5]! & (1 << (member & 31))) !== 0;
}

export function add(set: Uint32Array, member: number): void {
  set[member >>> 5]! |= 1 << (member & 31);
}

export function remove(set: Uint32Array, member: number): void {
  set[member >>> 5]! &= ~(1 << (member & 31));
}

/** Writes the members in ascending order and returns how many there are; `into` must be large enough. */
export function listMembers(set: Uint32Array, into: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < set.length; at++) {
    let word = set[at]!;
    const base = at << 5;
    while (word !== 0) {
      into[count++] = base + 31 - Math.clz32(word & -word);
      word &= word - 1;
    }
  }
  return count;
}

function clearFrom(set: Uint32Array, size: number): void {
  if ((size & 31) !== 0 && set.length > 0) set[set.length - 1]! &= (1 << (size & 31)) - 1;
}
