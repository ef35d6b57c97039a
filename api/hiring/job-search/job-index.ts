import type { Clock } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { FollowedIndex, type IndexNotes, type IndexSource } from '../../platform/search-index/followed-index.ts';
import type { IndexDocument } from '../../platform/search-index/index-schema.ts';
import type { SearchIndex } from '../../platform/search-index/search-index.ts';
import { findSkill } from '../../talent/skills/taxonomy.ts';
import { listPostMarks, listPublishedWithin, readOpenPosts } from '../job-posts/read-for-index.ts';
import { readExtent } from '../job-posts/read-job-posts.ts';
import { readProposalChanges } from '../proposals/read-for-search.ts';
import { countProposals } from '../proposals/read-proposals.ts';
import { jobDocument, jobIndexSchema } from './job-document.ts';
import { jobRecencySteps } from './quality.ts';

type JobNotes = IndexNotes & { skillNames: [id: string, name: string][] };

/** The open posts of every tenant. */
export class JobIndex extends FollowedIndex {
  /** Names of skills that posts added themselves; the taxonomy knows the others. */
  readonly #skillNames: Map<string, string>;

  constructor({ db, clock }: { db: Executor; clock: Clock }, engine?: SearchIndex, notes?: JobNotes) {
    const skillNames = new Map(notes?.skillNames);
    super(jobSource(db, clock, skillNames), clock, engine, notes);
    this.#skillNames = skillNames;
  }

  skillName(id: string): string {
    return findSkill(id)?.name ?? this.#skillNames.get(id) ?? id.replaceAll('-', ' ');
  }

  /** Time zones that posts name. */
  zones(): string[] {
    const { zones } = this.engine.search({ limit: 0, facets: { zones: { column: 'timezone', limit: 1000 } } }).facets;
    return zones?.kind === 'values' ? zones.values.map(({ value }) => value) : [];
  }

  override notes(): JobNotes {
    return { ...super.notes(), skillNames: [...this.#skillNames] };
  }
}

function jobSource(db: Executor, clock: Clock, skillNames: Map<string, string>): IndexSource {
  return {
    schema: jobIndexSchema,
    changedAfter: (after, limit) => listPostMarks(db, after, limit),
    async relatedChanges(sinceMs) {
      const changes = await readProposalChanges(db, sinceMs);
      return changes.map(({ id, revision, updatedAt, jobPostId }) => {
        return { key: id, version: revision, changedAtMs: updatedAt, id: jobPostId };
      });
    },
    /** Posts that are less new since. */
    async agedWithin(fromMs, toMs) {
      const aged = await Promise.all(
        jobRecencySteps.map(({ withinMs }) => listPublishedWithin(db, fromMs - withinMs, toMs - withinMs)),
      );
      return aged.flat();
    },
    documents: (ids) => documentsOf(db, clock, ids, skillNames),
    async extent() {
      const { open, revisions } = await readExtent(db);
      return { searchable: open, revisions };
    },
  };
}

async function documentsOf(
  db: Executor,
  clock: Clock,
  ids: readonly string[],
  skillNames: Map<string, string>,
): Promise<IndexDocument[]> {
  const [posts, proposals] = await Promise.all([readOpenPosts(db, ids), countProposals(db, ids)]);
  for (const { skills } of posts) {
    for (const { id, name } of skills) if (!findSkill(id)) skillNames.set(id, name);
  }
  const nowMs = clock.now();
  return posts.map((post) => jobDocument(post, proposals.get(post.id)?.total ?? 0, nowMs));
}
