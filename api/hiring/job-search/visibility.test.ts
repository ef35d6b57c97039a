import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { type Actor, anonymous } from '../../platform/auth/actor.ts';
import type { RequestTenant } from '../../platform/http/environment.ts';
import { insertFreelancers } from '../../talent/freelancers/insert-freelancers.ts';
import { createPool, fillPool } from '../../talent/talent-pools/change-pools.ts';
import { signedIn } from '../../testing/actors.ts';
import { freelancing, globex, type JobSearchApp, openJobSearchApp } from '../../testing/job-search-app.ts';
import { madeFreelancer } from '../../testing/made-freelancers.ts';
import { madeJobPost } from '../../testing/made-job-posts.ts';
import { madeInvitation, madeProposal } from '../../testing/made-proposals.ts';
import { acme } from '../../testing/slice-app.ts';
import { experienceLevels, jobPostStates, visibilities } from '../job-posts/job-post.ts';
import type { Job, JobFeed, JobSearchResult, JobSuggestions } from './schema.ts';

const skills = ['react', 'python', 'figma', 'sql'];
const poolIds = ['tp_1', 'tp_2', 'tp_3'];
const freelancers = ['fr_0', 'fr_1', 'fr_2'];
const tenants = [acme, globex];
const titles = ['Garden shop', 'Garden app', 'Logo', 'Ledger'];
const countries = ['DE', 'FR'];

const worlds = fc.record({
  posts: fc.array(
    fc.record({
      tenant: fc.constantFrom(...tenants),
      state: fc.oneof({ weight: 5, arbitrary: fc.constant('open' as const) }, fc.constantFrom(...jobPostStates)),
      visibility: fc.constantFrom(...visibilities),
      poolIds: fc.uniqueArray(fc.constantFrom(...poolIds), { maxLength: 2 }),
      skills: fc.uniqueArray(fc.constantFrom(...skills), { maxLength: 3 }),
      title: fc.constantFrom(...titles),
      level: fc.constantFrom(null, ...experienceLevels),
      countries: fc.uniqueArray(fc.constantFrom(...countries), { maxLength: 1 }),
    }),
    { minLength: 1, maxLength: 25 },
  ),
  memberships: fc.uniqueArray(fc.tuple(fc.constantFrom(...poolIds), fc.constantFrom(...freelancers)), {
    selector: String,
  }),
  invitations: fc.uniqueArray(
    fc.tuple(fc.nat(24), fc.constantFrom(...freelancers), fc.constantFrom('sent', 'accepted', 'declined', 'withdrawn')),
    { selector: ([post, freelancer]) => `${post} ${freelancer}` },
  ),
  proposals: fc.uniqueArray(fc.tuple(fc.nat(24), fc.constantFrom(...freelancers)), { selector: String }),
  hidden: fc.uniqueArray(fc.tuple(fc.nat(24), fc.constantFrom(...freelancers)), { selector: String }),
});
type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never;

const askers: readonly { actor: Actor; freelancerId: string | null }[] = [
  { actor: anonymous, freelancerId: null },
  { actor: signedIn('pe_any'), freelancerId: null },
  ...freelancers.map((id) => ({ actor: freelancing(id), freelancerId: id })),
];
const addresses: readonly (RequestTenant | null)[] = [null, ...tenants];

/** The rule, in the plainest code there is. */
function visibleTo(world: World, { actor, freelancerId }: (typeof askers)[number], address: RequestTenant | null) {
  const isInvited = (post: number) =>
    world.invitations.some(
      ([at, to, state]) => at === post && to === freelancerId && (state === 'sent' || state === 'accepted'),
    );
  const isMember = (pool: string) => world.memberships.some(([id, member]) => id === pool && member === freelancerId);
  return world.posts.flatMap((post, at) => {
    if (post.state !== 'open' || (address && post.tenant.id !== address.id)) return [];
    const sees = {
      public: true,
      signedIn: actor.kind === 'person',
      invitedOnly: isInvited(at),
      poolOnly: isInvited(at) || post.poolIds.some(isMember),
    }[post.visibility];
    return sees ? [at] : [];
  });
}

