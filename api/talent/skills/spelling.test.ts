import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Skill } from './skill.ts';
import { guessSkill, spellingIndex } from './spelling.ts';
import { skills } from './taxonomy.ts';

const skill = (name: string, ...aliases: string[]): Skill => ({
  id: name.toLowerCase(),
  name,
  aliases,
  categoryId: 'c',
  specializationId: 's',
});
const taxonomy = spellingIndex(skills);

test("an alias never takes another skill's own name", () => {
  const index = spellingIndex([skill('Angular', 'AngularJS'), skill('AngularJS')]);
  assert.equal(index.get('angularjs')?.id, 'angularjs');
});

test('a new spelling of a known skill is guessed, with the reason', () => {
  const expected: [string, string, string][] = [
    ['Angular 10', 'angular', 'version'],
    ['NodeJS Framework', 'node-js', 'wording'],
    ['MySQL Programming', 'mysql', 'wording'],
    ['Microsoft Docker', 'docker', 'vendor'],
    ['Premiere Pro 2024', 'adobe-premiere-pro', 'version'],
    ['Web Component', 'web-components', 'plural'],
    ['Javascrpit', 'javascript', 'typo'],
    ['Solidify', 'solidity', 'typo'],
  ];
  for (const [name, id, reason] of expected) {
    assert.deepEqual(
      guessSkill(name, taxonomy) && [guessSkill(name, taxonomy)?.skill.id, guessSkill(name, taxonomy)?.reason],
      [id, reason],
      name,
    );
  }
});

test('a name that only looks alike is no spelling: short names and other version numbers', () => {
  const index = spellingIndex([skill('Vue'), skill('MetaTrader 4'), skill('Rust')]);
  for (const name of ['Vuex', 'MetaTrader 5', 'Dust', 'Business with 1-9 Employees', '']) {
    assert.equal(guessSkill(name, index), undefined, name);
  }
});

test('one slip of the finger in a long name is forgiven', () => {
  const long = skills.filter(({ name }) => /^[A-Za-z ]{9,}$/.test(name));
  fc.assert(
    fc.property(fc.constantFrom(...long), fc.nat(), ({ name }, seed) => {
      const letters = name.replaceAll(' ', '');
      const at = 1 + (seed % (letters.length - 2));
      assert.ok(
        guessSkill(letters.slice(0, at) + letters.slice(at + 1), taxonomy) ?? taxonomy.get(letters.toLowerCase()),
      );
    }),
  );
});
