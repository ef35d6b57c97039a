import type { Clock } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { IndexDocument } from '../../platform/search-index/index-schema.ts';
import { SearchIndex } from '../../platform/search-index/search-index.ts';
import { listChangedSince, listChangedWithin } from '../freelancers/read-for-search.ts';
import { readFreelancers } from '../freelancers/read-freelancers.ts';
import { findSkill } from '../skills/taxonomy.ts';
import { type MembershipChange, readMembershipChanges, readMemberships } from '../talent-pools/read-for-search.ts';
import { recencySteps } from './quality.ts';
import { talentDocument, talentIndexSchema } from './talent-document.ts';

/** A transaction may commit, or another node's clock run, this much behind; that far back is looked at again. */
const overlapMs = 10_000;
const pageSize = 500;
/** From so many on changes are merged into the index at once instead of one by one. */
const bulkFrom = 2000;
const agingEveryMs = 3_600_000;

/** What a snapshot keeps beside the engine's bytes. */
export type IndexNotes = {
  /** When the database was last asked for changes. */
  lookedAtMs: number;
  agedAtMs: number;
  skillNames: [id: string, name: string][];
};

/**
 * The freelancers of the database as an index in memory, kept up by asking the database what changed. Every node asks
 * for itself, so an edit is found everywhere, whichever node took it.
 */
export class TalentIndex {
  engine: SearchIndex;
  readonly #db: Executor;
  readonly #clock: Clock;
  /** Versions of profiles and memberships seen within the overlap, so that nothing is read twice. */
  #seen = new Map<string, { version: number; changedAtMs: number }>();
  #lookedAtMs: number;
  #agedAtMs: number;
  /** Names of skills that freelancers added themselves; the taxonomy knows the others. */
  readonly #skillNames: Map<string, string>;
  #refreshing: Promise<number> | undefined;

  constructor({ db, clock }: { db: Executor; clock: Clock }, engine?: SearchIndex, notes?: IndexNotes) {
    this.engine = engine ?? new SearchIndex(talentIndexSchema);
    this.#db = db;
    this.#clock = clock;
    this.#lookedAtMs = notes?.lookedAtMs ?? 0;
    this.#agedAtMs = notes?.agedAtMs ?? clock.now();
    this.#skillNames = new Map(notes?.skillNames);
  }

  /** Reads everything, page by page; searches meanwhile find what was read so far. */
  async build(isStopped: () => boolean = () => false): Promise<number> {
    this.engine = new SearchIndex(talentIndexSchema);
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

  /** For somebody whose row is gone, which no list of changes tells. */
  forget(id: string): void {
    this.engine.delete(id);
  }

  skillName(id: string): string {
    return findSkill(id)?.name ?? this.#skillNames.get(id) ?? id.replaceAll('-', ' ');
  }

  /** Time zones that profiles name. */
  zones(): string[] {
    const { zones } = this.engine.search({ limit: 0, facets: { zones: { column: 'timezone', limit: 1000 } } }).facets;
    return zones?.kind === 'values' ? zones.values.map(({ value }) => value) : [];
  }

  notes(): IndexNotes {
    return { lookedAtMs: this.#lookedAtMs, agedAtMs: this.#agedAtMs, skillNames: [...this.#skillNames] };
  }

  async *#everything(isStopped: () => boolean): AsyncGenerator<IndexDocument> {
    let after = { updatedAt: 0, id: '' };
    for (;;) {
      const page = await listChangedSince(this.#db, after, pageSize);
      yield* (await this.#documents(page.map(({ id }) => id))).documents;
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
    const ids = new Set(await this.#changedProfiles(fromMs));
    for (const change of await readMembershipChanges(this.#db, fromMs)) {
      if (this.#noteChange(membershipKey(change), change.updatedAt, change.updatedAt)) ids.add(change.freelancerId);
    }
    for (const id of await this.#aged()) ids.add(id);
    await this.#takeIn([...ids]);
    this.#lookedAtMs = lookedAtMs;
    for (const [key, { changedAtMs }] of this.#seen) if (changedAtMs < lookedAtMs - overlapMs) this.#seen.delete(key);
    return ids.size;
  }

  async #changedProfiles(fromMs: number): Promise<string[]> {
    const changed: string[] = [];
    let after = { updatedAt: fromMs, id: '' };
    for (;;) {
      const page = await listChangedSince(this.#db, after, pageSize);
      for (const { id, revision, updatedAt } of page) if (this.#noteChange(id, revision, updatedAt)) changed.push(id);
      if (page.length < pageSize) return changed;
      after = page.at(-1)!;
    }
  }

  /** Profiles whose recency counts less since the last look. */
  async #aged(): Promise<string[]> {
    const nowMs = this.#clock.now();
    if (nowMs - this.#agedAtMs < agingEveryMs) return [];
    const aged = await Promise.all(
      recencySteps.map(({ withinMs }) => listChangedWithin(this.#db, this.#agedAtMs - withinMs, nowMs - withinMs)),
    );
    this.#agedAtMs = nowMs;
    return aged.flat().map(({ id }) => id);
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
      const { documents, hidden } = await this.#documents(ids.slice(at, at + pageSize));
      for (const id of hidden) this.engine.delete(id);
      yield* documents;
    }
  }

  async #documents(ids: readonly string[]): Promise<{ documents: IndexDocument[]; hidden: string[] }> {
    if (ids.length === 0) return { documents: [], hidden: [] };
    const [records, pools] = await Promise.all([readFreelancers(this.#db, ids), readMemberships(this.#db, ids)]);
    const shown = records.filter(({ row }) => row.visibility !== 'private');
    for (const { freelancerSkills } of shown) {
      for (const { skillId, name } of freelancerSkills) if (!findSkill(skillId)) this.#skillNames.set(skillId, name);
    }
    const nowMs = this.#clock.now();
    const documents = shown.map((record) => talentDocument(record, pools.get(record.row.id) ?? [], nowMs));
    const kept = new Set(documents.map(({ id }) => id));
    return { documents, hidden: ids.filter((id) => !kept.has(id)) };
  }

  /** @returns whether this version is news */
  #noteChange(key: string, version: number, changedAtMs: number): boolean {
    if (this.#seen.get(key)?.version === version) return false;
    this.#seen.set(key, { version, changedAtMs });
    return true;
  }
}

function membershipKey({ poolId, freelancerId }: MembershipChange): string {
  return `${poolId}/${freelancerId}`;
}
