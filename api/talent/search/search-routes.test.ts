import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Actor, anonymous } from '../../platform/auth/actor.ts';
import type { RequestTenant } from '../../platform/http/environment.ts';
import { inWidget, signedIn } from '../../testing/actors.ts';
import { madeFreelancer } from '../../testing/made-freelancers.ts';
import { acme, sliceApp, testDeps } from '../../testing/slice-app.ts';
import { becomeFreelancer } from '../freelancers/become-freelancer.ts';
import { anyRevision } from '../freelancers/change-freelancer.ts';
import { editProfile } from '../freelancers/edit-profile.ts';
import { insertFreelancers } from '../freelancers/insert-freelancers.ts';
import { endMember } from '../talent-pools/admit-member.ts';
import { createPool, fillPool } from '../talent-pools/change-pools.ts';
import { createTalentSearch, type TalentSearch } from './keep-index.ts';
import { talentSearchRoutes } from './routes.ts';
import type { TalentSearchResult } from './schema.ts';

const globex: RequestTenant = { id: 'tn_globex', slug: 'globex', plan: 'enterprise' };
const recruiter = signedIn('pe_rec', ['recruiter']);

describe('talent search', () => {
  let deps: Awaited<ReturnType<typeof testDeps>>;
  let talentSearch: TalentSearch;
  let app: ReturnType<typeof sliceApp>;

  before(async () => {
    deps = await testDeps();
    const nowMs = deps.clock.now();
    await deps.database.transaction((trx) =>
      insertFreelancers(trx, [
        madeFreelancer(nowMs, { id: 'fr_open', headline: 'Typescript gardener', skills: ['react'], rateMinor: 5000 }),
        madeFreelancer(nowMs, { id: 'fr_inside', headline: 'Typescript gardener', visibility: 'signedIn' }),
        madeFreelancer(nowMs, { id: 'fr_hidden', headline: 'Typescript gardener', visibility: 'private' }),
        madeFreelancer(nowMs, {
          id: 'fr_weak',
          headline: 'Botanist',
          overview: `Once a gardener. ${'Roots, leaves and rain. '.repeat(30)}`,
        }),
        ...Array.from({ length: 57 }, (_, n) =>
          madeFreelancer(nowMs, { id: `fr_paged${n}`, headline: 'Paged walker', rateMinor: 1000 + (n % 5) * 100 }),
        ),
      ]),
    );
    talentSearch = createTalentSearch(deps);
    await talentSearch.start();
    app = sliceApp(talentSearchRoutes({ ...deps, talentSearch }));
  });
  after(async () => {
    await talentSearch.stop();
    await deps.database.close();
  });

  async function search(query: string, actor: Actor = anonymous, tenant: RequestTenant | undefined = acme) {
    const response = await app.as(actor, tenant).request('GET', `/v1/talent/search?${query}`);
    const body = (await response.json()) as TalentSearchResult & { code?: string };
    return { status: response.status, code: body.code, body };
  }
  const idsOf = ({ body }: { body: TalentSearchResult }) => body.items.map(({ id }) => id).sort();

  test('who is not signed in finds public profiles only, somebody signed in the others too, nobody a private one', async () => {
    assert.deepEqual(idsOf(await search('q=typescript')), ['fr_open']);
    assert.deepEqual(idsOf(await search('q=typescript', signedIn('pe_any'))), ['fr_inside', 'fr_open']);
    const page: Actor = { kind: 'publishableKey', keyId: 'pk_1', tenantId: acme.id };
    assert.deepEqual(idsOf(await search('q=typescript', page)), ['fr_open']);
  });

  test('typing errors and beginnings are found, the correction is told and the words are marked', async () => {
    const { body } = await search('q=typescrpit%20gard');
    assert.deepEqual(body.items[0]?.id, 'fr_open');
    assert.deepEqual(body.corrected, [{ from: 'typescrpit', to: 'typescript' }]);
    const [headline] = body.items[0]!.highlights;
    const marked = headline!.ranges.map(([start, end]) => headline!.text.slice(start, end));
    assert.deepEqual(marked, ['Typescript', 'gardener']);
    assert.ok(body.items[0]!.why.fields.includes('headline'));
  });

  test('an edited profile is found by its new words and no longer by the old', async () => {
    const made = await becomeFreelancer(deps, 'pe_edit', {
      name: 'Edna Editor',
      country: 'FR',
      timezone: 'Europe/Paris',
      headline: 'Velocipede mechanic',
    });
    await talentSearch.index.refresh();
    assert.deepEqual(idsOf(await search('q=velocipede')), [made.row.id]);
    deps.clock.advance(1000);
    await editProfile(deps, 'pe_edit', anyRevision, { headline: 'Zeppelin mechanic' });
    await talentSearch.index.refresh();
    assert.deepEqual(idsOf(await search('q=zeppelin')), [made.row.id]);
    assert.deepEqual(idsOf(await search('q=velocipede')), []);
  });

  test('a profile made private is not shown even before the index has noticed', async () => {
    await becomeFreelancer(deps, 'pe_shy', {
      name: 'Shy',
      country: 'FR',
      timezone: 'Europe/Paris',
      headline: 'Xylophonist',
    });
    await talentSearch.index.refresh();
    assert.equal((await search('q=xylophonist')).body.total, 1);
    await editProfile(deps, 'pe_shy', anyRevision, { visibility: 'private' });
    assert.deepEqual(idsOf(await search('q=xylophonist', recruiter)), []);
    assert.equal((await search('q=xylophonist', recruiter)).body.total, 0);
  });

  test('a row that is gone is not shown either', async () => {
    await deps.database.transaction((trx) =>
      insertFreelancers(trx, [madeFreelancer(deps.clock.now(), { id: 'fr_gone', headline: 'Quetzal breeder' })]),
    );
    await talentSearch.index.refresh();
    assert.deepEqual(idsOf(await search('q=quetzal')), ['fr_gone']);
    await deps.database.db.deleteFrom('freelancers').where('id', '=', 'fr_gone').execute();
    assert.equal((await search('q=quetzal')).body.total, 0);
  });

  for (const sort of ['bestMatch', 'rateAsc', 'rateDesc', 'jobSuccess', 'newest']) {
    test(`paging by ${sort} meets everybody exactly once`, async () => {
      const met: string[] = [];
      let cursor = '';
      do {
        const { status, body } = await search(`q=walker&sort=${sort}&limit=7&facets=false${cursor}`);
        assert.equal(status, 200);
        met.push(...body.items.map(({ id }) => id));
        cursor = body.nextCursor ? `&cursor=${encodeURIComponent(body.nextCursor)}` : '';
      } while (cursor);
      assert.equal(met.length, 57);
      assert.equal(new Set(met).size, 57);
    });
  }

  test('a cursor belongs to its tenant and its query', async () => {
    const { body } = await search('q=walker&limit=5');
    const cursor = `&cursor=${encodeURIComponent(body.nextCursor!)}`;
    assert.equal((await search(`q=walker&limit=5${cursor}`)).status, 200);
    assert.equal((await search(`q=walker&limit=5${cursor}`, anonymous, globex)).code, 'invalid_cursor');
    assert.equal((await search(`q=walkers&limit=5${cursor}`)).code, 'invalid_cursor');
    assert.equal((await search(`q=walker&limit=5${cursor}`, recruiter)).code, 'invalid_cursor');
    assert.equal((await search('q=walker&cursor=nonsense')).code, 'invalid_cursor');
  });

  for (const text of [
    '"',
    '*',
    'NEAR(',
    'a NEAR/2 b',
    ':',
    'headline:x OR 1=1',
    "';--",
    '(((',
    '\\',
    '%',
    '\u0000',
    '🦄',
    '-',
    '^x',
    '{}',
    'ﷺ',
  ]) {
    test(`${JSON.stringify(text)} in the search box is only text`, async () => {
      const { status } = await search(`q=${encodeURIComponent(text)}`);
      assert.equal(status, 200);
    });
  }

  const refusals: [query: string, code: string][] = [
    [`q=${'a'.repeat(501)}`, 'query_too_long'],
    [`q=${'long '.repeat(2000)}`, 'query_too_long'],
    ['limit=-1', 'invalid_input'],
    ['limit=0', 'invalid_input'],
    ['limit=51', 'invalid_input'],
    ['limit=1e1', 'invalid_input'],
    ['offset=-5', 'invalid_input'],
    ['rateMin=900&rateMax=100', 'invalid_input'],
    ['rateMin=1.5', 'invalid_input'],
    ['badge=gold', 'invalid_input'],
    ['country=germany', 'invalid_input'],
    ['timezone=Mars/Olympus', 'invalid_input'],
    ['overlapHours=4', 'invalid_input'],
    ['sort=random', 'invalid_input'],
    ['q=a&q=b', 'invalid_input'],
    ['__proto__=x', 'invalid_input'],
    [Array.from({ length: 21 }, (_, n) => `skill=s${n}`).join('&'), 'invalid_input'],
  ];
  for (const [query, code] of refusals) {
    test(`${query.slice(0, 40)} is refused as ${code}`, async () => {
      const answer = await search(query);
      assert.equal(answer.status, 422);
      assert.equal(answer.code, code);
    });
  }

  test('members of the tenant’s pools come first; another tenant’s pool finds nobody and is not shown', async () => {
    const nowMs = deps.clock.now();
    const weak = { freelancerIds: ['fr_weak'], addedBy: 'pe_rec' };
    await deps.database.transaction(async (trx) => {
      await createPool(trx, { id: 'tp_acme', tenantId: acme.id, name: 'Gardeners' }, nowMs);
      await createPool(trx, { id: 'tp_globex', tenantId: globex.id, name: 'Secret' }, nowMs);
      for (const poolId of ['tp_acme', 'tp_globex']) await fillPool(trx, { poolId, ...weak }, nowMs);
    });
    await talentSearch.index.refresh();
    const { body } = await search('q=gardener', recruiter);
    assert.equal(body.items[0]!.id, 'fr_weak');
    assert.deepEqual(body.items[0]!.pools, ['tp_acme']);
    assert.equal(body.items[0]!.why.signals[0], 'pool');
    assert.deepEqual(body.facets.pool, [{ value: 'tp_acme', label: 'Gardeners', count: 1, selected: false }]);
    assert.deepEqual(idsOf(await search('pool=tp_acme', recruiter)), ['fr_weak']);
    assert.deepEqual(idsOf(await search('pool=tp_globex', recruiter)), []);
    assert.deepEqual(idsOf(await search('pool=tp_none', recruiter)), []);
    assert.notEqual((await search('q=gardener', signedIn('pe_any'))).body.items[0]!.id, 'fr_weak');
    assert.equal((await search('q=gardener', recruiter, { ...acme, plan: 'basic' })).body.facets.pool, undefined);

    deps.clock.advance(1000);
    const doer = { actor: recruiter, requestId: 'req_1' };
    const leaving = { poolId: 'tp_acme', freelancerId: 'fr_weak' };
    await deps.database.transaction((trx) => endMember(trx, deps, doer, leaving));
    await talentSearch.index.refresh();
    assert.deepEqual(idsOf(await search('pool=tp_acme', recruiter)), []);
  });

  test('shared hours are those of nine to five in both places', async () => {
    const { body } = await search('q=gardener&timezone=America/New_York&overlapHours=2');
    // Six hours apart in November leaves two of eight.
    assert.ok(body.total > 0);
    assert.equal(body.facets.overlap!.find(({ value }) => value === '4')!.count, 0);
    assert.equal((await search('q=gardener&timezone=America/New_York&overlapHours=2.5')).body.total, 0);
  });

  test('a widget session needs the grant for search, and for each feature its own', async () => {
    assert.equal((await search('q=walker', inWidget(recruiter))).status, 403);
    const granted = inWidget(recruiter, { talentSearch: {} });
    assert.equal((await search('q=walker', granted)).status, 200);
    const compare = '/v1/talent/compare?id=fr_open&id=fr_inside';
    assert.equal((await app.as(granted).request('GET', compare)).status, 403);
    const mayCompare = inWidget(recruiter, { talentSearch: { compare: true } });
    assert.equal((await app.as(mayCompare).request('GET', compare)).status, 200);
  });

  test('compare shows in the order asked what may be seen, and 404 when that is nobody', async () => {
    const ask = async (query: string, actor: Actor = anonymous) => {
      const response = await app.as(actor).request('GET', `/v1/talent/compare?${query}`);
      const { items } = (await response.json()) as { items?: { id: string }[] };
      return { status: response.status, ids: items?.map(({ id }) => id) };
    };
    assert.deepEqual((await ask('id=fr_weak&id=fr_open')).ids, ['fr_weak', 'fr_open']);
    assert.deepEqual((await ask('id=fr_inside&id=fr_open')).ids, ['fr_open']);
    assert.deepEqual((await ask('id=fr_inside&id=fr_open', recruiter)).ids, ['fr_inside', 'fr_open']);
    assert.equal((await ask('id=fr_hidden&id=fr_none')).status, 404);
    assert.equal((await ask('id=fr_open')).status, 422);
    assert.equal((await ask('id=a&id=b&id=c&id=d&id=e')).status, 422);
  });

  test('suggestions name skills that visible people have', async () => {
    const response = await app.as().request('GET', '/v1/talent/suggestions?q=rea');
    const { skills } = (await response.json()) as { skills: { id: string; name: string }[] };
    assert.deepEqual(skills[0], { id: 'react', name: 'React' });
    const long = await app.as().request('GET', `/v1/talent/suggestions?q=${'x'.repeat(501)}`);
    assert.equal(long.status, 422);
  });

  test('labels are in the asker’s language', async () => {
    const response = await app
      .as()
      .request('GET', '/v1/talent/search?country=DE', undefined, { 'accept-language': 'de-AT' });
    const { facets } = (await response.json()) as TalentSearchResult;
    assert.equal(facets.country!.find(({ value }) => value === 'DE')!.label, 'Deutschland');
    const odd = await app
      .as()
      .request('GET', '/v1/talent/search', undefined, { 'accept-language': '*;q=x, --, \u0007' });
    assert.equal(odd.status, 200);
  });
});
