import type { SkillRef } from '@portico/api/talent/freelancers/schema.ts';
import type { SkillSuggestionBody, SuggestedSkill, skillCategorySchema } from '@portico/api/talent/skills/schema.ts';
import { get, post } from './client.ts';

export type SkillCategory = (typeof skillCategorySchema)['_output'];
export type SkillSuggestion = SkillSuggestionBody;

/** Skills that begin with or resemble the words; without words, those that go with the chosen ones. */
export const suggestSkills = async (words: string, chosen: readonly SkillRef[], signal: AbortSignal) =>
  (
    await get<{ items: SuggestedSkill[] }>('/v1/skills', {
      query: { q: words || undefined, with: chosen.map(({ name }) => name), limit: 20 },
      signal,
    })
  ).items;

export const getSkillCategories = async (signal?: AbortSignal) =>
  (await get<{ items: SkillCategory[] }>('/v1/skills/categories', { signal })).items;

export const getSkillSuggestions = (
  query: { state: SkillSuggestion['state']; cursor?: string; limit?: number },
  signal?: AbortSignal,
) => get<{ items: SkillSuggestion[]; nextCursor: string | null }>('/v1/operator/skill-suggestions', { query, signal });

export const acceptSkill = (id: string, place?: { categoryId: string; specializationId: string }) =>
  post<void>(`/v1/operator/skill-suggestions/${encodeURIComponent(id)}/accept`, place);
export const rejectSkill = (id: string) =>
  post<void>(`/v1/operator/skill-suggestions/${encodeURIComponent(id)}/reject`);
