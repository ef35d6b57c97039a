import type { Executor } from '../../platform/database/database.ts';
import { type Skill, skillKey } from './skill.ts';
import { listAddedAliases, listAddedSkills } from './store.ts';
import { skills as builtIn, findSkill, findSkillBySpelling } from './taxonomy.ts';

/** The built-in taxonomy with what the operator accepted since. */
export async function readKnownSkills(db: Executor): Promise<Skill[]> {
  const [added, aliases] = await Promise.all([listAddedSkills(db), listAddedAliases(db)]);
  if (added.length === 0 && aliases.length === 0) return [...builtIn];
  const aliasesOf = Map.groupBy(aliases, ({ skillId }) => skillId);
  const builtInIds = new Set(builtIn.map(({ id }) => id));
  const all: Skill[] = [
    ...builtIn,
    ...added
      .filter(({ id }) => !builtInIds.has(id))
      .map(({ id, name, categoryId, specializationId }) => ({ id, name, aliases: [], categoryId, specializationId })),
  ];
  return all.map((skill) => {
    const more = aliasesOf.get(skill.id)?.map(({ name }) => name) ?? [];
    return more.length === 0 ? skill : { ...skill, aliases: [...skill.aliases, ...more] };
  });
}

export type NamedSkill = Pick<Skill, 'id' | 'name'>;
/** A skill by an id or by any spelling of a name. */
export type SkillFinder = (wanted: { id: string } | { name: string }) => NamedSkill | undefined;

export const findBuiltIn: SkillFinder = (wanted) =>
  'id' in wanted ? findSkill(wanted.id) : findSkillBySpelling(wanted.name);

/** For the skills wanted; what the operator accepted is read only where the built-in taxonomy does not know one of them. */
export async function readSkillFinder(
  db: Executor,
  wanted: readonly Parameters<SkillFinder>[0][],
): Promise<SkillFinder> {
  if (wanted.every(findBuiltIn)) return findBuiltIn;
  const [added, aliases] = await Promise.all([listAddedSkills(db), listAddedAliases(db)]);
  const byId = new Map<string, NamedSkill>(added.map(({ id, name }) => [id, { id, name }]));
  const named = (id: string) => findSkill(id) ?? byId.get(id);
  const idBySpelling = new Map([
    ...aliases.map(({ key, skillId }) => [key, skillId] as const),
    ...added.map(({ id, name }) => [skillKey(name), id] as const),
  ]);
  return (one) => findBuiltIn(one) ?? named('id' in one ? one.id : (idBySpelling.get(skillKey(one.name)) ?? ''));
}
