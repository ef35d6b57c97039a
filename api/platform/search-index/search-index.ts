import { setImmediate as nextTurn } from 'node:timers/promises';
import { type AnalysedDocument, Analyser } from './analysis.ts';
import { has, remove } from './bitset.ts';
import { type Dictionaries, emptyDictionaries } from './dictionaries.ts';
import { checkSchema, type IndexDocument, type IndexSchema } from './index-schema.ts';
import { inSlices, isCompact, mergeCandidates, sliceMs } from './merge-policy.ts';
import { Scratch } from './scratch.ts';
import { search } from './search.ts';
import type { SearchQuery, SearchResult } from './search-query.ts';
import type { Segment } from './segment.ts';
import { buildSegment } from './segment-builder.ts';
import { carryDeletions, type Merged, mergeSegments } from './segment-merge.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import { type Suggestion, type SuggestionQuery, suggestTerms, suggestValues } from './suggestions.ts';
import type { Searched } from './view.ts';

/** Documents kept apart until they become a segment of their own: a search after an edit rebuilds at most this many. */
const pendingLimit = 256;
const bulkPendingLimit = 2048;
const bulkYoungLimit = 32;

/**
 * An inverted index in the memory of this process. An edit is visible to the next search: it stands in a small pending
 * segment, which is closed, merged with its neighbors and at last with the large base segment while the process goes
 * on. Why it is built this way: decisions/0004-in-process-search-index.md.
 */
export class SearchIndex {
  readonly schema: IndexSchema;
  readonly #dictionaries: Dictionaries;
  readonly #analyser: Analyser;
  readonly #scratch = new Scratch();
  /** Closed segments, oldest first; the base is the first. */
  #segments: Segment[] = [];
  #pending = new Map<string, AnalysedDocument>();
  /** The pending documents as a segment; undefined while stale. */
  #pendingSegment: Segment | undefined;
  #merging: Promise<void> = Promise.resolve();
  #isMergePlanned = false;

  constructor(schema: IndexSchema, dictionaries: Dictionaries = emptyDictionaries(schema), segments: Segment[] = []) {
    checkSchema(schema);
    this.schema = schema;
    this.#dictionaries = dictionaries;
    this.#analyser = new Analyser(schema, dictionaries);
    for (const segment of segments) this.#admit(segment);
  }

  /** An index as it was when its snapshot was taken. Throws SnapshotError for foreign and damaged bytes. Keeps the bytes. */
  static load(schema: IndexSchema, snapshot: Uint8Array): SearchIndex {
    const { dictionaries, segments } = readSnapshot(schema, snapshot);
    return new SearchIndex(schema, dictionaries, segments);
  }

  get size(): number {
    return this.#segments.reduce((sum, { liveCount }) => sum + liveCount, this.#pending.size);
  }

