import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Actor, anonymous } from '../../platform/auth/actor.ts';
import { insertFreelancers } from '../../talent/freelancers/insert-freelancers.ts';
import { inWidget, signedIn } from '../../testing/actors.ts';
import { freelancing, globex, type JobSearchApp, openJobSearchApp } from '../../testing/job-search-app.ts';
import { madeFreelancer } from '../../testing/made-freelancers.ts';
import { madeJobPost } from '../../testing/made-job-posts.ts';
import { madeInvitation, madeProposal } from '../../testing/made-proposals.ts';
import { acme } from '../../testing/slice-app.ts';
import type { SavedJobs } from '../job-marks/schema.ts';
import type { Job, JobFacetValue, JobFeed, JobSearchResult } from './schema.ts';

const hourMs = 3_600_000;
const ada = freelancing('fr_ada');

describe('job search', () => {
  let app: JobSearchApp;
  let nowMs: number;
  const titles: Record<string, string> = {};

  before(async () => {
    app = await openJobSearchApp();
    nowMs = app.deps.clock.now();
    await app.deps.database.transaction((trx) =>
      insertFreelancers(trx, [
        madeFreelancer(nowMs, {
          id: 'fr_ada',
          personId: 'pe_fr_ada',
          skills: ['react', 'typescript'],
          categoryId: 'web-development',
          rateMinor: 5000,
          engagement: 'hourly',
          hoursPerWeek: 20,
        }),
        madeFreelancer(nowMs, { id: 'fr_blank' }),
      ]),
    );
    const posts = [
      post('Shop front', { skills: ['react', 'css'], ...fixed(80_000), experienceLevel: 'expert', hired: 3 }),
      post('Shop back', { skills: ['react', 'typescript'], ...hourly(3000, 6000), weeklyHours: 20, ...web }),
      post('Cheap shop', { skills: ['react'], ...hourly(500, 1000), weeklyHours: 40, ...web }),
      post('Euro shop', { skills: ['react'], ...fixed(80_000), budgetCurrency: 'EUR' }),
      post('Logo', {
        skills: ['figma'],
        tenantId: globex.id,
        publishedAt: nowMs - 40 * hourMs,
        duration: '1To3Months',
      }),
      post('Ship it from France', { skills: ['typescript'], countries: ['FR'], tenantId: globex.id }),
      post('Long ago', {
        skills: ['sql'],
        publishedAt: nowMs - 20 * 24 * hourMs,
        description: 'Rows **and** columns.',
      }),
    ];
    await app.db.insertInto('jobPosts').values(posts).execute();
    await app.jobSearch.start();
  });
  after(() => app.stop());

  type Made = Partial<Parameters<typeof madeJobPost>[1]>;
  const web: Made = { categoryId: 'web-development' };
  const fixed = (minor: number): Made => ({ budgetKind: 'fixed', budgetMinMinor: minor, budgetMaxMinor: minor });
  const hourly = (min: number, max: number): Made => ({
    budgetKind: 'hourly',
    budgetMinMinor: min,
    budgetMaxMinor: max,
  });
  function post(title: string, made: Made = {}) {
    const id = `jp_${title.toLowerCase().replaceAll(' ', '')}`;
    titles[id] = title;
    return madeJobPost(nowMs, { id, tenantId: acme.id, title, ...made });
  }

  async function ask<T>(actor: Actor, path: string, method = 'GET', body?: unknown) {
    const answer = await app.as(actor, null).request(method, `/v1/jobs${path}`, body);
    const text = await answer.text();
    return { status: answer.status, body: (text ? JSON.parse(text) : undefined) as T & { code?: string } };
  }
  const search = async (query: string, actor: Actor = anonymous) =>
    (await ask<JobSearchResult>(actor, `/search?${query}`)).body;
  const found = async (query: string, actor: Actor = anonymous) =>
    (await search(query, actor)).items.map(({ title }) => title).sort();
  const counts = (values: JobFacetValue[] | undefined) =>
    Object.fromEntries((values ?? []).filter(({ count }) => count > 0).map(({ value, count }) => [value, count]));

  const filtered: [query: string, titles: string[]][] = [
    ['kind=hourly', ['Cheap shop', 'Shop back']],
    ['kind=hourly&kind=fixed&q=shop', ['Cheap shop', 'Euro shop', 'Shop back', 'Shop front']],
    // Amounts in another currency do not compare.
    ['budgetMin=50000', ['Shop front']],
    ['budgetMin=80000&budgetMax=80000', ['Shop front']],
    ['budgetMax=79999', []],
    // Ranges that have a rate in common.
    ['rateMin=6000', ['Shop back']],
    ['rateMin=6001', []],
    ['rateMax=500', ['Cheap shop']],
    ['rateMin=900&rateMax=3000', ['Cheap shop', 'Shop back']],
    ['skill=react&skill=typescript', ['Shop back']],
    ['skill=figma&skill=typescript&skillMatch=any', ['Logo', 'Ship it from France', 'Shop back']],
    ['category=web-development', ['Cheap shop', 'Shop back']],
    ['level=expert', ['Shop front']],
    ['duration=1To3Months', ['Logo']],
    ['weeklyHoursMax=20', ['Shop back']],
    ['weeklyHoursMin=21', ['Cheap shop']],
    ['clientCountry=US', ['Logo', 'Ship it from France']],
    ['clientHiresMin=3&kind=hourly', ['Cheap shop', 'Shop back']],
    ['clientHiresMin=4', []],
    ['connectsMax=2', ['Cheap shop']],
    ['postedWithinDays=1&clientCountry=US', ['Ship it from France']],
    ['postedWithinDays=2&clientCountry=US', ['Logo', 'Ship it from France']],
    ['openTo=DE&clientCountry=US', ['Logo']],
    ['openTo=FR&clientCountry=US', ['Logo', 'Ship it from France']],
    ['proposals=5-9', []],
    ['reach=invited', []],
    ['q=columns', ['Long ago']],
    ['q=tipescript', ['Ship it from France', 'Shop back']],
  ];
  for (const [query, wanted] of filtered) {
    test(`${query} finds ${wanted.join(', ') || 'nothing'}`, async () => {
      assert.deepEqual(await found(query), wanted);
    });
  }

  test('a facet counts as if its own filter were not there, and under all others', async () => {
    const { facets } = await search('kind=hourly&rateMin=6000&postedWithinDays=1');
    assert.deepEqual(counts(facets.kind), { hourly: 1 });
    assert.deepEqual(counts(facets.rate), { '2000-': 1, '4000-': 1, '6000-': 1 });
    const all = await search('');
    assert.deepEqual(counts(all.facets.kind), { fixed: 2, hourly: 2 });
    assert.deepEqual(counts(all.facets.clientCountry), { DE: 5, US: 2 });
    assert.deepEqual(counts(all.facets.clientHires), { '1': 5 });
    assert.deepEqual(counts(all.facets.postedWithin), { '1': 5, '3': 6, '7': 6, '14': 6, '30': 7 });
    assert.deepEqual(counts(all.facets.budget), { '50000-99999': 1 });
    assert.equal(all.facets.reach, undefined);
    const chosen = (await search('clientCountry=US&postedWithinDays=1')).facets;
    assert.deepEqual(counts(chosen.clientCountry), { DE: 4, US: 1 });
    assert.deepEqual(counts(chosen.postedWithin), { '1': 1, '3': 2, '7': 2, '14': 2, '30': 2 });
    assert.equal(chosen.postedWithin!.find(({ selected }) => selected)?.value, '1');
  });

  test('a hit names its client, price and reasons, and marks the words', async () => {
    const { items } = await search('q=shop%20front');
    const [hit] = items;
    assert.equal(hit!.title, 'Shop front');
    assert.deepEqual(hit!.client, {
      id: acme.id,
      name: 'acme',
      logoUrl: null,
      country: 'DE',
      memberSince: new Date(nowMs).toISOString(),
      posts: 5,
      hires: 3,
    });
    assert.deepEqual(hit!.connects, { price: 8, free: null });
    assert.ok(hit!.why.fields.includes('title'));
    assert.ok(hit!.why.signals.includes('clientHires'));
    const [title] = hit!.highlights;
    assert.deepEqual(
      title!.ranges.map(([start, end]) => title!.text.slice(start, end)),
      ['Shop', 'front'],
    );
    const { items: plain } = await search('q=columns');
    assert.equal(plain[0]!.excerpt, 'Rows and columns.');
  });

  test('sorts: newest by publishing, budget and rate from the top with the other kind after', async () => {
    const order = async (sort: string) => (await search(`sort=${sort}`)).items.map(({ title }) => title);
    assert.deepEqual((await order('newest')).slice(-2), ['Logo', 'Long ago']);
    assert.equal((await order('budget'))[0], 'Shop front');
    assert.deepEqual((await order('rate')).slice(0, 2), ['Shop back', 'Cheap shop']);
  });

  test('pages follow each other without gaps, and only for the same question', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const more: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: JobSearchResult = await search(`limit=2${more}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    assert.deepEqual(seen.toSorted(), Object.keys(titles).sort());
    const { nextCursor } = await search('limit=2');
    const path = `/search?q=shop&cursor=${encodeURIComponent(nextCursor!)}`;
    assert.equal((await ask(anonymous, path)).body.code, 'invalid_cursor');
    assert.equal((await ask(ada, `/search?limit=2&cursor=${encodeURIComponent(nextCursor!)}`)).status, 400);
  });

  for (const query of [
    'kind=weekly',
    'budgetMin=2&budgetMax=1',
    'budgetMin=-1',
    'limit=0',
    'reach=mine',
    'x=1',
    'q=a&q=b',
  ])
    test(`${query} is refused`, async () => {
      const { status, body } = await ask(anonymous, `/search?${query}`);
      assert.deepEqual([status, body.code], [422, 'invalid_input']);
    });

  test('a long text is refused by name', async () => {
    const { status, body } = await ask(anonymous, `/search?q=${'a'.repeat(501)}`);
    assert.deepEqual([status, body.code], [422, 'query_too_long']);
  });

  test('the feed puts first what fits most, says why, and leaves out what has nothing in common', async () => {
    const { body } = await ask<JobFeed>(ada, '/feed');
    const [best] = body.items;
    assert.equal(best!.title, 'Shop back');
    assert.deepEqual(best!.why.signals, [
      'skills',
      'category',
      'rate',
      'kind',
      'hours',
      'new',
      'fewProposals',
      'clientHires',
    ]);
    assert.deepEqual(
      best!.skills.map(({ id, mine }) => [id, mine]),
      [
        ['react', true],
        ['typescript', true],
      ],
    );
    const shown = body.items.map(({ title }) => title).sort();
    assert.deepEqual(shown, ['Cheap shop', 'Euro shop', 'Shop back', 'Shop front']);
    assert.ok(!body.items.find(({ title }) => title === 'Cheap shop')!.why.signals.includes('rate'));
    assert.deepEqual(body.profile, { hasSkills: true, hasCategory: true, hasRate: true });
  });

  test('a profile that says nothing is fed everything it may take', async () => {
    const { body } = await ask<JobFeed>(freelancing('fr_blank'), '/feed');
    assert.equal(body.items.length, 6);
    assert.deepEqual(body.profile, { hasSkills: false, hasCategory: false, hasRate: false });
  });

  test('the feed is for freelancers at the portal', async () => {
    assert.equal((await ask(anonymous, '/feed')).status, 401);
    assert.equal((await ask(signedIn('pe_any'), '/feed')).body.code, 'no_freelancer_account');
    assert.equal((await ask(inWidget(ada), '/feed')).status, 403);
  });

  test('a post hidden with a reason leaves searches and the feed, and comes back', async () => {
    assert.equal((await ask(ada, '/jp_cheapshop/hidden', 'PUT', { reason: 'budgetTooLow' })).status, 204);
    assert.ok(!(await found('q=shop', ada)).includes('Cheap shop'));
    assert.ok((await found('q=shop')).includes('Cheap shop'));
    const { items } = await search('q=shop&includeHidden=true', ada);
    const hidden = items.find(({ title }) => title === 'Cheap shop');
    assert.deepEqual(hidden?.marks, { saved: false, hidden: 'budgetTooLow' });
    assert.equal((await ask(ada, '/jp_cheapshop/hidden', 'DELETE')).status, 204);
    assert.ok((await found('q=shop', ada)).includes('Cheap shop'));
    assert.equal((await ask(ada, '/jp_cheapshop/hidden', 'PUT', { reason: 'ugly' })).status, 422);
  });

  test('saved posts are listed last saved first; those that ended are counted, not shown', async () => {
    for (const id of ['jp_logo', 'jp_shopback', 'jp_longago']) {
      app.deps.clock.advance(1000);
      assert.equal((await ask(ada, `/${id}/saved`, 'PUT')).status, 204);
    }
    await app.db.updateTable('jobPosts').set({ state: 'paused' }).where('id', '=', 'jp_longago').execute();
    const { body } = await ask<SavedJobs>(ada, '/saved?limit=1');
    assert.deepEqual([body.items.map(({ title }) => title), body.goneCount], [['Shop back'], 1]);
    const next = await ask<SavedJobs>(ada, `/saved?limit=1&cursor=${encodeURIComponent(body.nextCursor!)}`);
    assert.deepEqual([next.body.items[0]!.title, next.body.nextCursor], ['Logo', null]);
    assert.equal(next.body.items[0]!.marks.saved, true);
    await app.db.updateTable('jobPosts').set({ state: 'open' }).where('id', '=', 'jp_longago').execute();
    assert.equal((await ask(ada, '/jp_logo/saved', 'DELETE')).status, 204);
    assert.deepEqual((await ask<SavedJobs>(ada, '/saved')).body.items.length, 2);
    assert.deepEqual((await ask<SavedJobs>(freelancing('fr_blank'), '/saved')).body.items, []);
  });

  test('nobody marks what they cannot see', async () => {
    for (const id of ['jp_none', 'nonsense', 'jp_x%27']) {
      assert.equal((await ask(ada, `/${id}/saved`, 'PUT')).status, 404, id);
      assert.equal((await ask(ada, `/${id}/hidden`, 'PUT', { reason: 'other' })).status, 404, id);
    }
    assert.equal((await ask(signedIn('pe_any'), '/jp_logo/saved', 'PUT')).status, 403);
  });

  test('a post paused a moment ago is found by nobody, though the index has not looked yet', async () => {
    app.deps.clock.advance(1000);
    const at = app.deps.clock.now();
    const change = { state: 'paused' as const, revision: 2, updatedAt: at };
    await app.db.updateTable('jobPosts').set(change).where('id', '=', 'jp_logo').execute();
    const { items, total } = await search('q=logo');
    assert.deepEqual([items, total], [[], 0]);
    assert.equal((await ask(anonymous, '/jp_logo')).status, 404);
    app.deps.clock.advance(1000);
    await app.db
      .updateTable('jobPosts')
      .set({ state: 'open', revision: 3, updatedAt: app.deps.clock.now() })
      .where('id', '=', 'jp_logo')
      .execute();
    await app.jobSearch.index.refresh();
    assert.deepEqual(await found('q=logo'), ['Logo']);
  });

  test('proposals are counted in ranges, as they come and go', async () => {
    const range = async () => (await search('q=front')).items[0]!.proposals;
    assert.equal(await range(), '0-4');
    app.deps.clock.advance(1000);
    const between = { tenantId: acme.id, jobPostId: 'jp_shopfront' };
    const rows = Array.from({ length: 5 }, (_, n) =>
      madeProposal(app.deps.clock.now(), { id: `pr_${n}`, freelancerId: `fr_${n}`, ...between }),
    );
    await app.db.insertInto('proposals').values(rows).execute();
    await app.jobSearch.index.refresh();
    assert.equal(await range(), '5-9');
    assert.deepEqual(await found('proposals=5-9'), ['Shop front']);
    app.deps.clock.advance(1000);
    await app.db
      .updateTable('proposals')
      .set({ state: 'withdrawn', revision: 2, updatedAt: app.deps.clock.now() })
      .where('id', '=', 'pr_0')
      .execute();
    await app.jobSearch.index.refresh();
    assert.deepEqual(await found('proposals=5-9'), []);
  });

  test('an invitation opens a post to the invited, free of connects and first in their feed', async () => {
    app.deps.clock.advance(1000);
    const at = app.deps.clock.now();
    await app.db
      .insertInto('jobPosts')
      .values(madeJobPost(at, { id: 'jp_secret', tenantId: globex.id, title: 'Secret', visibility: 'invitedOnly' }))
      .execute();
    await app.jobSearch.index.refresh();
    assert.equal((await ask(ada, '/jp_secret')).status, 404);
    const between = { tenantId: globex.id, jobPostId: 'jp_secret', freelancerId: 'fr_ada' };
    await app.db
      .insertInto('invitations')
      .values(madeInvitation(at, { id: 'iv_1', ...between }))
      .execute();
    const { body } = await ask<Job>(ada, '/jp_secret');
    assert.deepEqual(
      [body.reach, body.connects, body.invitationId, body.proposalId],
      [['invited'], { price: 0, free: 'invited' }, 'iv_1', null],
    );
    assert.deepEqual(body.description.content, [
      { kind: 'paragraph', content: [{ kind: 'text', text: 'We need somebody who has done this before.' }] },
    ]);
    const feed = await ask<JobFeed>(ada, '/feed');
    assert.equal(feed.body.items[0]!.id, 'jp_secret');
    assert.equal(feed.body.items[0]!.why.signals[0], 'invited');
    assert.deepEqual(counts((await search('', ada)).facets.reach), { invited: 1 });
    assert.deepEqual(await found('reach=invited', ada), ['Secret']);
    assert.equal((await ask(freelancing('fr_blank'), '/jp_secret')).status, 404);
    await app.db.updateTable('invitations').set({ state: 'withdrawn' }).where('id', '=', 'iv_1').execute();
    assert.equal((await ask(ada, '/jp_secret')).status, 404);
    assert.deepEqual(await found('reach=invited', ada), []);
  });

  test('labels are in the asker’s language', async () => {
    const answer = await app
      .as(anonymous, null)
      .request('GET', '/v1/jobs/search?rateMin=6000', undefined, { 'accept-language': 'de-DE' });
    const { facets } = (await answer.json()) as JobSearchResult;
    assert.equal(facets.kind!.find(({ value }) => value === 'hourly')!.label, 'Nach Stunden');
    assert.match(facets.rate!.find(({ selected }) => selected)!.label, /^≥ 60\s\$\/Std\.$/u);
  });
});
