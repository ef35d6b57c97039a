import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anonymous } from '../../platform/auth/actor.ts';
import { inWidget, signedIn } from '../../testing/actors.ts';
import { freelancerApp, newFreelancer, refusedWith } from '../../testing/freelancer-app.ts';
import { freelancerIdOf } from './read-freelancers.ts';
import type { OwnFreelancer } from './schema.ts';

const ada = signedIn('person_ada');
const bob = signedIn('person_bob');

describe('becoming a freelancer', () => {
  const { deps, send, toldRevisions } = freelancerApp();

  test('takes a name, a country and a time zone', async () => {
    const answer = await send(ada, 'POST', '/v1/freelancers', newFreelancer);
    assert.equal(answer.status, 201);
    const own = (await answer.json()) as OwnFreelancer;
    assert.equal(answer.headers.get('etag'), `"${own.id}.1"`);
    assert.equal(own.name, 'Ada Okafor');
    assert.equal(own.visibility, 'public');
    assert.equal(await freelancerIdOf(deps().database.db, ada.personId), own.id);
    assert.deepEqual(await toldRevisions(own.id), [1]);
  });

  test('happens once, also when asked for twice at the same time', async () => {
    const person = signedIn('person_twice');
    const answers = await Promise.all([1, 2, 3].map(() => send(person, 'POST', '/v1/freelancers', newFreelancer)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409]);
    await refusedWith(await send(person, 'POST', '/v1/freelancers', newFreelancer), 409, 'already_a_freelancer');
  });

  test('needs a signed-in person, at the portal', async () => {
    await refusedWith(await send(anonymous, 'POST', '/v1/freelancers', newFreelancer), 401, 'unauthenticated');
    await refusedWith(await send(inWidget(bob), 'POST', '/v1/freelancers', newFreelancer), 403, 'sign_in_required');
  });

  test('refuses what is missing, unknown or of another shape, and changes nothing', async () => {
    await refusedWith(await send(bob, 'POST', '/v1/freelancers', { name: 'Bob' }), 422, 'invalid_input');
    await refusedWith(
      await send(bob, 'POST', '/v1/freelancers', { ...newFreelancer, badge: 'topRated' }),
      422,
      'invalid_input',
    );
    await refusedWith(
      await send(bob, 'POST', '/v1/freelancers', { ...newFreelancer, country: 'XX' }),
      422,
      'unknown_country',
    );
    assert.equal(await freelancerIdOf(deps().database.db, bob.personId), null);
  });
});
