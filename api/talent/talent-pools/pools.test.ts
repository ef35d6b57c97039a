import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { inWidget, signedIn } from '../../testing/actors.ts';
import { poolsWorld } from '../../testing/pools-world.ts';
import { readMembershipChanges, readMemberships, readPools } from './read-for-search.ts';
import { readPoolMembership } from './read-membership.ts';
import type { PoolInviteAnswer, TalentPool, TalentPoolDetail } from './schema.ts';

const pools = '/v1/talent/pools';
const inPool = (pool: string, name: string) => `${pools}/${pool}/members/fr_${name}`;
const dayMs = 86_400_000;

describe('talent pools', () => {
  const world = poolsWorld();
  const { ask, refused, send, recruiter, freelancer, vetter, member } = world;
  const etagOf = async (path: string) => (await send(recruiter, 'acme', 'GET', path)).headers.get('etag')!;

  before(async () => {
    const names = ['ann', 'bob', 'cleo', 'dora', 'emil', 'fay', 'gus', 'hana'];
    await world.freelancers({
      ...Object.fromEntries(names.map((name) => [name, {}])),
      hidden: { visibility: 'private' },
      unclaimed: { personId: null },
    });
    await world.pool('pl_acme', 'acme');
    await world.pool('pl_globex', 'globex');
    await world.pool('pl_pro', null, ['ann']);
  });

  test('are those that the plan opens, and never another tenant’s', async () => {
    const seen = async (slug: string) => {
      const { items } = await ask<{ items: TalentPool[] }>(recruiter, slug, 'GET', pools);
      return items.map(({ id, owner }) => `${id} ${owner}`);
    };
    assert.deepEqual(await seen('fennec'), ['pl_pro installation']);
    assert.deepEqual(await seen('acme'), ['pl_acme tenant', 'pl_pro installation']);
    assert.deepEqual(await seen('globex'), ['pl_globex tenant', 'pl_pro installation']);
    assert.deepEqual(await refused(recruiter, 'globex', 'GET', `${pools}/pl_acme`), [404, 'not_found']);
    assert.deepEqual(await refused(recruiter, 'globex', 'GET', `${pools}/pl_none`), [404, 'not_found']);
  });

  test('are closed to a plan without them, on every path', async () => {
    for (const path of ['', '/pl_pro', '/pl_pro/members', '/pl_pro/members/fr_ann', '/pl_pro/timeline'])
      assert.deepEqual(await refused(recruiter, 'plain', 'GET', pools + path), [403, 'plan_does_not_include'], path);
    for (const slug of ['plain', 'fennec']) {
      const made = await refused(recruiter, slug, 'POST', pools, { name: 'Mine' });
      assert.deepEqual(made, [403, 'plan_does_not_include']);
    }
  });

  test('are made, renamed and put away; a name in use is taken, a stale page is told so', async () => {
    const made = await ask<TalentPoolDetail>(recruiter, 'acme', 'POST', pools, { name: 'Welders' });
    const path = `${pools}/${made.id}`;
    assert.deepEqual([made.state, made.mayEdit, made.owners.map(({ id }) => id)], ['active', true, ['pe_recruiter']]);
    assert.deepEqual(await refused(recruiter, 'acme', 'POST', pools, { name: 'welders' }), [409, 'pool_name_taken']);
    assert.deepEqual(await refused(recruiter, 'acme', 'PATCH', path, { name: 'X' }), [428, 'if_match_required']);
    const etag = await etagOf(path);
    await ask(recruiter, 'acme', 'PATCH', path, { name: 'Pipe welders', criteria: 'EN ISO 9606' }, etag);
    assert.deepEqual(await refused(recruiter, 'acme', 'PATCH', path, { name: 'Y' }, etag), [412, 'changed_meanwhile']);
    const card = {
      entries: [{ role: 'Welder', skillId: null, level: 'expert', rate: { amountMinor: 7500, currency: 'USD' } }],
    };
    await ask(recruiter, 'acme', 'PUT', `${path}/rate-card`, card, await etagOf(path));
    const now = await world.details(recruiter, 'acme', made.id);
    assert.deepEqual([now.name, now.criteria, now.rateCard[0]?.role], ['Pipe welders', 'EN ISO 9606', 'Welder']);
    await ask(recruiter, 'acme', 'POST', `${path}/archive`, {});
    const usable = await readPools(world.deps().database.db, tenantScope(world.tenant('acme').id), {
      plan: 'enterprise',
    });
    assert.ok(!usable.some(({ id }) => id === made.id));
    const invite = { freelancerIds: ['fr_bob'] };
    assert.deepEqual(await refused(recruiter, 'acme', 'POST', `${path}/invitations`, invite), [
      409,
      'talent_pool_archived',
    ]);
    assert.deepEqual(await refused(recruiter, 'acme', 'POST', `${path}/archive`, {}), [409, 'talent_pool_archived']);
    await ask(recruiter, 'acme', 'POST', `${path}/restoration`);
  });

  test('that only owners edit are closed to others who hire, not to admins', async () => {
    const manager = member('hiringManager');
    const made = await ask<TalentPoolDetail>(manager, 'acme', 'POST', pools, { name: 'Ours', editing: 'owners' });
    const archive = `${pools}/${made.id}/archive`;
    assert.equal((await refused(recruiter, 'acme', 'POST', archive, {}))[0], 403);
    await ask(member('accountAdmin'), 'acme', 'POST', archive, {});
    const strangers = { name: 'Theirs', ownerIds: ['pe_stranger'] };
    assert.deepEqual(await refused(manager, 'acme', 'POST', pools, strangers), [422, 'unknown_owner']);
  });

  test('are changed by those alone who keep them', async () => {
    const table: [string, Parameters<typeof send>[0], string, string, number][] = [
      ['nobody signed in', world.nobody, 'acme', 'pl_acme', 401],
      ['a stranger', signedIn('pe_stranger'), 'acme', 'pl_acme', 403],
      ['a viewer', member('viewer'), 'acme', 'pl_acme', 403],
      ['an auditor', member('auditor'), 'acme', 'pl_acme', 403],
      ['a recruiter at the installation’s pool', recruiter, 'acme', 'pl_pro', 403],
      ['the vetting desk at a tenant’s pool', vetter, 'acme', 'pl_acme', 404],
      ['another desk of the operator', { ...vetter, operatorRoles: ['mediator'] }, 'acme', 'pl_pro', 403],
      ['another tenant’s recruiter', recruiter, 'globex', 'pl_acme', 404],
      ['a widget', world.widget('recruiter', 'read', 'note', 'offer'), 'acme', 'pl_acme', 403],
    ];
    for (const [who, actor, slug, pool, status] of table) {
      const invited = await refused(actor, slug, 'POST', `${pools}/${pool}/invitations`, { freelancerIds: ['fr_bob'] });
      assert.equal(invited[0], status, `invited by ${who}`);
      for (const method of ['PUT', 'DELETE'])
        assert.equal((await refused(actor, slug, method, inPool(pool, 'ann')))[0], status, `${method} by ${who}`);
    }
    assert.equal((await readMemberships(world.deps().database.db, ['fr_bob'])).size, 0);
  });

  test('hold nobody who was only invited; whoever accepts is told about and counts', async () => {
    const { db } = world.deps().database;
    const freelancerIds = ['fr_bob', 'fr_hidden', 'fr_unclaimed', 'fr_none'];
    const answer = await ask<PoolInviteAnswer>(recruiter, 'acme', 'POST', `${pools}/pl_acme/invitations`, {
      freelancerIds,
    });
    assert.deepEqual(
      answer.items.map(({ outcome }) => outcome),
      ['invited', 'notAvailable', 'notClaimed', 'notAvailable'],
    );
    assert.equal((await readMemberships(db, ['fr_bob'])).size, 0);
    assert.deepEqual((await world.members(recruiter, 'acme', 'pl_acme')).items, []);
    await ask(freelancer('bob'), null, 'POST', '/v1/freelancers/me/pools/pl_acme/acceptance');
    assert.deepEqual([...(await readMemberships(db, ['fr_bob']))], [['fr_bob', ['pl_acme']]]);
    assert.deepEqual(await world.toldTo('pe_bob'), ['pool.invited']);
    assert.deepEqual(await world.toldTo('pe_recruiter'), ['pool.accepted']);
    const again = await refused(freelancer('bob'), null, 'POST', '/v1/freelancers/me/pools/pl_acme/acceptance');
    assert.deepEqual(again, [409, 'pool_member_active']);
    const changes = await readMembershipChanges(db, 0);
    assert.ok(changes.some(({ freelancerId, state }) => freelancerId === 'fr_bob' && state === 'active'));
    const { items } = await ask<PoolInviteAnswer>(recruiter, 'acme', 'POST', `${pools}/pl_acme/invitations`, {
      freelancerIds: ['fr_bob'],
    });
    assert.deepEqual(items, [{ freelancerId: 'fr_bob', outcome: 'alreadyMember' }]);
  });

  test('take a no for an answer, and no answer in time for none', async () => {
    const invitations = `${pools}/pl_acme/invitations`;
    await ask(recruiter, 'acme', 'POST', invitations, { freelancerIds: ['fr_cleo', 'fr_dora'] });
    await ask(freelancer('cleo'), null, 'POST', '/v1/freelancers/me/pools/pl_acme/decline', { reason: 'Too far' });
    world.deps().clock.advance(14 * dayMs - 1000);
    await world.deps().jobs.runDue();
    assert.equal((await world.one(recruiter, 'acme', 'pl_acme', 'dora')).state, 'invited');
    world.deps().clock.advance(30 * 60_000);
    await world.deps().jobs.runDue();
    assert.equal((await world.one(recruiter, 'acme', 'pl_acme', 'dora')).state, 'expired');
    const late = await refused(freelancer('dora'), null, 'POST', '/v1/freelancers/me/pools/pl_acme/acceptance');
    assert.deepEqual(late, [409, 'pool_member_expired']);
    const again = await ask<PoolInviteAnswer>(recruiter, 'acme', 'POST', invitations, {
      freelancerIds: ['fr_cleo', 'fr_dora'],
    });
    assert.deepEqual(
      again.items.map(({ outcome }) => outcome),
      ['declinedBefore', 'invited'],
    );
  });

  test('take nobody in by hand who has not agreed or worked with the company', async () => {
    const hand = (name: string, pool = 'pl_acme') => refused(recruiter, 'acme', 'PUT', inPool(pool, name));
    assert.deepEqual(await hand('emil'), [409, 'consent_required']);
    await world.contract('globex', 'emil', 10);
    assert.deepEqual(await hand('emil'), [409, 'consent_required'], 'worked with another company');
    await world.contract('acme', 'emil', 10);
    assert.deepEqual(await hand('emil'), [204, '']);
    assert.deepEqual(await hand('hidden'), [404, 'not_found']);
    await ask(freelancer('emil'), null, 'POST', '/v1/freelancers/me/pools/pl_acme/leave', {});
    assert.deepEqual(await hand('emil'), [409, 'consent_required'], 'who left is asked again');
    assert.deepEqual(await refused(vetter, 'acme', 'PUT', inPool('pl_pro', 'emil')), [409, 'consent_required']);
  });

  test('of a first contract take in whoever starts one, tell them, and never bring back who left', async () => {
    const made = await ask<TalentPoolDetail>(recruiter, 'globex', 'POST', pools, {
      name: 'Worked with us',
      admitsFirstContract: true,
    });
    await world.contract('globex', 'fay', 10);
    await world.deps().jobs.runDue();
    const placed = await world.one(recruiter, 'globex', made.id, 'fay');
    assert.deepEqual([placed.state, placed.admittedBy], ['active', 'firstContract']);
    assert.deepEqual(await world.toldTo('pe_fay'), ['pool.admitted']);
    await ask(freelancer('fay'), null, 'POST', `/v1/freelancers/me/pools/${made.id}/leave`, { reason: 'No more' });
    await world.contract('globex', 'fay', 10);
    await world.deps().jobs.runDue();
    assert.equal((await world.one(recruiter, 'globex', made.id, 'fay')).state, 'left');
    assert.equal((await readMemberships(world.deps().database.db, ['fr_fay'])).size, 0);
  });

  test('suspend, resume, take out and end by date; each with its own 409 in the wrong state', async () => {
    await world.pool('pl_moves', 'acme', ['gus', 'hana']);
    const path = inPool('pl_moves', 'gus');
    await ask(recruiter, 'acme', 'POST', `${path}/suspension`, { reason: 'Late twice' });
    assert.equal((await readMemberships(world.deps().database.db, ['fr_gus'])).size, 0, 'ranks nowhere');
    const twice = await refused(recruiter, 'acme', 'POST', `${path}/suspension`, { reason: 'Again' });
    assert.deepEqual(twice, [409, 'pool_member_suspended']);
    await ask(recruiter, 'acme', 'POST', `${path}/resumption`);
    const many = { freelancerIds: ['fr_gus', 'fr_hana', 'fr_ann'], action: 'resume' };
    const { items } = await ask<{ items: { outcome: string }[] }>(
      recruiter,
      'acme',
      'POST',
      `${pools}/pl_moves/members/changes`,
      many,
    );
    assert.deepEqual(
      items.map(({ outcome }) => outcome),
      ['refused', 'refused', 'notMember'],
    );
    await ask(recruiter, 'acme', 'DELETE', path);
    assert.equal((await world.one(recruiter, 'acme', 'pl_moves', 'gus')).state, 'removed');
    const until = new Date(world.deps().clock.now() + 20 * dayMs).toISOString().slice(0, 10);
    await ask(recruiter, 'acme', 'POST', `${pools}/pl_moves/invitations`, {
      freelancerIds: ['fr_gus'],
      expiresOn: until,
    });
    await ask(freelancer('gus'), null, 'POST', '/v1/freelancers/me/pools/pl_moves/acceptance');
    world.deps().clock.advance(21 * dayMs);
    await world.deps().jobs.runDue();
    assert.equal((await world.one(recruiter, 'acme', 'pl_moves', 'gus')).state, 'expired');
    const { items: moves } = await ask<{ items: { move: string }[] }>(recruiter, 'acme', 'GET', `${path}/timeline`);
    assert.deepEqual(
      moves.map(({ move }) => move),
      ['suspend', 'resume', 'remove', 'invite', 'accept', 'expire'],
    );
    const kept = await readPoolMembership(world.deps().database.db, tenantScope(world.tenant('acme').id), ['fr_gus']);
    assert.deepEqual(
      kept.get('fr_gus')?.map(({ poolId, state }) => [poolId, state]),
      [['pl_moves', 'expired']],
    );
  });

  test('are named to a widget that searches or writes posts, and opened to one that was granted them', async () => {
    const viewer = signedIn('pe_viewer', ['viewer']);
    const status = async (grants: Parameters<typeof inWidget>[1], path: string) =>
      (await send(inWidget(viewer, grants), 'acme', 'GET', pools + path)).status;
    for (const widget of ['talentSearch', 'jobPost'] as const) {
      assert.equal(await status({ [widget]: {} }, ''), 200);
      assert.equal(await status({ [widget]: {} }, '/pl_acme/members'), 403);
    }
    assert.equal(await status({ messages: {} }, ''), 403);
    for (const path of ['', '/pl_acme', '/pl_acme/members', '/pl_acme/members/fr_bob'])
      assert.equal(await status({ talentPool: { read: true } }, path), 200, path);
  });

  test('of the installation are the vetting desk’s to make and describe', async () => {
    const desk = '/v1/operator/talent-pools';
    assert.equal((await refused(recruiter, null, 'GET', desk))[0], 403);
    const made = await ask<TalentPoolDetail>(vetter, null, 'POST', desk, { name: 'Finance', criteria: 'CPA or ACCA' });
    const etag = (await send(vetter, null, 'GET', `${desk}/${made.id}`)).headers.get('etag')!;
    await ask(vetter, null, 'PATCH', `${desk}/${made.id}`, { description: 'Month ends and audits' }, etag);
    const shown = await world.details(member('hiringManager'), 'fennec', made.id);
    assert.deepEqual([shown.description, shown.mayEdit, shown.isKept], ['Month ends and audits', false, false]);
  });
});
