import type { SkillRef } from '@portico/api/talent/freelancers/schema.ts';
import { get } from './client.ts';

export type SkillCategory = { id: string; name: string; specializations: { id: string; name: string }[] };

/** Skills that begin with or resemble the words; without words, those that go with the chosen ones. */
export const suggestSkills = async (words: string, chosen: readonly SkillRef[], signal: AbortSignal): Promise<SkillRef[]> =>
  (
    await get<{ items: SkillRef[] }>('/v1/skills', {
      query: { q: words || undefined, with: chosen.map(({ id }) => id) },
      signal,
    })
  ).items;

export const getSkillCategories = async (signal?: AbortSignal): Promise<SkillCategory[]> =>
  (await get<{ items: SkillCategory[] }>('/v1/skills/categories', { signal })).items;
