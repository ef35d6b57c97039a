import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { Deps } from '../../deps.ts';
import { madeJobPost } from '../../testing/made-job-posts.ts';
import { testDeps } from '../../testing/slice-app.ts';
import { type GuidanceQuery, quantile, readGuidance } from './guidance.ts';
import { insertPosts } from './store.ts';

const query: GuidanceQuery = { categoryId: 'web-development', kind: 'fixed', currency: 'USD' };
const dayMs = 86_400_000;

describe('budget guidance', () => {
  let deps: Deps;
  before(async () => {
    deps = await testDeps();
  });
  after(() => deps.database.close());

  let made = 0;
  const add = (amounts: readonly number[], more: Partial<Parameters<typeof madeJobPost>[1]> = {}, ageMs = 0) =>
    insertPosts(
      deps.database.db,
      amounts.map((amount) =>
        madeJobPost(deps.clock.now() - ageMs, {
          id: `jp_${made++}`,
          tenantId: `tn_${made % 3}`,
          categoryId: 'web-development',
          budgetKind: 'fixed',
          budgetMinMinor: amount,
          budgetMaxMinor: amount,
          budgetCurrency: 'USD',
          experienceLevel: 'expert',
          skills: ['react'],
          ...more,
        }),
      ),
    );
  const ask = (more: Partial<GuidanceQuery> = {}) =>
    readGuidance(deps.database.db, deps.clock.now(), { ...query, ...more }, 5);

  test('is hidden under five, and says how many of all clients together compare from then on', async () => {
    await add([10_000, 20_000, 30_000, 40_000]);
    assert.deepEqual(await ask(), { n: 4, hidden: true });
    await add([50_000]);
    assert.deepEqual(await ask(), { n: 5, currency: 'USD', p25: 20_000, median: 30_000, p75: 40_000 });
  });

  test('only what compares counts: category, kind, currency, level, a skill in common, twelve months, not removed', async () => {
    await add([1, 1], { categoryId: 'legal' });
    await add([1, 1], { budgetKind: 'hourly' });
    await add([1, 1], { budgetCurrency: 'EUR' });
    await add([1, 1], { state: 'removed' });
    await add([1, 1], { publishedAt: null, state: 'draft' });
    await add([1, 1], {}, 366 * dayMs);
    assert.equal((await ask()).n, 5);
    await add([70_000, 80_000], { experienceLevel: 'entry', skills: ['vue-js'] });
    assert.equal((await ask()).n, 7);
    assert.equal((await ask({ level: 'expert' })).n, 5);
    assert.equal((await ask({ skill: ['react', 'figma'] })).n, 5);
    assert.deepEqual(await ask({ skill: ['vue-js'] }), { n: 2, hidden: true });
  });

  test('an hourly range counts by its middle', async () => {
    await add([2000, 2000, 2000, 2000, 2000], { budgetKind: 'hourly', budgetMaxMinor: 4000, categoryId: 'writing' });
    assert.deepEqual(await ask({ categoryId: 'writing', kind: 'hourly' }), {
      ...{ n: 5, currency: 'USD' },
      ...{ p25: 3000, median: 3000, p75: 3000 },
    });
  });
});

test('a quantile lies among the amounts, and a larger share is no smaller amount', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(amounts, (given) => {
      const sorted = given.toSorted((one, other) => one - other);
      const [p25, median, p75] = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share));
      assert.ok(sorted[0]! <= p25! && p25! <= median! && median! <= p75! && p75! <= sorted.at(-1)!);
    }),
  );
});
