/**
 * What an index holds. A document is analysed once against its schema; nothing else about it is kept, so the caller
 * stores the originals and asks for highlights with the stored text in hand.
 */
export type IndexSchema = {
  /** Part of the snapshot's identity together with `version`: raise the version whenever documents are mapped differently. */
  readonly name: string;
  readonly version: number;
  /** At most 8: a posting records the fields it came from in one byte. */
  readonly text: Readonly<Record<string, TextField>>;
  readonly keywords: Readonly<Record<string, KeywordField>>;
  readonly numbers: Readonly<Record<string, NumberField>>;
  readonly flags: readonly string[];
};

export type TextField = {
  /** A word here counts this many times a word in a field of weight 1. */
  readonly weight: number;
  /** Usual length in words. Declared rather than measured, so a document's impact never changes with its neighbours. */
  readonly typicalLength: number;
  /** 0–1, how much a longer text weakens a single word (BM25's b). Default 0.4. */
  readonly lengthPenalty?: number;
};

export type KeywordField = { readonly multiple?: boolean };

/** `buckets`: ascending edges a, b, c → histogram below a, [a, b), [b, c), from c. At most 254. */
export type NumberField = { readonly buckets?: readonly number[] };

export type IndexDocument = {
  /** Well-formed Unicode, at most 200 characters; a later document with the same id replaces the earlier. */
  readonly id: string;
  /** 0–1. Documents are numbered by it, best first; it is also a part of every best-match score. */
  readonly quality: number;
  /** Epoch milliseconds. */
  readonly updatedAt: number;
  readonly text?: Readonly<Record<string, string | readonly string[] | null | undefined>>;
  readonly keywords?: Readonly<Record<string, string | readonly string[] | null | undefined>>;
  readonly numbers?: Readonly<Record<string, number | null | undefined>>;
  readonly flags?: Readonly<Record<string, boolean | null | undefined>>;
};

/** The column every index has beside the declared ones. */
export const updatedAtColumn = 'updatedAt';

export function checkSchema(schema: IndexSchema): void {
  const names = [
    ...Object.keys(schema.text),
    ...Object.keys(schema.keywords),
    ...numberColumns(schema),
    ...schema.flags,
  ];
  if (Object.keys(schema.text).length > 8) throw new RangeError('An index has at most 8 text fields.');
  if (new Set(names).size !== names.length) throw new RangeError('Every field of an index needs a name of its own.');
  for (const [name, { buckets = [] }] of Object.entries(schema.numbers)) {
    const ascending = buckets.every((edge, at) => at === 0 || edge > buckets[at - 1]!);
    if (!ascending || buckets.length > 254) throw new RangeError(`The buckets of ${name} must ascend, at most 254.`);
  }
}

export function numberColumns(schema: IndexSchema): string[] {
  return [updatedAtColumn, ...Object.keys(schema.numbers)];
}

/** Two schemas with the same fingerprint lay documents out identically. */
export function schemaFingerprint(schema: IndexSchema): string {
  return JSON.stringify([schema.name, schema.version, schema.text, schema.keywords, schema.numbers, schema.flags]);
}
