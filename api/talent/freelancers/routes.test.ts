import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Actor, anonymous } from '../../platform/auth/actor.ts';
import { inWidget, signedIn } from '../../testing/actors.ts';
import { sliceApp, testDeps } from '../../testing/slice-app.ts';
import { recordStatistics } from './change-freelancer.ts';
import type { Visibility } from './freelancer.ts';
import { freelancerIdOf } from './read-freelancers.ts';
import { freelancerRoutes } from './routes.ts';
import type { FreelancerProfile, OwnFreelancer } from './schema.ts';

const ada = signedIn('person_ada');
const bob = signedIn('person_bob');
const member = signedIn('person_member', ['recruiter']);
const start = { name: 'Ada Okafor', country: 'DE', timezone: 'Europe/Berlin' };

describe('freelancers', () => {
  let deps: Awaited<ReturnType<typeof testDeps>>;
  let app: ReturnType<typeof sliceApp>;
  const saved = new Set<string>();

  before(async () => {
    deps = await testDeps();
    app = sliceApp(freelancerRoutes(deps, { isSaved: async (_, id) => saved.has(id) }));
  });
  after(() => deps.database.close());

  const send = (actor: Actor, method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    app.as(actor).request(method, path, body, headers);

  /** A new freelancer of a new person. */
  async function newcomer(name: string, more: object = {}) {
    const person = signedIn(`person_${name}`);
    const answer = await send(person, 'POST', '/v1/freelancers', { ...start, name, ...more });
    assert.equal(answer.status, 201);
    return { person, own: (await answer.json()) as OwnFreelancer, etag: answer.headers.get('etag')! };
  }

  async function refusedWith(answer: Response, status: number, code: string) {
    assert.deepEqual([answer.status, (await answer.clone().json()).code], [status, code]);
    assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  }

  const changedEvents = async (id: string) => {
    const rows = await deps.database.db
      .selectFrom('outboxEvents')
      .selectAll()
      .where('kind', '=', 'freelancerChanged')
      .execute();
    return rows
      .map(({ payload }) => JSON.parse(payload) as { id: string; revision: number })
      .filter((payload) => payload.id === id)
      .map(({ revision }) => revision)
      .sort((a, b) => a - b);
  };

  describe('becoming one', () => {
    test('takes a name, a country and a time zone', async () => {
      const answer = await send(ada, 'POST', '/v1/freelancers', start);
      assert.equal(answer.status, 201);
      const own = (await answer.json()) as OwnFreelancer;
      assert.equal(answer.headers.get('etag'), `"${own.id}.1"`);
      assert.equal(own.name, 'Ada Okafor');
      assert.equal(own.visibility, 'public');
      assert.equal(await freelancerIdOf(deps.database.db, ada.personId), own.id);
      assert.deepEqual(await changedEvents(own.id), [1]);
    });

    test('happens once, also when asked for twice at the same time', async () => {
      const person = signedIn('person_twice');
      const answers = await Promise.all([1, 2, 3].map(() => send(person, 'POST', '/v1/freelancers', start)));
      assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409]);
      await refusedWith(await send(person, 'POST', '/v1/freelancers', start), 409, 'already_a_freelancer');
    });

    test('needs a signed-in person, at the portal', async () => {
      await refusedWith(await send(anonymous, 'POST', '/v1/freelancers', start), 401, 'unauthenticated');
      await refusedWith(await send(inWidget(bob), 'POST', '/v1/freelancers', start), 403, 'sign_in_required');
    });

    test('refuses what is missing, unknown or of another shape, and changes nothing', async () => {
      await refusedWith(await send(bob, 'POST', '/v1/freelancers', { name: 'Bob' }), 422, 'invalid_input');
      await refusedWith(
        await send(bob, 'POST', '/v1/freelancers', { ...start, badge: 'topRated' }),
        422,
        'invalid_input',
      );
      await refusedWith(
        await send(bob, 'POST', '/v1/freelancers', { ...start, country: 'XX' }),
        422,
        'unknown_country',
      );
      assert.equal(await freelancerIdOf(deps.database.db, bob.personId), null);
    });
  });

  describe('the own profile', () => {
    test('is nothing for a person who is no freelancer', async () => {
      for (const [method, path] of [
        ['GET', ''],
        ['GET', '/completeness'],
        ['GET', '/preview'],
        ['DELETE', '/photo'],
      ] as const)
        await refusedWith(await send(bob, method, `/v1/freelancers/me${path}`), 404, 'not_found');
    });

    test('every way to it is closed to nobody and to a widget session', async () => {
      const ways: [string, string, unknown?][] = [
        ['GET', ''],
        ['GET', '/completeness'],
        ['GET', '/preview'],
        ['PATCH', '', {}],
        ['PUT', '/skills', { skills: [] }],
        ['PUT', '/languages', { languages: [] }],
        ['PUT', '/employment', { employment: [] }],
        ['PUT', '/education', { education: [] }],
        ['PUT', '/certifications', { certifications: [] }],
        ['PUT', '/links', { links: [] }],
        ['POST', '/portfolio', { title: 'x' }],
        ['PATCH', '/portfolio/pi_1', {}],
        ['DELETE', '/portfolio/pi_1'],
        ['POST', '/portfolio/pi_1/images', {}],
        ['PUT', '/photo', {}],
        ['DELETE', '/photo'],
      ];
      for (const [method, path, body] of ways) {
        const address = `/v1/freelancers/me${path}`;
        await refusedWith(await send(anonymous, method, address, body), 401, 'unauthenticated');
        await refusedWith(await send(inWidget(ada), method, address, body), 403, 'sign_in_required');
        const key = { kind: 'secretKey', keyId: 'k', tenantId: 'tn_acme' } as const;
        await refusedWith(await send(key, method, address, body), 401, 'unauthenticated');
      }
    });

    test('keeps every field as it was given', async () => {
      const { person, etag } = await newcomer('fields');
      const edit = {
        headline: 'Builds payment systems',
        overview: 'First line\n\nSecond paragraph',
        categoryId: 'web-development',
        hourlyRate: { amountMinor: 8550, currency: 'USD' },
        engagement: 'fixedPrice',
        availability: { hoursPerWeek: 20, nextFreeDate: '2027-01-04', openToOffers: false },
        visibility: 'signedIn',
      };
      const answer = await send(person, 'PATCH', '/v1/freelancers/me', edit, { 'if-match': etag });
      assert.equal(answer.status, 200);
      const { categoryId, ...rest } = edit;
      const own = (await (await send(person, 'GET', '/v1/freelancers/me')).json()) as OwnFreelancer;
      assert.deepEqual({ ...own, ...rest }, own);
      assert.equal(own.category?.id, categoryId);
      assert.equal(own.revision, 2);
      assert.deepEqual(await changedEvents(own.id), [1, 2]);
    });

    test('keeps whole lists, in their order, and the ids of entries that stay', async () => {
      let { person, etag, own } = await newcomer('lists');
      const put = async (list: string, entries: unknown) => {
        const answer = await send(
          person,
          'PUT',
          `/v1/freelancers/me/${list}`,
          { [list]: entries },
          { 'if-match': etag },
        );
        assert.equal(answer.status, 200, await answer.clone().text());
        etag = answer.headers.get('etag')!;
        own = await answer.json();
      };
      await put('skills', [{ name: 'nodejs' }, { id: 'react' }, { name: 'Bookbinding' }]);
      assert.deepEqual(
        own.skills.map(({ id }) => id),
        ['node-js', 'react', 'bookbinding'],
      );
      await put('languages', [
        { language: 'de', level: 'native' },
        { language: 'en', level: 'fluent' },
      ]);
      assert.deepEqual(
        own.languages.map(({ language }) => language),
        ['de', 'en'],
      );
      await put('links', [{ kind: 'github', url: 'https://github.com/ada' }]);
      assert.deepEqual(own.links, [{ kind: 'github', url: 'https://github.com/ada' }]);
      const job = { title: 'Engineer', company: 'Acme', from: '2020-01', to: null, description: '' };
      await put('employment', [job, { ...job, company: 'Globex' }]);
      const [acme, globex] = own.employment;
      await put('employment', [globex, { ...acme, title: 'Lead' }]);
      assert.deepEqual(
        own.employment.map(({ id, title }) => [id, title]),
        [
          [globex!.id, 'Engineer'],
          [acme!.id, 'Lead'],
        ],
      );
      await put('education', [{ school: 'TU', degree: 'MSc', field: 'CS', from: '2014-10', to: '2016-09' }]);
      assert.equal(own.education[0]?.school, 'TU');
      const paper = { name: 'CKA', issuer: 'CNCF', issuedOn: '2025-01-02', expiresOn: null, url: 'https://cncf.io/' };
      await put('certifications', [paper]);
      assert.deepEqual({ ...own.certifications[0], id: '' }, { id: '', ...paper });
      await put('skills', []);
      assert.deepEqual(own.skills, []);
      assert.equal(own.revision, 9);
    });

    test('somebody else’s entry id is not taken over', async () => {
      const one = await newcomer('idone');
      const other = await newcomer('idother');
      const job = { title: 'Engineer', company: 'Acme', from: '2020-01', to: null, description: '' };
      const first = await send(
        one.person,
        'PUT',
        '/v1/freelancers/me/employment',
        { employment: [job] },
        { 'if-match': one.etag },
      );
      const taken = ((await first.json()) as OwnFreelancer).employment[0]!.id;
      const employment = [
        { ...job, id: taken },
        { ...job, id: taken },
      ];
      const second = await send(
        other.person,
        'PUT',
        '/v1/freelancers/me/employment',
        { employment },
        { 'if-match': other.etag },
      );
      const ids = ((await second.json()) as OwnFreelancer).employment.map(({ id }) => id);
      assert.equal(new Set([taken, ...ids]).size, 3);
    });

    test('refuses each excess by its name and keeps everything as it was', async () => {
      const { person, etag } = await newcomer('excess');
      const many = (count: number, make: (n: number) => unknown) => Array.from({ length: count }, (_, n) => make(n));
      const job = { title: 'x', company: 'y', from: '2020-01', to: null, description: '' };
      const school = { school: 'x', degree: '', field: '', from: '2020-01', to: null };
      const paper = { name: 'x', issuer: 'y', issuedOn: '2020-01-01', expiresOn: null, url: null };
      const refused: [string, string, unknown, string][] = [
        ['PUT', '/skills', { skills: many(11, (n) => ({ name: `craft ${n}` })) }, 'too_many_skills'],
        ['PUT', '/languages', { languages: [{ language: 'qq', level: 'basic' }] }, 'unknown_language'],
        ['PUT', '/employment', { employment: many(31, () => job) }, 'too_many_employment'],
        ['PUT', '/education', { education: many(16, () => school) }, 'too_many_education'],
        ['PUT', '/certifications', { certifications: many(31, () => paper) }, 'too_many_certifications'],
        ['PUT', '/links', { links: [{ kind: 'other', url: 'javascript:alert(1)' }] }, 'link_refused'],
        ['PATCH', '', { overview: 'x'.repeat(5001) }, 'overview_too_long'],
        ['PATCH', '', { timezone: 'Nowhere/Town' }, 'unknown_timezone'],
        ['PATCH', '', { visibility: 'everybody' }, 'invalid_input'],
        ['PATCH', '', { jobSuccess: 100 }, 'invalid_input'],
        ['PUT', '/employment', { employment: [{ ...job, from: '2020-13' }] }, 'invalid_input'],
      ];
      for (const [method, path, body, code] of refused) {
        await refusedWith(
          await send(person, method, `/v1/freelancers/me${path}`, body, { 'if-match': etag }),
          422,
          code,
        );
      }
      const now = await send(person, 'GET', '/v1/freelancers/me');
      assert.equal(now.headers.get('etag'), etag);
    });

    test('a change without If-Match is 428, with a stale one 412 and the present ETag', async () => {
      const { person, own, etag } = await newcomer('stale');
      await refusedWith(await send(person, 'PATCH', '/v1/freelancers/me', { headline: 'x' }), 428, 'if_match_required');
      await send(person, 'PATCH', '/v1/freelancers/me', { headline: 'one' }, { 'if-match': etag });
      const late = await send(person, 'PUT', '/v1/freelancers/me/skills', { skills: [] }, { 'if-match': etag });
      await refusedWith(late, 412, 'changed_meanwhile');
      assert.equal(late.headers.get('etag'), `"${own.id}.2"`);
    });

    test('of 64 changes at once with the same If-Match one wins', async () => {
      const { person, own, etag } = await newcomer('race');
      const answers = await Promise.all(
        Array.from({ length: 64 }, (_, n) =>
          n % 2
            ? send(person, 'PATCH', '/v1/freelancers/me', { headline: `line ${n}` }, { 'if-match': etag })
            : send(
                person,
                'PUT',
                '/v1/freelancers/me/skills',
                { skills: [{ name: `craft ${n}` }] },
                { 'if-match': etag },
              ),
        ),
      );
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array(63).fill(412)]);
      const winner = (await answers.find(({ status }) => status === 200)!.json()) as OwnFreelancer;
      const now = (await (await send(person, 'GET', '/v1/freelancers/me')).json()) as OwnFreelancer;
      assert.deepEqual(now, winner);
      assert.deepEqual(await changedEvents(own.id), [1, 2]);
    });

    test('says how complete it is and what is missing', async () => {
      const { person } = await newcomer('complete', { overview: 'I build things.' });
      const answer = await (await send(person, 'GET', '/v1/freelancers/me/completeness')).json();
      assert.equal(answer.percent, 12);
      assert.deepEqual(answer.missing[0], { part: 'photo', points: 13, hint: 'Add a photo of yourself.' });
    });
  });

  describe('the portfolio', () => {
    test('takes, edits and removes items; the newest comes first', async () => {
      const { person } = await newcomer('portfolio');
      const add = (title: string) => send(person, 'POST', '/v1/freelancers/me/portfolio', { title });
      assert.equal((await add('First')).status, 201);
      const added = await add('Second');
      const own = (await added.json()) as OwnFreelancer;
      assert.deepEqual(
        own.portfolio.map(({ title }) => title),
        ['Second', 'First'],
      );
      const item = own.portfolio[0]!;
      const edit = { text: 'What it does', link: 'https://shop.example/', skills: [{ name: 'React.js' }] };
      const path = `/v1/freelancers/me/portfolio/${item.id}`;
      const edited = await send(person, 'PATCH', path, edit, { 'if-match': added.headers.get('etag')! });
      const now = (await edited.json()) as OwnFreelancer;
      assert.deepEqual(now.portfolio[0], { ...item, ...edit, skills: [{ id: 'react', name: 'React' }] });
      const removed = await send(person, 'DELETE', path, undefined, { 'if-match': edited.headers.get('etag')! });
      assert.deepEqual(
        ((await removed.json()) as OwnFreelancer).portfolio.map(({ title }) => title),
        ['First'],
      );
    });

    test('items added at once are all kept', async () => {
      const { person } = await newcomer('manyitems');
      const answers = await Promise.all(
        Array.from({ length: 16 }, (_, n) =>
          send(person, 'POST', '/v1/freelancers/me/portfolio', { title: `item ${n}` }),
        ),
      );
      assert.deepEqual(
        answers.map(({ status }) => status),
        Array(16).fill(201),
      );
      const own = (await (await send(person, 'GET', '/v1/freelancers/me')).json()) as OwnFreelancer;
      assert.equal(own.portfolio.length, 16);
    });

    test('somebody else’s item answers like a missing one', async () => {
      const one = await newcomer('itemone');
      const other = await newcomer('itemother');
      const added = await send(one.person, 'POST', '/v1/freelancers/me/portfolio', { title: 'Mine' });
      const { id } = ((await added.json()) as OwnFreelancer).portfolio[0]!;
      for (const itemId of [id, 'pi_missing']) {
        const path = `/v1/freelancers/me/portfolio/${itemId}`;
        await refusedWith(
          await send(other.person, 'PATCH', path, { title: 'x' }, { 'if-match': other.etag }),
          404,
          'not_found',
        );
        await refusedWith(
          await send(other.person, 'DELETE', path, undefined, { 'if-match': other.etag }),
          404,
          'not_found',
        );
      }
      assert.equal((await send(other.person, 'GET', '/v1/freelancers/me')).headers.get('etag'), other.etag);
    });

    test('refuses a 51st item', async () => {
      const { person } = await newcomer('fifty');
      for (let n = 0; n < 50; n++) await send(person, 'POST', '/v1/freelancers/me/portfolio', { title: `item ${n}` });
      await refusedWith(
        await send(person, 'POST', '/v1/freelancers/me/portfolio', { title: 'x' }),
        422,
        'too_many_portfolio_items',
      );
    });
  });

  describe('a profile', () => {
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
      await deps.database.transaction((trx) =>
        recordStatistics(
          trx,
          deps.outbox,
          own.id,
          { jobSuccess: 97, badge: 'topRated', identityVerifiedOn: '2026-11-01' },
          deps.clock.now(),
        ),
      );
      const profile = (await (await send(anonymous, 'GET', `/v1/freelancers/${own.id}`)).json()) as FreelancerProfile;
      assert.deepEqual([profile.jobSuccess, profile.badge, profile.verified.identity], [97, 'topRated', '2026-11-01']);
      assert.deepEqual(await changedEvents(own.id), [1, 2]);
    });
  });
});
