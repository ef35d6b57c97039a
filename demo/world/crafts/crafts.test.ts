import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSkill, skillCategories } from '@portico/api/talent/skills/taxonomy.ts';
import { say } from '../grammar.ts';
import { pictureKinds } from '../pictures/portfolio-picture.ts';
import { createRandom } from '../random.ts';
import { crafts } from './crafts.ts';

test('every specialization of the taxonomy has one craft', () => {
  const specializations = skillCategories.flatMap((category) => category.specializations.map(({ id }) => id));
  assert.deepEqual(crafts.map(({ specialization }) => specialization).sort(), specializations.sort());
});

test('a craft speaks of skills that exist, shows pictures that can be drawn and says whole sentences', () => {
  const random = createRandom('test');
  for (const { specialization, stacks, extras, works, results, certificates } of crafts) {
    for (const id of [...stacks.flat(), ...extras]) assert.ok(findSkill(id), `${specialization}: ${id}`);
    for (const { title, text, picture } of works) {
      assert.ok(pictureKinds.includes(picture), `${specialization}: ${picture}`);
      assert.match(say(random, title), /^[\p{L}\p{N}]/u);
      assert.match(say(random, text), /[.?]$/u, text);
    }
    for (const result of results) assert.match(say(random, result), /^\p{Ll}[^{}]*[^.]$/u, result);
    assert.ok(
      certificates.every(({ name, issuer }) => name !== '' && issuer !== ''),
      specialization,
    );
  }
});
