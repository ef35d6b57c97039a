import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anonymous } from '../../platform/auth/actor.ts';
import { inWidget, signedIn } from '../../testing/actors.ts';
import { freelancerApp, refusedWith } from '../../testing/freelancer-app.ts';
import type { OwnFreelancer } from './schema.ts';

const ada = signedIn('person_ada');
const bob = signedIn('person_bob');

describe('the own profile', () => {
  const { newcomer, send, toldRevisions } = freelancerApp();

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
    assert.deepEqual(await toldRevisions(own.id), [1, 2]);
  });

  test('keeps whole lists, in their order, and the ids of entries that stay', async () => {
    let { person, etag, own } = await newcomer('lists');
    const put = async (list: string, entries: unknown) => {
      const answer = await send(person, 'PUT', `/v1/freelancers/me/${list}`, { [list]: entries }, { 'if-match': etag });
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
      await refusedWith(await send(person, method, `/v1/freelancers/me${path}`, body, { 'if-match': etag }), 422, code);
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
    assert.deepEqual(await toldRevisions(own.id), [1, 2]);
  });

  test('says how complete it is and what is missing', async () => {
    const { person } = await newcomer('complete', { overview: 'I build things.' });
    const answer = await (await send(person, 'GET', '/v1/freelancers/me/completeness')).json();
    assert.equal(answer.percent, 12);
    assert.deepEqual(answer.missing[0], { part: 'photo', points: 13, hint: 'Add a photo of yourself.' });
  });
});
