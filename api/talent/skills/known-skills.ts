import type { Executor } from '../../platform/database/database.ts';
import type { Skill } from './skill.ts';
import { listAddedAliases, listAddedSkills } from './store.ts';
import { skills as builtIn } from './taxonomy.ts';

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
