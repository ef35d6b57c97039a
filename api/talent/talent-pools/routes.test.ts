import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Actor, anonymous, type OperatorRole } from '../../platform/auth/actor.ts';
import type { RequestTenant } from '../../platform/http/environment.ts';
import { inWidget, signedIn } from '../../testing/actors.ts';
import { madeFreelancer } from '../../testing/made-freelancers.ts';
import { acme, sliceApp, testDeps } from '../../testing/slice-app.ts';
import { insertFreelancers } from '../freelancers/insert-freelancers.ts';
import { createPool } from './change-pools.ts';
import { readMembershipChanges, readMemberships } from './read-for-search.ts';
import { talentPoolRoutes } from './routes.ts';
import type { TalentPool } from './schema.ts';

const globex: RequestTenant = { id: 'tn_globex', slug: 'globex', plan: 'enterprise' };
const recruiter = signedIn('pe_recruiter', ['recruiter']);
const operator = (role: OperatorRole) => ({ ...signedIn(`pe_${role}`), operatorRoles: [role] });

describe('talent pools', () => {
  let deps: Awaited<ReturnType<typeof testDeps>>;
  let app: ReturnType<typeof sliceApp>;

  before(async () => {
    deps = await testDeps();
    const nowMs = deps.clock.now();
    await deps.database.transaction(async (trx) => {
      await insertFreelancers(trx, [
        madeFreelancer(nowMs, { id: 'fr_ann' }),
        madeFreelancer(nowMs, { id: 'fr_bob', visibility: 'signedIn' }),
        madeFreelancer(nowMs, { id: 'fr_hidden', visibility: 'private' }),
      ]);
      await createPool(trx, { id: 'tp_acme', tenantId: acme.id, name: 'Bench' }, nowMs);
      await createPool(trx, { id: 'tp_globex', tenantId: globex.id, name: 'Alumni' }, nowMs);
      await createPool(trx, { id: 'tp_vetted', tenantId: null, name: 'Vetted' }, nowMs);
    });
    app = sliceApp(talentPoolRoutes(deps));
  });
  after(() => deps.database.close());

  async function poolsOf(actor: Actor, tenant: RequestTenant): Promise<TalentPool[]> {
    const answer = await app.as(actor, tenant).request('GET', '/v1/talent/pools');
    assert.equal(answer.status, 200);
    return ((await answer.json()) as { items: TalentPool[] }).items;
  }
  async function change(method: 'PUT' | 'DELETE', pool: string, freelancer: string, actor: Actor, tenant = acme) {
    const path = `/v1/talent/pools/${pool}/members/${freelancer}`;
    return (await app.as(actor, tenant).request(method, path)).status;
  }
  const countOf = async (id: string) => (await poolsOf(recruiter, acme)).find((pool) => pool.id === id)?.memberCount;

  test('are those that the plan opens, and never another tenant’s', async () => {
    const seen = async (plan: RequestTenant['plan']) =>
      (await poolsOf(recruiter, { ...acme, plan })).map(({ id, owner }) => [id, owner]);
    assert.deepEqual(await seen('basic'), []);
    assert.deepEqual(await seen('pro'), [['tp_vetted', 'installation']]);
    assert.deepEqual(await seen('enterprise'), [
      ['tp_acme', 'tenant'],
      ['tp_vetted', 'installation'],
    ]);
    assert.deepEqual(
      (await poolsOf(recruiter, globex)).map(({ id }) => id),
      ['tp_globex', 'tp_vetted'],
    );
  });

  test('say what the asker may edit', async () => {
    const editable = async (actor: Actor) =>
      (await poolsOf(actor, acme)).filter(({ mayEdit }) => mayEdit).map(({ id }) => id);
    assert.deepEqual(await editable(recruiter), ['tp_acme']);
    assert.deepEqual(await editable(signedIn('pe_viewer', ['viewer'])), []);
    assert.deepEqual(await editable(operator('vetter')), ['tp_vetted']);
  });

  test('take somebody in once and out again', async () => {
    for (const expected of [204, 204]) assert.equal(await change('PUT', 'tp_acme', 'fr_ann', recruiter), expected);
    assert.equal(await change('PUT', 'tp_acme', 'fr_bob', recruiter), 204);
    assert.equal(await countOf('tp_acme'), 2);
    assert.equal(await countOf('tp_vetted'), 0);

    for (const expected of [204, 204]) assert.equal(await change('DELETE', 'tp_acme', 'fr_ann', recruiter), expected);
    assert.equal(await countOf('tp_acme'), 1);
    assert.deepEqual([...(await readMemberships(deps.database.db, ['fr_ann', 'fr_bob']))], [['fr_bob', ['tp_acme']]]);

    assert.equal(await change('PUT', 'tp_acme', 'fr_ann', recruiter), 204);
    assert.equal(await countOf('tp_acme'), 2);
  });

  test('tell every node who came and who went', async () => {
    deps.clock.advance(60_000);
    const sinceMs = deps.clock.now();
    assert.equal(await change('PUT', 'tp_vetted', 'fr_ann', operator('vetter')), 204);
    deps.clock.advance(1000);
    assert.equal(await change('DELETE', 'tp_vetted', 'fr_ann', operator('vetter')), 204);
    assert.deepEqual(await readMembershipChanges(deps.database.db, sinceMs), [
      { poolId: 'tp_vetted', freelancerId: 'fr_ann', updatedAt: sinceMs + 1000, removedAt: sinceMs + 1000 },
    ]);
  });

  test('are changed by those alone who keep them', async () => {
    const viewer = signedIn('pe_viewer', ['viewer']);
    const table: [string, Actor, RequestTenant, string, number][] = [
      ['nobody signed in', anonymous, acme, 'tp_acme', 401],
      ['a stranger', signedIn('pe_stranger'), acme, 'tp_acme', 403],
      ['a member who does not hire', viewer, acme, 'tp_acme', 403],
      ['a recruiter at the installation’s pool', recruiter, acme, 'tp_vetted', 403],
      ['the vetting desk at a tenant’s pool', operator('vetter'), acme, 'tp_acme', 403],
      ['another desk of the operator', operator('mediator'), acme, 'tp_vetted', 403],
      ['another tenant’s recruiter', recruiter, globex, 'tp_acme', 404],
      ['a tenant whose plan has no own pools', recruiter, { ...acme, plan: 'pro' }, 'tp_acme', 404],
      ['a recruiter at no pool', recruiter, acme, 'tp_none', 404],
    ];
    const before = await readMemberships(deps.database.db, ['fr_ann', 'fr_bob']);
    for (const [who, actor, tenant, pool, status] of table) {
      for (const method of ['PUT', 'DELETE'] as const) {
        assert.equal(await change(method, pool, 'fr_bob', actor, tenant), status, `${method} by ${who}`);
      }
    }
    assert.deepEqual(await readMemberships(deps.database.db, ['fr_ann', 'fr_bob']), before);
  });

  test('take in nobody who cannot be seen', async () => {
    for (const id of ['fr_hidden', 'fr_nobody']) assert.equal(await change('PUT', 'tp_acme', id, recruiter), 404);
    assert.equal((await readMemberships(deps.database.db, ['fr_hidden', 'fr_nobody'])).size, 0);
  });

  test('are seen from a widget only where it was granted talent search', async () => {
    const statusFor = async (actor: Actor) => (await app.as(actor, acme).request('GET', '/v1/talent/pools')).status;
    assert.equal(await statusFor(inWidget(recruiter, { talentSearch: {} })), 200);
    assert.equal(await statusFor(inWidget(recruiter, { messages: {} })), 403);
    assert.equal(await statusFor(anonymous), 401);
    assert.equal(await statusFor(signedIn('pe_stranger')), 403);
  });
});
