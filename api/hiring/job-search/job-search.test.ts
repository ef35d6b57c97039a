import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { anonymous } from '../../platform/auth/actor.ts';
import { ada, countsOf, type JobWorld, openJobWorld } from '../../testing/job-world.ts';
import { madeProposal } from '../../testing/made-proposals.ts';
import { acme } from '../../testing/slice-app.ts';
import type { JobSearchResult } from './schema.ts';

describe('job search', () => {
  let world: JobWorld;
  let app: JobWorld['app'];
  const ask = <T>(...asked: Parameters<JobWorld['ask']>) => world.ask<T>(...asked);
  const search: JobWorld['search'] = (...asked) => world.search(...asked);
  const found: JobWorld['found'] = (...asked) => world.found(...asked);
  before(async () => {
    world = await openJobWorld();
    app = world.app;
  });
  after(() => app.stop());

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
    assert.deepEqual(countsOf(facets.kind), { hourly: 1 });
    assert.deepEqual(countsOf(facets.rate), { '2000-': 1, '4000-': 1, '6000-': 1 });
    const all = await search('');
    assert.deepEqual(countsOf(all.facets.kind), { fixed: 2, hourly: 2 });
    assert.deepEqual(countsOf(all.facets.clientCountry), { DE: 5, US: 2 });
    assert.deepEqual(countsOf(all.facets.clientHires), { '1': 5 });
    assert.deepEqual(countsOf(all.facets.postedWithin), { '1': 5, '3': 6, '7': 6, '14': 6, '30': 7 });
    assert.deepEqual(countsOf(all.facets.budget), { '50000-99999': 1 });
    assert.equal(all.facets.reach, undefined);
    const chosen = (await search('clientCountry=US&postedWithinDays=1')).facets;
    assert.deepEqual(countsOf(chosen.clientCountry), { DE: 4, US: 1 });
    assert.deepEqual(countsOf(chosen.postedWithin), { '1': 1, '3': 2, '7': 2, '14': 2, '30': 2 });
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
      memberSince: new Date(world.nowMs).toISOString(),
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
    assert.deepEqual(seen.toSorted(), world.ids.toSorted());
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

  test('labels are in the asker’s language', async () => {
    const answer = await app
      .as(anonymous, null)
      .request('GET', '/v1/jobs/search?rateMin=6000', undefined, { 'accept-language': 'de-DE' });
    const { facets } = (await answer.json()) as JobSearchResult;
    assert.equal(facets.kind!.find(({ value }) => value === 'hourly')!.label, 'Nach Stunden');
    assert.match(facets.rate!.find(({ selected }) => selected)!.label, /^≥ 60\s\$\/Std\.$/u);
  });
});