describe('who sees which posts', () => {
  let app: JobSearchApp;
  let nowMs: number;
  before(async () => {
    app = await openJobSearchApp();
    nowMs = app.deps.clock.now();
    await app.jobSearch.start();
    await app.deps.database.transaction((trx) =>
      insertFreelancers(
        trx,
        freelancers.map((id) => madeFreelancer(nowMs, { id, country: 'DE', skills: ['react', 'sql'] })),
      ),
    );
    for (const id of poolIds) await createPool(app.db, { id, tenantId: acme.id, name: id }, nowMs);
  });
  after(() => app.stop());

  async function build(world: World): Promise<void> {
    const { db } = app;
    for (const table of ['jobPosts', 'talentPoolMembers', 'invitations', 'proposals', 'jobMarks'] as const)
      await db.deleteFrom(table).execute();
    const rows = world.posts.map(({ tenant, level, ...post }, at) =>
      madeJobPost(nowMs, { ...post, id: `jp_${at}`, tenantId: tenant.id, experienceLevel: level }),
    );
    await db.insertInto('jobPosts').values(rows).execute();
    const between = (at: number, freelancerId: string) => ({
      tenantId: world.posts[at]!.tenant.id,
      jobPostId: `jp_${at}`,
      freelancerId,
    });
    const isThere = ([at]: readonly [number, ...unknown[]]) => at < world.posts.length;
    for (const [poolId, freelancerId] of world.memberships)
      await fillPool(db, { poolId, freelancerIds: [freelancerId], addedBy: 'pe_owner' }, nowMs);
    for (const [at, freelancerId, state] of world.invitations.filter(isThere)) {
      const id = `iv_${at}${freelancerId}`;
      await db
        .insertInto('invitations')
        .values(madeInvitation(nowMs, { id, state, ...between(at, freelancerId) }))
        .execute();
    }
    for (const [at, freelancerId] of world.proposals.filter(isThere)) {
      await db
        .insertInto('proposals')
        .values(madeProposal(nowMs, { id: `pr_${at}${freelancerId}`, ...between(at, freelancerId) }))
        .execute();
    }
    for (const [at, freelancerId] of world.hidden.filter(isThere)) {
      const mark = { savedAt: null, hiddenAt: nowMs, hideReason: 'other' as const };
      await db
        .insertInto('jobMarks')
        .values({ freelancerId, jobPostId: `jp_${at}`, ...mark })
        .execute();
    }
    await app.jobSearch.index.build();
  }

  async function get<T>(actor: Actor, address: RequestTenant | null, path: string) {
    const response = await app.as(actor, address).request('GET', path);
    return { status: response.status, body: (await response.json()) as T };
  }

  test('searches, counts, suggestions, the feed and single posts agree with the rule in every world', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        await build(world);
        for (const asker of askers) {
          for (const address of addresses) await check(world, asker, address);
        }
      }),
      { numRuns: 12 },
    );
  });

  async function check(world: World, asker: (typeof askers)[number], address: RequestTenant | null) {
    const { actor, freelancerId } = asker;
    const visible = visibleTo(world, asker, address);
    const hides = (at: number) => world.hidden.some(([post, by]) => post === at && by === freelancerId);
    const shown = visible.filter((at) => !hides(at));
    const ids = (posts: readonly number[]) => posts.map((at) => `jp_${at}`).sort();

    const { body: found } = await get<JobSearchResult>(actor, address, '/v1/jobs/search?limit=50');
    assert.deepEqual(found.items.map(({ id }) => id).sort(), ids(shown));
    assert.equal(found.total, shown.length);
    for (const { value, count } of found.facets.level!) {
      assert.equal(count, shown.filter((at) => world.posts[at]!.level === value).length, `level ${value}`);
    }
    for (const { value, count } of found.facets.skill!) {
      assert.equal(count, shown.filter((at) => world.posts[at]!.skills.includes(value)).length, `skill ${value}`);
    }
    const { body: withHidden } = await get<JobSearchResult>(
      actor,
      address,
      '/v1/jobs/search?includeHidden=true&limit=50',
    );
    assert.deepEqual(withHidden.items.map(({ id }) => id).sort(), ids(visible));
    const { body: byWord } = await get<JobSearchResult>(
      actor,
      address,
      '/v1/jobs/search?q=garden&limit=50&facets=false',
    );
    assert.deepEqual(
      byWord.items.map(({ id }) => id).sort(),
      ids(shown.filter((at) => world.posts[at]!.title.startsWith('Garden'))),
    );

    const { body: suggested } = await get<JobSuggestions>(actor, address, '/v1/jobs/suggestions?q=garden');
    const titlesSeen = new Set(visible.map((at) => world.posts[at]!.title));
    assert.deepEqual(
      suggested.queries.toSorted(),
      ['Garden app', 'Garden shop'].filter((title) => titlesSeen.has(title)),
    );

    for (const at of world.posts.keys()) {
      const { status } = await get<Job>(actor, address, `/v1/jobs/jp_${at}`);
      assert.equal(status, visible.includes(at) ? 200 : 404, `jp_${at}`);
    }

    if (freelancerId === null) return;
    const { body: feed } = await get<JobFeed>(actor, address, '/v1/jobs/feed?limit=50');
    const proposed = (at: number) => world.proposals.some(([post, by]) => post === at && by === freelancerId);
    const touches = (at: number) => {
      const post = world.posts[at]!;
      const invited = world.invitations.some(
        ([one, to, state]) => one === at && to === freelancerId && (state === 'sent' || state === 'accepted'),
      );
      const pooled =
        post.visibility === 'poolOnly' &&
        world.memberships.some(([id, member]) => member === freelancerId && post.poolIds.includes(id));
      return invited || pooled || post.skills.some((skill) => skill === 'react' || skill === 'sql');
    };
    const fits = (at: number) => {
      const limits = world.posts[at]!.countries;
      return limits.length === 0 || limits.includes('DE');
    };
    const wanted = shown.filter((at) => !proposed(at) && fits(at) && touches(at));
    assert.deepEqual(feed.items.map(({ id }) => id).sort(), ids(wanted));
  }
});
