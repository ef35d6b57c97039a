import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { skillKey, skillSlug } from './skill.ts';
import { type SuggestionMove, suggestionMoves } from './skill-suggestion.ts';
import { findSuggestion, insertAlias, insertSkill, updateProposed } from './store.ts';
import type { SkillSuggestionRow } from './table.ts';
import { findSkillCategory } from './taxonomy.ts';

export type Decision = {
  id: string;
  personId: string;
  nowMs: number;
  /** Where a new skill belongs, when the person knows better than the guess. */
  place?: { categoryId: string; specializationId: string } | undefined;
};

/** @throws 404, 409 suggestion_decided | category_needed | unknown_category */
export async function acceptSuggestion(trx: Executor, decision: Decision): Promise<void> {
  const suggestion = await decide(trx, 'accept', decision);
  const createdAt = decision.nowMs;
  if (suggestion.kind === 'alias') {
    const [skillId = ''] = JSON.parse(suggestion.skillIds) as string[];
    const { name } = suggestion;
    return insertAlias(trx, { key: skillKey(name), name, skillId, source: 'jobPosts', createdAt });
  }
  const { categoryId, specializationId } = placeOf(suggestion, decision);
  const { name } = suggestion;
  await insertSkill(trx, { id: skillSlug(name), name, categoryId, specializationId, source: 'jobPosts', createdAt });
}

/** @throws 404, 409 suggestion_decided */
export async function rejectSuggestion(trx: Executor, decision: Decision): Promise<void> {
  await decide(trx, 'reject', decision);
}

async function decide(
  trx: Executor,
  move: SuggestionMove,
  { id, personId, nowMs }: Decision,
): Promise<SkillSuggestionRow> {
  const suggestion = await findSuggestion(trx, id);
  if (!suggestion) throw notFound();
  const isMoved = await updateProposed(trx, id, {
    state: suggestionMoves[move].to,
    decidedAt: nowMs,
    decidedBy: personId,
  });
  if (!isMoved)
    throw conflict('suggestion_decided', 'Somebody has decided on this suggestion already; nothing was changed.');
  return suggestion;
}

function placeOf(suggestion: SkillSuggestionRow, { place }: Decision) {
  const { categoryId, specializationId } = place ?? suggestion;
  if (categoryId === null || specializationId === null) {
    throw conflict(
      'category_needed',
      'Nobody could guess where this skill belongs; send its category and specialization.',
    );
  }
  const category = findSkillCategory(categoryId);
  if (!category?.specializations.some(({ id }) => id === specializationId)) {
    throw conflict('unknown_category', 'There is no such specialization in this category; see /v1/skills/categories.');
  }
  return { categoryId, specializationId };
}
