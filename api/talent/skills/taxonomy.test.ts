import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { skillKey, skillNameMaxLength } from './skill.ts';
import { findSkill, findSkillBySpelling, findSkillCategory, skillCategories, skills } from './taxonomy.ts';

test('the taxonomy has at least 600 skills in at least 12 categories', () => {
  assert.ok(skills.length >= 600, `${skills.length} skills`);
  assert.ok(skillCategories.length >= 12, `${skillCategories.length} categories`);
});

test('no id, name or alias belongs to two skills', () => {
  const owners = new Map<string, string>();
  assert.equal(new Set(skills.map((skill) => skill.id)).size, skills.length);
  for (const skill of skills) {
    for (const spelling of [skill.name, ...skill.aliases]) {
      const key = skillKey(spelling);
      assert.ok(key, `${skill.id}: "${spelling}" has no key`);
      assert.equal(owners.get(key) ?? skill.id, skill.id, `"${spelling}" is claimed twice`);
      owners.set(key, skill.id);
    }
  }
});

test('every skill stands in a specialization of its category, and its name fits', () => {
  const specializationIds = skillCategories.flatMap((category) => category.specializations.map(({ id }) => id));
  assert.equal(new Set(specializationIds).size, specializationIds.length);
  for (const skill of skills) {
    const category = findSkillCategory(skill.categoryId);
    assert.ok(
      category?.specializations.some(({ id }) => id === skill.specializationId),
      skill.id,
    );
    assert.ok(skill.name.length <= skillNameMaxLength, skill.name);
  }
});

test('a skill is found by any of its spellings, whatever the case and punctuation', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...skills.flatMap((skill) => [skill.name, ...skill.aliases].map((name) => ({ skill, name })))),
      fc.constantFrom(' ', '-', '_'),
      ({ skill, name }, joint) => {
        assert.equal(findSkillBySpelling(name)?.id, skill.id);
        assert.equal(findSkillBySpelling(name.toUpperCase().replaceAll(' ', joint))?.id, skill.id);
      },
    ),
  );
});

test('known spellings lead to the same skill, unknown names to none', () => {
  const spellings = { reactjs: 'react', 'React.JS': 'react', nodejs: 'node-js', golang: 'go', k8s: 'kubernetes' };
  for (const [spelling, id] of Object.entries(spellings)) assert.equal(findSkillBySpelling(spelling)?.id, id, spelling);
  assert.equal(findSkillBySpelling('Business with 1-9 Employees'), undefined);
  assert.equal(findSkill('react')?.name, 'React');
  assert.equal(findSkill('constructor'), undefined);
});
