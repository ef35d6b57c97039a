import type { Clock } from '../clock/clock.ts';
import type { IndexDocument, IndexSchema } from './index-schema.ts';
import { SearchIndex } from './search-index.ts';

/** A transaction may commit, or another node's clock run, this much behind; that far back is looked at again. */
const overlapMs = 10_000;
const pageSize = 500;
/** From so many on changes are merged into the index at once instead of one by one. */
const bulkFrom = 2000;
const agingEveryMs = 3_600_000;

/** A version of a row; a change raises the revision. */
export type ChangeMark = { id: string; revision: number; updatedAt: number };
/** A change to something else that a document is made of; `key` names the thing, `id` the document. */
export type RelatedChange = { key: string; version: number; changedAtMs: number; id: string };
/** How many an index should hold, and a sum that every change raises. */
export type Extent = { searchable: number; revisions: number };

/** Where documents come from: what an index asks of the database. */
export type IndexSource = {
  schema: IndexSchema;
  /** Rows changed after a place in the order of (updatedAt, id), whether or not they can be found. */
  changedAfter(after: { updatedAt: number; id: string }, limit: number): Promise<ChangeMark[]>;
  relatedChanges?(sinceMs: number): Promise<RelatedChange[]>;
  /** Documents that time alone changes within a span: both instants are now's. */
  agedWithin?(fromMs: number, toMs: number): Promise<string[]>;
  /** Of these rows, those that can be found. */
  documents(ids: readonly string[]): Promise<IndexDocument[]>;
  extent(): Promise<Extent>;
};

/** What a snapshot keeps beside the engine's bytes. */
export type IndexNotes = {
  /** When the database was last asked for changes. */
  lookedAtMs: number;
  agedAtMs: number;
};

/**
 * Rows of the database as an index in memory, kept up by asking the database what changed. Every node asks for itself,
 * so an edit is found everywhere, whichever node took it.
 */
export class FollowedIndex {
  engine: SearchIndex;
  readonly source: IndexSource;
  readonly #clock: Clock;
  /** Versions of rows seen within the overlap, so that nothing is read twice. */
  #seen = new Map<string, { version: number; changedAtMs: number }>();
  #lookedAtMs: number;
  #agedAtMs: number;
  #refreshing: Promise<number> | undefined;

  constructor(source: IndexSource, clock: Clock, engine?: SearchIndex, notes?: IndexNotes) {
    this.engine = engine ?? new SearchIndex(source.schema);
    this.source = source;
    this.#clock = clock;
    this.#lookedAtMs = notes?.lookedAtMs ?? 0;
    this.#agedAtMs = notes?.agedAtMs ?? clock.now();
  }

  /** Reads everything, page by page; searches meanwhile find what was read so far. */
  async build(isStopped: () => boolean = () => false): Promise<number> {
    this.engine = new SearchIndex(this.source.schema);
    this.#seen = new Map();
    this.#lookedAtMs = this.#clock.now();
    this.#agedAtMs = this.#lookedAtMs;
    return this.engine.addAll(this.#everything(isStopped));
  }

  /** Takes in what changed since the last time. One at a time; who asks meanwhile waits for the one under way and the next. */
  async refresh(): Promise<number> {
    while (this.#refreshing) await this.#refreshing.catch(() => undefined);
    this.#refreshing = this.#refresh();
    try {
      return await this.#refreshing;
    } finally {
      this.#refreshing = undefined;
    }
  }

  /** For a row that is gone, which no list of changes tells. */
  forget(id: string): void {
    this.engine.delete(id);
  }

  notes(): IndexNotes {
    return { lookedAtMs: this.#lookedAtMs, agedAtMs: this.#agedAtMs };
  }

  async *#everything(isStopped: () => boolean): AsyncGenerator<IndexDocument> {
    let after = { updatedAt: 0, id: '' };
    for (;;) {
      const page = await this.source.changedAfter(after, pageSize);
      if (page.length > 0) yield* await this.source.documents(page.map(({ id }) => id));
      // Else the first refresh would read those once more that were written just before.
      const overlapFromMs = this.#lookedAtMs - overlapMs;
      for (const { id, revision, updatedAt } of page) {
        if (updatedAt >= overlapFromMs) this.#noteChange(id, revision, updatedAt);
      }
      if (page.length < pageSize || isStopped()) return;
      after = page.at(-1)!;
    }
  }

  async #refresh(): Promise<number> {
    const fromMs = this.#lookedAtMs - overlapMs;
    const lookedAtMs = this.#clock.now();
    const ids = new Set(await this.#changedRows(fromMs));
    for (const { key, version, changedAtMs, id } of (await this.source.relatedChanges?.(fromMs)) ?? []) {
      if (this.#noteChange(key, version, changedAtMs)) ids.add(id);
    }
    for (const id of await this.#aged()) ids.add(id);
    await this.#takeIn([...ids]);
    this.#lookedAtMs = lookedAtMs;
    for (const [key, { changedAtMs }] of this.#seen) if (changedAtMs < lookedAtMs - overlapMs) this.#seen.delete(key);
    return ids.size;
  }

  async #changedRows(fromMs: number): Promise<string[]> {
    const changed: string[] = [];
    let after = { updatedAt: fromMs, id: '' };
    for (;;) {
      const page = await this.source.changedAfter(after, pageSize);
      for (const { id, revision, updatedAt } of page) if (this.#noteChange(id, revision, updatedAt)) changed.push(id);
      if (page.length < pageSize) return changed;
      after = page.at(-1)!;
    }
  }

  async #aged(): Promise<string[]> {
    const nowMs = this.#clock.now();
    if (!this.source.agedWithin || nowMs - this.#agedAtMs < agingEveryMs) return [];
    const aged = await this.source.agedWithin(this.#agedAtMs, nowMs);
    this.#agedAtMs = nowMs;
    return aged;
  }

  async #takeIn(ids: readonly string[]): Promise<void> {
    if (ids.length > bulkFrom) {
      await this.engine.addAll(this.#pagesOf(ids));
      return;
    }
    for await (const document of this.#pagesOf(ids)) this.engine.upsert(document);
  }

  async *#pagesOf(ids: readonly string[]): AsyncGenerator<IndexDocument> {
    for (let at = 0; at < ids.length; at += pageSize) {
      const page = ids.slice(at, at + pageSize);
      const documents = await this.source.documents(page);
      const found = new Set(documents.map(({ id }) => id));
      for (const id of page) if (!found.has(id)) this.engine.delete(id);
      yield* documents;
    }
  }

  /** @returns whether this version is news */
  #noteChange(key: string, version: number, changedAtMs: number): boolean {
    if (this.#seen.get(key)?.version === version) return false;
    this.#seen.set(key, { version, changedAtMs });
    return true;
  }
}
