import { add, complement, fillAll, intersect, isEmpty, unite, wordsFor } from './bitset.ts';
import type { Dictionaries } from './dictionaries.ts';
import type { Scratch } from './scratch.ts';
import type { Condition } from './search-query.ts';
import type { Segment } from './segment.ts';

/** The documents of one segment that meet a condition, deleted ones included. O(words + matches); numbers O(documents). */
export function matching(
  condition: Condition,
  segment: Segment,
  dictionaries: Dictionaries,
  scratch: Scratch,
): Uint32Array {
  const set = scratch.take(wordsFor(segment.size));
  if ('column' in condition) matchKeywords(condition, segment, dictionaries, scratch, set);
  else if ('number' in condition) matchNumbers(condition, segment, set);
  else if ('flag' in condition) {
    set.set(columnOf(segment.flags, condition.flag));
    if (condition.is === false) complement(set, segment.size);
  } else if ('ids' in condition) {
    for (const id of condition.ids) {
      const doc = segment.ids.find(id);
      if (doc >= 0) add(set, doc);
    }
  } else if ('or' in condition) {
    for (const part of condition.or) unite(set, matching(part, segment, dictionaries, scratch));
  } else {
    set.set(matching(condition.not, segment, dictionaries, scratch));
    complement(set, segment.size);
  }
  return set;
}

export function columnOf<T>(columns: Readonly<Record<string, T>>, name: string): T {
  if (!Object.hasOwn(columns, name)) throw new RangeError(`The index has no column ${name}.`);
  return columns[name]!;
}

function matchKeywords(
  condition: Extract<Condition, { column: string }>,
  segment: Segment,
  dictionaries: Dictionaries,
  scratch: Scratch,
  set: Uint32Array,
): void {
  const { postings } = columnOf(segment.keywords, condition.column);
  const numbers = dictionaries.values[condition.column]!;
  const positionOf = (value: string) => postings.find(numbers.find(value) ?? -1);
  if ('any' in condition) {
    for (const value of condition.any) if (positionOf(value) >= 0) postings.uniteInto(set, positionOf(value));
    return;
  }
  fillAll(set, segment.size);
  for (const value of condition.all) {
    const one = scratch.take(set.length);
    if (positionOf(value) >= 0) postings.uniteInto(one, positionOf(value));
    intersect(set, one);
    if (isEmpty(set)) return;
  }
}

/** Ranges of a segment's numbers that were asked for lately: they never change, and a scan is the slowest of conditions. */
const rememberedRanges = new WeakMap<Float64Array, Map<string, Uint32Array>>();
const mostRanges = 32;

function matchNumbers(condition: Extract<Condition, { number: string }>, segment: Segment, set: Uint32Array): void {
  const values = columnOf(segment.numbers, condition.number);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = condition;
  const ranges = rememberedRanges.get(values) ?? new Map<string, Uint32Array>();
  rememberedRanges.set(values, ranges);
  const known = ranges.get(`${min} ${max}`);
  if (known !== undefined) {
    set.set(known);
    return;
  }
  scanNumbers(values, min, max, set);
  ranges.set(`${min} ${max}`, set.slice());
  if (ranges.size > mostRanges) ranges.delete(ranges.keys().next().value!);
}

function scanNumbers(values: Float64Array, min: number, max: number, set: Uint32Array): void {
  for (let word = 0; word < set.length; word++) {
    const base = word << 5;
    const end = Math.min(32, values.length - base);
    let bits = 0;
    // Without branches, which would be mispredicted; missing numbers are NaN and fail both comparisons.
    for (let bit = 0; bit < end; bit++) {
      const value = values[base + bit]!;
      bits |= (Number(value >= min) & Number(value <= max)) << bit;
    }
    set[word] = bits;
  }
}
