import type { Database, Executor } from '../../platform/database/database.ts';
import type { JobPostRow } from './job-post-row.ts';
import { readKnownSkills } from './known-skills.ts';
import { type LearnedSkills, SkillLearner, type SkillSuggestion } from './learn-skills.ts';
import type { OddRow } from './odd-row.ts';
import {
  deleteCount,
  deletePair,
  deleteProposed,
  insertSuggestion,
  listAllCounts,
  listAllPairs,
  listAllSuggestions,
  putCounts,
  putPairs,
  updateProposed,
} from './store.ts';
import type { SkillPairRow, SkillSuggestionRow } from './table.ts';

/** How many rows each table gained, changed or lost; all zero when the same posts were learned before. */
export type ImportChanges = Record<'counts' | 'pairs' | 'suggestions', number>;
export type ImportedJobSkills = { learned: LearnedSkills; changes: ImportChanges };

/**
 * Learns from posts and keeps what they say: counts and pairs follow the posts, suggestions wait for a person.
 * All of it in one transaction after the last post was read, so a file that breaks off changes nothing.
 */
export async function importJobSkills(
  database: Database,
  posts: AsyncIterable<JobPostRow>,
  { nowMs, onOddRow }: { nowMs: number; onOddRow: (row: OddRow) => void },
): Promise<ImportedJobSkills> {
  const learner = new SkillLearner(await readKnownSkills(database.db));
  for await (const post of posts) {
    const odd = learner.read(post);
    if (odd) onOddRow(odd);
  }
  const learned = learner.learned();
  const changes = await database.transaction(async (trx) => ({
    counts: await keepCounts(trx, learned),
    pairs: await keepPairs(trx, learned),
    suggestions: await keepSuggestions(trx, learned, nowMs),
  }));
  return { learned, changes };
}

async function keepCounts(trx: Executor, { popularity }: LearnedSkills): Promise<number> {
  const kept = new Map((await listAllCounts(trx)).map((row) => [row.skillId, row.posts]));
  const changed = popularity.filter(({ skillId, posts }) => kept.get(skillId) !== posts);
  await putCounts(trx, changed);
  for (const { skillId } of popularity) kept.delete(skillId);
  for (const skillId of kept.keys()) await deleteCount(trx, skillId);
  return changed.length + kept.size;
}

async function keepPairs(trx: Executor, { pairs }: LearnedSkills): Promise<number> {
  const kept = new Map((await listAllPairs(trx)).map((row) => [pairKey(row), row]));
  const changed = pairs.filter((pair) => !isSamePair(kept.get(pairKey(pair)), pair));
  await putPairs(trx, changed);
  for (const pair of pairs) kept.delete(pairKey(pair));
  for (const gone of kept.values()) await deletePair(trx, gone);
  return changed.length + kept.size;
}

async function keepSuggestions(trx: Executor, { suggestions }: LearnedSkills, nowMs: number): Promise<number> {
  const kept = new Map((await listAllSuggestions(trx)).map((row) => [row.id, row]));
  let changes = 0;
  for (const suggestion of suggestions) {
    const row = toRow(suggestion, nowMs);
    const before = kept.get(row.id);
    kept.delete(row.id);
    if (!before) await insertSuggestion(trx, row);
    else if (before.state !== 'proposed' || isSameProposal(before, row)) continue;
    else await updateProposed(trx, row.id, { ...row, createdAt: before.createdAt });
    changes++;
  }
  for (const { id } of [...kept.values()].filter(({ state }) => state === 'proposed')) {
    await deleteProposed(trx, id);
    changes++;
  }
  return changes;
}

function pairKey({ skillId, otherSkillId }: SkillPairRow): string {
  return `${skillId} ${otherSkillId}`;
}

function isSamePair(a: SkillPairRow | undefined, b: SkillPairRow): boolean {
  return a !== undefined && a.together === b.together && a.likelihood === b.likelihood && a.lift === b.lift;
}

const proposalColumns = [
  'kind',
  'name',
  'posts',
  'skillIds',
  'reason',
  'categoryId',
  'specializationId',
  'confidence',
] as const;

function isSameProposal(a: SkillSuggestionRow, b: SkillSuggestionRow): boolean {
  return proposalColumns.every((column) => a[column] === b[column]);
}

function toRow({ id, skillIds, ...suggestion }: SkillSuggestion, nowMs: number): SkillSuggestionRow {
  return {
    ...suggestion,
    id: `su_${id}`,
    state: 'proposed',
    skillIds: JSON.stringify(skillIds),
    createdAt: nowMs,
    decidedAt: null,
    decidedBy: null,
  };
}
