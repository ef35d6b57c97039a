import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { poolsWorld } from '../../testing/pools-world.ts';
import type { MemberPage, OwnCalendar, SharedMember } from './schema.ts';

const pools = '/v1/talent/pools';
const inPool = (name: string, pool = 'pl_acme') => `${pools}/${pool}/members/fr_${name}`;
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const secret = 'Talks over everybody in calls';

describe('a pool’s board', () => {
  const world = poolsWorld();
  const { ask, refused, send, recruiter, freelancer, member, widget, vetter } = world;
  const names = ({ items }: MemberPage) => items.map(({ freelancerId }) => freelancerId.slice(3));
  const board = (query = '', actor = recruiter) => world.members(actor, 'acme', 'pl_acme', query);
  const etagOf = async (name: string) => (await send(recruiter, 'acme', 'GET', inPool(name))).headers.get('etag')!;

  before(async () => {
    const nowMs = world.deps().clock.now();
    await world.freelancers({
      ann: { skills: ['react', 'sql'], country: 'DE', rateMinor: 6000 },
      bob: { skills: ['react'], country: 'FR', rateMinor: 9000, timezone: 'Europe/Paris' },
      cleo: { skills: ['sql'], country: 'US', rateMinor: 4000, timezone: 'America/New_York' },
      dora: { skills: ['react', 'sql'], country: 'DE', rateMinor: null, openToOffers: 0 },
      eve: { visibility: 'private', skills: ['react'] },
    });
    await world.pool('pl_acme', 'acme', ['ann', 'bob', 'cleo', 'dora', 'eve']);
    await world.pool('pl_pro', null, ['ann', 'eve']);
    await world.contract('acme', 'ann', 30);
    await world.contract('globex', 'bob', 10);
    const { db } = world.deps().database;
    const vetted = { score: 93, vettedAt: nowMs, vettingApplicationId: 'va_1' };
    await db.updateTable('talentPoolMembers').set(vetted).where('poolId', '=', 'pl_pro').execute();
    await ask(recruiter, 'acme', 'POST', `${inPool('ann')}/tags`, { tag: 'core' });
    await ask(recruiter, 'acme', 'POST', `${inPool('ann')}/notes`, { text: secret });
    await ask(recruiter, 'acme', 'PUT', `${inPool('ann')}/rating`, { stars: 4, reason: secret }, await etagOf('ann'));
    await ask(recruiter, 'acme', 'PUT', `${inPool('bob')}/rate`, { rate: usd(7000) }, await etagOf('bob'));
  });

  test('says who is free next week, from hours said, contracts of every company and own calendars', async () => {
    const hours = async () =>
      (await board()).items.map(({ freelancerId, weeks }) => [freelancerId.slice(3), weeks[1]!.freeHours]);
    assert.deepEqual(await hours(), [
      ['ann', 10],
      ['bob', 30],
      ['cleo', 40],
      ['dora', 0],
      ['eve', 40],
    ]);
    assert.deepEqual(names(await board('?week=1&minHours=20&skill=react')), ['bob', 'eve']);
    const { weeks } = await ask<OwnCalendar>(freelancer('ann'), null, 'GET', '/v1/freelancers/me/availability-weeks');
    assert.equal(weeks.length, 26);
    const startsOn = weeks[1]!.startsOn;
    const write = (freeHours: number | null, day = startsOn) =>
      refused(freelancer('ann'), null, 'PATCH', '/v1/freelancers/me/availability-weeks', {
        weeks: [{ startsOn: day, freeHours }],
      });
    assert.deepEqual(await write(8, '2026-11-24'), [422, 'not_a_week']);
    assert.deepEqual(await write(8, '2026-11-16'), [422, 'not_a_week'], 'a week that is over');
    await write(24);
    assert.deepEqual(names(await board('?minHours=20&skill=react')), ['ann', 'bob', 'eve']);
    await write(null);
    assert.deepEqual(names(await board('?minHours=20&skill=react')), ['bob', 'eve']);
  });

  test('finds by word, rate, country, shared hours, tag, rating, work with us, and counts each choice without itself', async () => {
    const table: [string, string[]][] = [
      ['?q=REACT%20ann', ['ann']],
      ['?q=react', ['ann', 'bob', 'dora', 'eve']],
      ['?rateMax=7000', ['ann', 'bob', 'cleo']],
      ['?rateMin=7000', ['bob']],
      ['?country=DE,FR&skill=react', ['ann', 'bob', 'dora', 'eve']],
      ['?skill=react,sql', ['ann', 'dora']],
      ['?timezone=Europe/Berlin&overlapHours=8&country=FR', ['bob']],
      ['?timezone=Europe/Berlin&overlapHours=4&country=US', []],
      ['?tag=core', ['ann']],
      ['?ratingMin=4', ['ann']],
      ['?ratingMin=5', []],
      ['?worked=true', ['ann']],
      ['?state=suspended', []],
    ];
    for (const [query, expected] of table) assert.deepEqual(names(await board(query)), expected, query);
    const { facets } = await board('?country=FR&skill=react&minHours=20');
    const counts = (list: { value: string; count: number }[]) => list.map(({ value, count }) => `${value} ${count}`);
    assert.deepEqual(counts(facets!.country), ['DE 1', 'FR 1']);
    assert.deepEqual(counts(facets!.skill), ['react 1']);
    assert.equal(facets!.free[1]!.count, 1);
    assert.deepEqual(facets!.free[1]!.selected, true);
  });

  test('pages by key in every sort: each member once, the same as in one page', async () => {
    for (const sort of ['name', 'free', 'rate', 'rating', 'score', 'newest']) {
      const whole = names(await board(`?sort=${sort}`));
      const paged: string[] = [];
      let cursor = '';
      do {
        const page = await board(`?sort=${sort}&limit=2${cursor}`);
        paged.push(...names(page));
        cursor = page.nextCursor === null ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`;
      } while (cursor !== '');
      assert.deepEqual(paged, whole, sort);
      assert.equal(new Set(paged).size, 5, sort);
    }
    const { nextCursor } = await board('?limit=2');
    const other = `?limit=2&sort=rate&cursor=${encodeURIComponent(nextCursor!)}`;
    assert.deepEqual(await refused(recruiter, 'acme', 'GET', `${pools}/pl_acme/members${other}`), [
      400,
      'invalid_cursor',
    ]);
  });

  test('keeps tags, notes, ratings and agreed rates for the team: written by those who may, read by all of them', async () => {
    const ann = await world.one(member('viewer'), 'acme', 'pl_acme', 'ann');
    assert.deepEqual(
      [ann.internal!.tags, ann.internal!.rating!.stars, ann.notes[0]!.text, ann.internal!.noteCount],
      [['core'], 4, secret, 1],
    );
    assert.deepEqual([ann.withUs.contracts, ann.withUs.running], [1, 1]);
    const tag = `${inPool('ann')}/tags`;
    for (const actor of [member('viewer'), member('auditor'), widget('recruiter', 'read'), widget('viewer', 'read')])
      assert.equal((await refused(actor, 'acme', 'POST', tag, { tag: 'x' }))[0], 403);
    const noted = await ask<{ id: string }>(
      widget('recruiter', 'read', 'note'),
      'acme',
      'POST',
      `${inPool('ann')}/notes`,
      { text: 'By widget' },
    );
    assert.equal(
      (await refused(member('hiringManager'), 'acme', 'DELETE', `${inPool('ann')}/notes/${noted.id}`))[0],
      404,
    );
    assert.equal((await refused(recruiter, 'acme', 'DELETE', `${inPool('ann')}/notes/${noted.id}`))[0], 204);
    const rating = `${inPool('ann')}/rating`;
    const stale = await etagOf('ann');
    await ask(recruiter, 'acme', 'POST', tag, { tag: 'on call' });
    assert.deepEqual(await refused(recruiter, 'acme', 'PUT', rating, { stars: 2, reason: 'x' }, stale), [
      412,
      'changed_meanwhile',
    ]);
    assert.deepEqual(await refused(recruiter, 'acme', 'PUT', rating, { stars: 6, reason: 'x' }, stale), [
      422,
      'invalid_input',
    ]);
    await ask(recruiter, 'acme', 'DELETE', `${tag}/on%20call`);
    assert.deepEqual((await world.one(recruiter, 'acme', 'pl_acme', 'ann')).internal!.tags, ['core']);
  });

  test('shows no freelancer what is kept about them, on any path of theirs', async () => {
    const ann = freelancer('ann');
    const own = await (await send(ann, null, 'GET', '/v1/freelancers/me/pools')).text();
    assert.ok(own.includes('pl_acme'));
    for (const word of [secret, 'core', 'rating', 'internal', 'note', 'tags', 'score'])
      assert.ok(!own.includes(word), `own pools name ${word}`);
    for (const path of [`${pools}/pl_acme/members`, inPool('ann'), `${inPool('ann')}/timeline`]) {
      assert.deepEqual(await refused(ann, 'acme', 'GET', path), [403, 'forbidden'], path);
      assert.deepEqual(await refused(ann, null, 'GET', path), [404, 'not_found'], path);
    }
  });

  test('of the installation’s pool shows a Pro client who is active and visible, with a band of the score and nothing kept', async () => {
    const { items, facets } = await world.members(
      recruiter,
      'fennec',
      'pl_pro',
      '?state=suspended&ratingMin=5&tag=core',
    );
    assert.deepEqual(
      items.map(({ freelancerId }) => freelancerId),
      ['fr_ann'],
    );
    assert.deepEqual(
      [items[0]!.internal, items[0]!.vetting!.scoreBand, items[0]!.vetting!.score],
      [null, 'outstanding', null],
    );
    assert.deepEqual([facets!.tag, facets!.state.map(({ value }) => value)], [[], ['active']]);
    assert.equal((await refused(recruiter, 'fennec', 'GET', inPool('eve', 'pl_pro')))[0], 404);
    for (const path of ['tags', 'notes'])
      assert.equal(
        (
          await refused(
            recruiter,
            'fennec',
            'POST',
            `${inPool('ann', 'pl_pro')}/${path}`,
            path === 'tags' ? { tag: 'x' } : { text: 'x' },
          )
        )[0],
        404,
      );
    const kept = await world.one(vetter, 'fennec', 'pl_pro', 'ann');
    assert.deepEqual([kept.vetting!.score, kept.vetting!.applicationId], [93, 'va_1']);
  });

  test('shows another company a member only while the freelancer agrees', async () => {
    const shares = `${inPool('bob')}/shares`;
    assert.deepEqual(await refused(recruiter, 'acme', 'POST', shares, { company: 'nobody' }), [422, 'unknown_company']);
    assert.deepEqual(await refused(recruiter, 'acme', 'POST', shares, { company: 'acme' }), [422, 'unknown_company']);
    const { id } = await ask<{ id: string }>(recruiter, 'acme', 'POST', shares, { company: 'fennec' });
    assert.deepEqual(await refused(recruiter, 'acme', 'POST', shares, { company: 'fennec' }), [409, 'share_open']);
    const seen = async () =>
      (await ask<{ items: SharedMember[] }>(recruiter, 'fennec', 'GET', '/v1/talent/shared-members')).items;
    const one = (slug: string) => refused(recruiter, slug, 'GET', `/v1/talent/shared-members/${id}`);
    assert.deepEqual(await seen(), []);
    assert.deepEqual(await one('fennec'), [403, 'consent_required']);
    assert.deepEqual(await one('globex'), [404, 'not_found'], 'a third company learns nothing');
    const answer = (name: string, word: string) =>
      refused(freelancer(name), null, 'POST', `/v1/freelancers/me/pool-shares/${id}/${word}`);
    assert.deepEqual(await answer('ann', 'consent'), [404, 'not_found'], 'nobody agrees for somebody else');
    assert.deepEqual(await answer('bob', 'consent'), [200, '']);
    const [shown] = await seen();
    assert.deepEqual([shown!.name, shown!.sharedBy], ['bob', 'acme']);
    assert.ok(!JSON.stringify(shown).includes('7000'), 'the agreed rate stays where it was agreed');
    assert.deepEqual(await answer('bob', 'revocation'), [200, '']);
    assert.deepEqual([await seen(), await one('fennec')], [[], [403, 'consent_required']]);
    const again = await ask<{ id: string }>(recruiter, 'acme', 'POST', shares, { company: 'fennec' });
    await ask(freelancer('bob'), null, 'POST', `/v1/freelancers/me/pool-shares/${again.id}/consent`);
    assert.equal((await seen()).length, 1);
    await ask(freelancer('bob'), null, 'POST', '/v1/freelancers/me/pools/pl_acme/leave', {});
    assert.deepEqual(await seen(), [], 'leaving the pool ends what was shared from it');
  });
});
