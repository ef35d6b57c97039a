import type { OwnFreelancer, ProfileEdit } from '@portico/api/talent/freelancers/schema.ts';

/** Parts that are saved by themselves, each by its own request. */
export type ListPart = 'skills' | 'languages' | 'employment' | 'education' | 'certifications' | 'links';
export type Part = 'basics' | ListPart;
export type Changes = { basics?: ProfileEdit } & { [Name in ListPart]?: OwnFreelancer[Name] };

/** What the page shows: the profile as the server has it, under what was typed since. */
export function withChanges(profile: OwnFreelancer, { basics, ...lists }: Changes): OwnFreelancer {
  const { categoryId, ...edited } = basics ?? {};
  const category = categoryId === undefined ? profile.category : categoryId && { id: categoryId, name: '' };
  return { ...profile, ...edited, ...lists, category: category || null };
}

export function requestOf(part: Part, changes: Changes): { method: 'PATCH' | 'PUT'; path: string; body: unknown } {
  if (part === 'basics') return { method: 'PATCH', path: '', body: changes.basics };
  const path = `/${part}`;
  // By name, because a free addition has no id in the taxonomy.
  if (part === 'skills')
    return { method: 'PUT', path, body: { skills: changes.skills?.map(({ name }) => ({ name })) } };
  return { method: 'PUT', path, body: { [part]: changes[part]?.map(withoutNewId) } };
}

/** Entries made here get their id from the server. */
export const newEntryId = '';

function withoutNewId(entry: object): object {
  if ('id' in entry && entry.id === newEntryId) {
    const { id: _, ...rest } = entry;
    return rest;
  }
  return entry;
}
