import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Actor, anonymous } from '../../platform/auth/actor.ts';
import { inWidget, signedIn } from '../../testing/actors.ts';
import { freelancerApp, refusedWith } from '../../testing/freelancer-app.ts';
import { recordStatistics } from './change-freelancer.ts';
import type { Visibility } from './freelancer.ts';
import type { FreelancerProfile } from './schema.ts';

const bob = signedIn('person_bob');
const member = signedIn('person_member', ['recruiter']);

describe('a profile', () => {
  const saved = new Set<string>();
  const { deps, newcomer, send, toldRevisions } = freelancerApp({ isSaved: async (_, id) => saved.has(id) });

  const publishable = { kind: 'publishableKey', keyId: 'k', tenantId: 'tn_acme' } as const;
  const secret = { kind: 'secretKey', keyId: 'k', tenantId: 'tn_acme' } as const;
  const sees: [string, (owner: Actor) => Actor, Record<Visibility, boolean>][] = [
    ['nobody', () => anonymous, { public: true, signedIn: false, private: false }],
    ['a public page of a tenant', () => publishable, { public: true, signedIn: false, private: false }],
    ['a tenant’s server', () => secret, { public: true, signedIn: true, private: false }],
    ['another freelancer', () => bob, { public: true, signedIn: true, private: false }],
    ['a member', () => member, { public: true, signedIn: true, private: false }],
    ['a member in a widget', () => inWidget(member), { public: true, signedIn: true, private: false }],
    ['the owner', (owner) => owner, { public: true, signedIn: true, private: true }],
    ['the owner in a widget', (owner) => inWidget(owner as never), { public: true, signedIn: true, private: false }],
  ];
  for (const [who, actorFor, seen] of sees)
    for (const visibility of ['public', 'signedIn', 'private'] as const)
      test(`that is ${visibility} is ${seen[visibility] ? 'seen by' : 'hidden from'} ${who}`, async () => {
        const name = `see ${who} ${visibility}`.replace(/\W/g, '');
        const { person, own } = await newcomer(name, { visibility });
        const answer = await send(actorFor(person), 'GET', `/v1/freelancers/${own.id}`);
        if (seen[visibility]) {
          assert.equal(answer.status, 200);
          assert.equal(((await answer.json()) as FreelancerProfile).name, name);
        } else {
          const missing = await send(actorFor(person), 'GET', '/v1/freelancers/fr_missing');
          assert.equal(answer.status, 404);
          assert.deepEqual(await answer.json(), await missing.json());
        }
      });

  test('made private is gone with the next request, and back with the next', async () => {
    let { person, own, etag } = await newcomer('toggling');
    const look = async () => (await send(anonymous, 'GET', `/v1/freelancers/${own.id}`)).status;
    for (const [visibility, status] of [
      ['private', 404],
      ['public', 200],
      ['signedIn', 404],
      ['public', 200],
    ] as const) {
      const answer = await send(person, 'PATCH', '/v1/freelancers/me', { visibility }, { 'if-match': etag });
      etag = answer.headers.get('etag')!;
      assert.equal(await look(), status);
    }
  });

  test('shows what was just saved, under load too', async () => {
    let { person, own, etag } = await newcomer('fresh');
    for (let n = 0; n < 10; n++) {
      const reads = Array.from({ length: 8 }, () => send(anonymous, 'GET', `/v1/freelancers/${own.id}`));
      const edit = await send(person, 'PATCH', '/v1/freelancers/me', { headline: `line ${n}` }, { 'if-match': etag });
      etag = edit.headers.get('etag')!;
      const after = await send(anonymous, 'GET', `/v1/freelancers/${own.id}`);
      assert.equal(((await after.json()) as FreelancerProfile).headline, `line ${n}`);
      assert.equal(after.headers.get('etag'), etag);
      for (const read of await Promise.all(reads)) {
        const { headline } = (await read.json()) as FreelancerProfile;
        const revision = Number(/\.(\d+)"$/.exec(read.headers.get('etag')!)![1]);
        assert.equal(headline, revision === 1 ? '' : `line ${revision - 2}`);
      }
    }
  });

  test('is not sent again to who has it', async () => {
    const { own, etag } = await newcomer('cached');
    const path = `/v1/freelancers/${own.id}`;
    const again = await send(anonymous, 'GET', path, undefined, { 'if-none-match': etag });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), '');
    assert.equal(again.headers.get('cache-control'), 'private, no-cache');
  });

  test('tells a member whether they saved it, under an ETag of its own', async () => {
    const { own, etag } = await newcomer('saved');
    saved.add(own.id);
    const answer = await send(member, 'GET', `/v1/freelancers/${own.id}`, undefined, { 'if-none-match': etag });
    assert.equal(answer.status, 200);
    assert.equal(((await answer.json()) as FreelancerProfile).saved, true);
    const other = await send(bob, 'GET', `/v1/freelancers/${own.id}`);
    assert.equal(((await other.json()) as FreelancerProfile).saved, false);
  });

  test('is previewed exactly as a client sees it', async () => {
    const { person, own } = await newcomer('preview', { overview: 'Hello' });
    const preview = await (await send(person, 'GET', '/v1/freelancers/me/preview')).json();
    assert.deepEqual(preview, await (await send(bob, 'GET', `/v1/freelancers/${own.id}`)).json());
    assert.equal('visibility' in preview || 'personId' in preview || 'email' in preview, false);
  });

  test('with an id of signs, quotes or NUL is simply not there', async () => {
    for (const id of ['%00', "fr_'%20or%201=1", 'fr_%F0%9F%98%80', `fr_${'a'.repeat(500)}`, 'FR_1', '..%2Fme'])
      await refusedWith(await send(anonymous, 'GET', `/v1/freelancers/${id}`), 404, 'not_found');
  });

  test('carries the statistics that later wings write', async () => {
    const { own } = await newcomer('statistics');
    await deps().database.transaction((trx) =>
      recordStatistics(
        trx,
        deps().outbox,
        own.id,
        { jobSuccess: 97, badge: 'topRated', identityVerifiedOn: '2026-11-01' },
        deps().clock.now(),
      ),
    );
    const profile = (await (await send(anonymous, 'GET', `/v1/freelancers/${own.id}`)).json()) as FreelancerProfile;
    assert.deepEqual([profile.jobSuccess, profile.badge, profile.verified.identity], [97, 'topRated', '2026-11-01']);
    assert.deepEqual(await toldRevisions(own.id), [1, 2]);
  });
});
