import { findBuiltIn, type SkillFinder } from '../skills/known-skills.ts';
import { normalizeSkillName, skillNameMaxLength, skillSlug } from '../skills/skill.ts';
import type { Refusals } from './refusals.ts';
import type { ChosenSkill, SkillRef } from './schema.ts';

/** Taxonomy names where a spelling is known, free additions otherwise; each once, in the order chosen. */
export function acceptSkills(
  chosen: readonly ChosenSkill[],
  max: number,
  refusals: Refusals,
  find: SkillFinder = findBuiltIn,
): SkillRef[] {
  const accepted = new Map<string, SkillRef>();
  chosen.forEach((one, index) => {
    const skill = 'id' in one ? known(one.id, index, refusals, find) : named(one.name, index, refusals, find);
    if (skill && !accepted.has(skill.id)) accepted.set(skill.id, skill);
  });
  refusals.count('/skills', [...accepted], max);
  return [...accepted.values()];
}

function known(id: string, index: number, refusals: Refusals, find: SkillFinder): SkillRef | undefined {
  const skill = find({ id });
  if (skill) return { id: skill.id, name: skill.name };
  refusals.add(`/skills/${index}`, 'unknown_skill', 'The taxonomy has no skill of this id; send a name to add one.');
  return undefined;
}

function named(typed: string, index: number, refusals: Refusals, find: SkillFinder): SkillRef | undefined {
  const name = normalizeSkillName(typed.toWellFormed());
  const skill = find({ name });
  if (skill) return { id: skill.id, name: skill.name };
  const id = skillSlug(name);
  if (name.length > skillNameMaxLength) {
    refusals.add(`/skills/${index}`, 'skill_too_long', `A skill has at most ${skillNameMaxLength} characters.`);
  } else if (id === '') {
    refusals.add(`/skills/${index}`, 'skill_without_letters', 'A skill has letters or digits.');
  } else return { id, name };
  return undefined;
}
