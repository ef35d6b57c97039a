import type { Dictionaries, TermDictionary } from './dictionaries.ts';
import { type IndexDocument, type IndexSchema, numberColumns, updatedAtColumn } from './index-schema.ts';
import { tokenize } from './tokenizer.ts';

/** A document in numbers: all that a segment needs of it. Terms and codes ascend. */
export type AnalysedDocument = {
  readonly id: string;
  readonly quality: number;
  readonly terms: Uint32Array;
  readonly payload: Uint16Array;
  readonly keywords: Readonly<Record<string, Uint32Array>>;
  readonly numbers: Readonly<Record<string, number>>;
  readonly flags: Readonly<Record<string, boolean>>;
};

/** BM25's k1: how soon further mentions stop counting. */
const saturation = 1.2;

/** Turns documents into numbers; keeps scratch space between them. O(words). */
export class Analyser {
  readonly #schema: IndexSchema;
  readonly #dictionaries: Dictionaries;
  #frequencies = new Float64Array(4096);
  #masks = new Uint8Array(4096);

  constructor(schema: IndexSchema, dictionaries: Dictionaries) {
    this.#schema = schema;
    this.#dictionaries = dictionaries;
  }

  analyse(document: IndexDocument): AnalysedDocument {
    checkIdentity(document);
    const { terms, payload } = this.#text(document);
    const keywords: Record<string, Uint32Array> = {};
    for (const [name, { multiple }] of Object.entries(this.#schema.keywords)) {
      const values = listOf(document.keywords?.[name]);
      if (values.length > 1 && !multiple) throw new TypeError(`${name} holds one value a document.`);
      const codes = values.map((value) => this.#dictionaries.values[name]!.intern(value));
      keywords[name] = Uint32Array.from(new Set(codes)).sort();
    }
    const given: Record<string, number | null | undefined> = {
      ...document.numbers,
      [updatedAtColumn]: document.updatedAt,
    };
    const numbers = Object.fromEntries(numberColumns(this.#schema).map((name) => [name, given[name] ?? Number.NaN]));
    const flags = Object.fromEntries(this.#schema.flags.map((name) => [name, document.flags?.[name] === true]));
    return { id: document.id, quality: document.quality, terms, payload, keywords, numbers, flags };
  }

  /** BM25F: mentions weighted by field and its length, then saturated once over all fields (Robertson, Zaragoza 2004). */
  #text(document: IndexDocument): Pick<AnalysedDocument, 'terms' | 'payload'> {
    const seen: number[] = [];
    for (const [bit, [name, field]] of Object.entries(this.#schema.text).entries()) {
      const words = listOf(document.text?.[name]).flatMap((text) => termNumbers(text, this.#dictionaries.terms));
      const penalty = field.lengthPenalty ?? 0.4;
      const gain = field.weight / (1 - penalty + (penalty * words.length) / field.typicalLength);
      this.#grow(this.#dictionaries.terms.terms.length);
      for (const term of words) {
        if (this.#masks[term] === 0) seen.push(term);
        this.#masks[term]! |= 1 << bit;
        this.#frequencies[term]! += gain;
      }
    }
    const terms = Uint32Array.from(seen).sort();
    const payload = Uint16Array.from(terms, (term) => (impactOf(this.#frequencies[term]!) << 8) | this.#masks[term]!);
    for (const term of seen) this.#masks[term] = this.#frequencies[term] = 0;
    return { terms, payload };
  }

  #grow(size: number): void {
    if (size <= this.#masks.length) return;
    const [frequencies, masks] = [this.#frequencies, this.#masks];
    this.#frequencies = new Float64Array(size * 2);
    this.#masks = new Uint8Array(size * 2);
    this.#frequencies.set(frequencies);
    this.#masks.set(masks);
  }
}

/** 1–255; only the order and ratio of impacts matter. */
export function impactOf(frequency: number): number {
  return Math.max(1, Math.round((255 * frequency) / (frequency + saturation)));
}

function termNumbers(text: string, dictionary: TermDictionary): number[] {
  const numbers: number[] = [];
  for (const token of tokenize(text)) {
    numbers.push(dictionary.intern(token.term));
    for (const part of token.parts ?? []) numbers.push(dictionary.intern(part.term));
  }
  return numbers;
}

function listOf(value: string | readonly string[] | null | undefined): readonly string[] {
  if (value === null || value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

function checkIdentity({ id, quality, updatedAt }: IndexDocument): void {
  if (id === '' || id.length > 200 || !id.isWellFormed())
    throw new TypeError('A document id is 1–200 well-formed characters.');
  if (!(quality >= 0 && quality <= 1)) throw new RangeError('The quality of a document lies between 0 and 1.');
  if (!Number.isFinite(updatedAt)) throw new RangeError('updatedAt is in epoch milliseconds.');
}
