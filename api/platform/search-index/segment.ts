import type { IdTable } from './id-table.ts';
import type { IndexSchema } from './index-schema.ts';
import type { Postings } from './postings.ts';

/**
 * A closed set of documents, numbered by quality (best first, then by id). Only `live` ever changes: an edited or
 * deleted document is switched off here and, if edited, appears in a younger segment.
 */
export type Segment = {
  readonly size: number;
  readonly ids: IdTable;
  readonly quality: Float64Array;
  readonly terms: Postings;
  readonly keywords: Readonly<Record<string, KeywordColumn>>;
  /** NaN where a document has no number. */
  readonly numbers: Readonly<Record<string, Float64Array>>;
  /** For number columns with buckets: 0 is missing, then one code a bucket. */
  readonly buckets: Readonly<Record<string, Uint8Array>>;
  readonly flags: Readonly<Record<string, Uint32Array>>;
  readonly live: Uint32Array;
  liveCount: number;
};

export type KeywordColumn = {
  /** Value numbers, document by document; 0 is "no value" in a single-valued column. */
  readonly codes: Uint16Array | Uint32Array;
  /** First code of each document when the column is multi-valued, else empty. */
  readonly starts: Uint32Array;
  readonly postings: Postings;
};

export function codesArray(length: number, highestCode: number): Uint16Array | Uint32Array {
  return highestCode < 65_536 ? new Uint16Array(length) : new Uint32Array(length);
}

export function bucketCodes(
  schema: IndexSchema,
  numbers: Readonly<Record<string, Float64Array>>,
): Record<string, Uint8Array> {
  const columns: Record<string, Uint8Array> = {};
  for (const [name, { buckets }] of Object.entries(schema.numbers)) {
    if (buckets !== undefined) columns[name] = Uint8Array.from(numbers[name]!, (value) => bucketOf(value, buckets));
  }
  return columns;
}

function bucketOf(value: number, edges: readonly number[]): number {
  if (Number.isNaN(value)) return 0;
  let code = 1;
  while (code <= edges.length && value >= edges[code - 1]!) code++;
  return code;
}