  /** Adds or replaces a document, visible to the next search. O(words); throws, changing nothing, when it does not fit the schema. */
  upsert(document: IndexDocument): void {
    this.#put(document);
    if (this.#pending.size < pendingLimit) return;
    this.#closePending();
    this.#planMerge();
  }

  /** Whether there was such a document. */
  delete(id: string): boolean {
    const isFound = this.#drop(id);
    if (isFound) this.#planMerge();
    return isFound;
  }

  /** Adds or replaces many documents in slices of some milliseconds and compacts at the end. Returns how many were given. */
  async addAll(documents: Iterable<IndexDocument> | AsyncIterable<IndexDocument>): Promise<number> {
    let [count, sliceStart] = [0, performance.now()];
    for await (const document of documents) {
      this.#put(document);
      count++;
      if (this.#pending.size >= bulkPendingLimit) this.#closePending();
      if (this.#segments.filter(({ size }) => size <= bulkPendingLimit).length >= bulkYoungLimit) {
        await this.#merge(() => this.#segments.filter(({ size }) => size <= bulkPendingLimit));
      }
      if (performance.now() - sliceStart > sliceMs) {
        await nextTurn();
        sliceStart = performance.now();
      }
    }
    await this.compact();
    return count;
  }

  search(query: SearchQuery): SearchResult {
    return search(this.#searched(), query);
  }

  /** Words of the index that begin like the last word of the text, most frequent first. */
  suggest(query: SuggestionQuery): Suggestion[] {
    return suggestTerms(this.#searched(), query);
  }

  /** Values of a keyword column of which a word begins like the text, most frequent first. */
  suggestValues(column: string, query: SuggestionQuery): Suggestion[] {
    return suggestValues(this.#searched(), column, query);
  }

  /** Merges everything into one segment without deleted documents, in slices. */
  async compact(): Promise<void> {
    this.#closePending();
    await this.#merge(() => (isCompact(this.#segments) ? [] : this.#segments));
  }

  /** Resolves when no merge is going on. */
  async settled(): Promise<void> {
    let seen: Promise<void> | undefined;
    while (seen !== this.#merging) {
      seen = this.#merging;
      await seen;
    }
  }

  /**
   * The index as bytes, in pieces of at most 1 MiB so that the caller can write them between requests. What changes
   * after the first piece is not in it.
   */
  snapshot(): Generator<Uint8Array> {
    this.#closePending();
    return writeSnapshot(this.schema, this.#dictionaries, this.#segments);
  }

  statistics() {
    const all = this.#searched().segments;
    const documents = this.size;
    const deleted = all.reduce((sum, { size, liveCount }) => sum + size - liveCount, 0);
    return { documents, deleted, segments: all.length, terms: this.#dictionaries.terms.terms.length };
  }

  #searched(): Searched {
    if (this.#pendingSegment === undefined && this.#pending.size > 0) {
      this.#pendingSegment = buildSegment(this.schema, [...this.#pending.values()]);
      this.#countDocuments(this.#pendingSegment, 1);
    }
    const segments = this.#pendingSegment === undefined ? this.#segments : [...this.#segments, this.#pendingSegment];
    return { schema: this.schema, segments, dictionaries: this.#dictionaries, scratch: this.#scratch };
  }

  #put(document: IndexDocument): void {
    const analysed = this.#analyser.analyse(document);
    this.#drop(document.id);
    this.#pending.set(document.id, analysed);
    this.#forgetPendingSegment();
  }

  #drop(id: string): boolean {
    if (this.#pending.delete(id)) {
      this.#forgetPendingSegment();
      return true;
    }
    for (const segment of this.#segments) {
      const doc = segment.ids.find(id);
      if (doc < 0 || !has(segment.live, doc)) continue;
      remove(segment.live, doc);
      segment.liveCount--;
      return true;
    }
    return false;
  }

  #forgetPendingSegment(): void {
    if (this.#pendingSegment !== undefined) this.#countDocuments(this.#pendingSegment, -1);
    this.#pendingSegment = undefined;
  }

  #closePending(): void {
    if (this.#pending.size === 0) return;
    this.#segments = [...this.#searched().segments];
    this.#pendingSegment = undefined;
    this.#pending = new Map();
  }

  #admit(segment: Segment): void {
    this.#segments = [...this.#segments, segment];
    this.#countDocuments(segment, 1);
  }

  #countDocuments({ terms }: Segment, sign: 1 | -1): void {
    for (let at = 0; at < terms.keys.length; at++) {
      this.#dictionaries.terms.changeDocumentCount(terms.keys[at]!, sign * terms.count(at));
    }
  }

  #planMerge(): void {
    if (this.#isMergePlanned || mergeCandidates(this.#segments).length === 0) return;
    this.#isMergePlanned = true;
    void this.#merge(() => {
      this.#isMergePlanned = false;
      return mergeCandidates(this.#segments);
    }).then(() => this.#planMerge());
  }

  /** One merge after the other; the inputs are chosen when its turn comes. */
  #merge(choose: () => readonly Segment[]): Promise<void> {
    this.#merging = this.#merging.then(async () => {
      const inputs = choose();
      if (inputs.length > 0) this.#replace(inputs, await inSlices(mergeSegments(this.schema, inputs)));
    });
    return this.#merging;
  }

  #replace(inputs: readonly Segment[], { segment, moved }: Merged): void {
    for (const [at, input] of inputs.entries()) {
      this.#countDocuments(input, -1);
      if (input.liveCount < input.size) carryDeletions(input, moved[at]!, segment);
    }
    this.#countDocuments(segment, 1);
    const first = this.#segments.indexOf(inputs[0]!);
    this.#segments = this.#segments.toSpliced(first, 1, segment).filter((one) => !inputs.includes(one));
  }
}
