import type { Clock } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { FollowedIndex, type IndexNotes, type IndexSource } from '../../platform/search-index/followed-index.ts';
import type { IndexDocument } from '../../platform/search-index/index-schema.ts';
import type { SearchIndex } from '../../platform/search-index/search-index.ts';
import { listChangedSince, listChangedWithin, readExtent } from '../freelancers/read-for-search.ts';
import { readFreelancers } from '../freelancers/read-freelancers.ts';
import { findSkill } from '../skills/taxonomy.ts';
import { readMembershipChanges, readMemberships } from '../talent-pools/read-for-search.ts';
import { recencySteps } from './quality.ts';
import { talentDocument, talentIndexSchema } from './talent-document.ts';

type TalentNotes = IndexNotes & { skillNames: [id: string, name: string][] };

/** The freelancers that can be found. */
export class TalentIndex extends FollowedIndex {
  /** Names of skills that freelancers added themselves; the taxonomy knows the others. */
  readonly #skillNames: Map<string, string>;

  constructor({ db, clock }: { db: Executor; clock: Clock }, engine?: SearchIndex, notes?: TalentNotes) {
    const skillNames = new Map(notes?.skillNames);
    super(talentSource(db, clock, skillNames), clock, engine, notes);
    this.#skillNames = skillNames;
  }

  skillName(id: string): string {
    return findSkill(id)?.name ?? this.#skillNames.get(id) ?? id.replaceAll('-', ' ');
  }

  /** Time zones that profiles name. */
  zones(): string[] {
    const { zones } = this.engine.search({ limit: 0, facets: { zones: { column: 'timezone', limit: 1000 } } }).facets;
    return zones?.kind === 'values' ? zones.values.map(({ value }) => value) : [];
  }

  override notes(): TalentNotes {
    return { ...super.notes(), skillNames: [...this.#skillNames] };
  }
}

function talentSource(db: Executor, clock: Clock, skillNames: Map<string, string>): IndexSource {
  return {
    schema: talentIndexSchema,
    changedAfter: (after, limit) => listChangedSince(db, after, limit),
    async relatedChanges(sinceMs) {
      const changes = await readMembershipChanges(db, sinceMs);
      return changes.map(({ poolId, freelancerId, updatedAt }) => {
        return { key: `${poolId}/${freelancerId}`, version: updatedAt, changedAtMs: updatedAt, id: freelancerId };
      });
    },
    /** Profiles whose recency counts less since. */
    async agedWithin(fromMs, toMs) {
      const aged = await Promise.all(
        recencySteps.map(({ withinMs }) => listChangedWithin(db, fromMs - withinMs, toMs - withinMs)),
      );
      return aged.flat().map(({ id }) => id);
    },
    documents: (ids) => documentsOf(db, clock, ids, skillNames),
    extent: () => readExtent(db),
  };
}

async function documentsOf(
  db: Executor,
  clock: Clock,
  ids: readonly string[],
  skillNames: Map<string, string>,
): Promise<IndexDocument[]> {
  const [records, pools] = await Promise.all([readFreelancers(db, ids), readMemberships(db, ids)]);
  const shown = records.filter(({ row }) => row.visibility !== 'private');
  for (const { freelancerSkills } of shown) {
    for (const { skillId, name } of freelancerSkills) if (!findSkill(skillId)) skillNames.set(skillId, name);
  }
  const nowMs = clock.now();
  return shown.map((record) => talentDocument(record, pools.get(record.row.id) ?? [], nowMs));
}
