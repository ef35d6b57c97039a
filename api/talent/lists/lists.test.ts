import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '../../platform/auth/actor.ts';
import { anonymous } from '../../platform/auth/actor.ts';
import type { RequestTenant } from '../../platform/http/environment.ts';
import { inWidget, signedIn } from '../../testing/actors.ts';
import { madeFreelancer } from '../../testing/made-freelancers.ts';
import { acme, sliceApp, testDeps } from '../../testing/slice-app.ts';
import { insertFreelancers } from '../freelancers/insert-freelancers.ts';
import { readSavedAmong } from './read-saved.ts';
import { talentListRoutes } from './routes.ts';
import type { TalentList, TalentListDetail } from './schema.ts';

const globex: RequestTenant = { id: 'tn_globex', slug: 'globex', plan: 'enterprise' };
const recruiter = signedIn('pe_rec', ['recruiter']);
const manager = signedIn('pe_man', ['hiringManager']);

describe('talent lists', () => {
  let deps: Awaited<ReturnType<typeof testDeps>>;
  let app: ReturnType<typeof sliceApp>;

  before(async () => {
    deps = await testDeps();
    const nowMs = deps.clock.now();
    await deps.database.transaction((trx) =>
      insertFreelancers(trx, [
        madeFreelancer(nowMs, { id: 'fr_1', name: 'One' }),
        madeFreelancer(nowMs, { id: 'fr_2', name: 'Two' }),
        madeFreelancer(nowMs, { id: 'fr_hidden', visibility: 'private' }),
      ]),
    );
    app = sliceApp(talentListRoutes(deps));
  });
  after(() => deps.database.close());

  async function ask(
    actor: Actor,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
    tenant = acme,
  ) {
    const response = await app.as(actor, tenant).request(method, `/v1/talent/${path}`, body, headers);
    const text = await response.text();
    return { status: response.status, etag: response.headers.get('etag'), body: text ? JSON.parse(text) : undefined };
  }
  const make = async (actor: Actor, name: string, shared = true): Promise<TalentList & { etag: string }> => {
    const { status, body, etag } = await ask(actor, 'POST', 'lists', { name, shared });
    assert.equal(status, 201);
    return { ...body, etag };
  };
  const savedOf = async (personId: string) => {
    const saved = await readSavedAmong(deps.database.db, { tenantId: acme.id } as never, personId, ['fr_1', 'fr_2']);
    return [...saved].sort();
  };

  test('a repeated Idempotency-Key makes one list, for its own person and body only', async () => {
    const key = { 'idempotency-key': 'a click' };
    const first = await ask(recruiter, 'POST', 'lists', { name: 'Once' }, key);
    const again = await ask(recruiter, 'POST', 'lists', { name: 'Once' }, key);
    assert.equal(first.status, 201);
    assert.deepEqual(again, first);
    assert.equal((await ask(recruiter, 'POST', 'lists', { name: 'Other' }, key)).body.code, 'idempotency_key_reused');
    const colleague = await ask(manager, 'POST', 'lists', { name: 'Once' }, key);
    assert.equal(colleague.status, 201);
    assert.notEqual(colleague.body.id, first.body.id);
    for (const { actor, id } of [
      { actor: recruiter, id: first.body.id },
      { actor: manager, id: colleague.body.id },
    ]) {
      assert.equal((await ask(actor, 'DELETE', `lists/${id}`)).status, 204);
    }
  });

  test('saving makes the member’s own list once, also when two clicks race', async () => {
    const saves = ['fr_1', 'fr_2', 'fr_1'].map((id) => ask(recruiter, 'PUT', `saved/${id}`));
    assert.deepEqual(
      (await Promise.all(saves)).map(({ status }) => status),
      [204, 204, 204],
    );
    assert.deepEqual(await savedOf('pe_rec'), ['fr_1', 'fr_2']);
    assert.deepEqual(await savedOf('pe_man'), []);
    const { body } = await ask(recruiter, 'GET', 'lists');
    const own = body.items.filter(({ isDefault }: TalentList) => isDefault);
    assert.equal(own.length, 1);
    assert.equal(own[0].itemCount, 2);
    assert.equal((await ask(recruiter, 'DELETE', 'saved/fr_1')).status, 204);
    assert.equal((await ask(recruiter, 'DELETE', 'saved/fr_1')).status, 204);
    assert.deepEqual(await savedOf('pe_rec'), ['fr_2']);
    assert.equal((await ask(recruiter, 'DELETE', `lists/${own[0].id}`)).body.code, 'default_list');
  });

  test('nobody who cannot be seen can be saved', async () => {
    assert.equal((await ask(recruiter, 'PUT', 'saved/fr_hidden')).status, 404);
    assert.equal((await ask(recruiter, 'PUT', 'saved/fr_none')).status, 404);
  });

  test('a shared list is everybody’s of the tenant, with notes; an own one is its maker’s', async () => {
    const shared = await make(recruiter, 'Autumn hires');
    const own = await make(recruiter, 'Mine', false);
    assert.equal((await ask(manager, 'PUT', `lists/${shared.id}/items/fr_1`, { note: 'call her' })).status, 200);
    assert.equal((await ask(recruiter, 'PUT', `lists/${shared.id}/items/fr_1`)).body.note, 'call her');
    assert.equal(
      (await ask(recruiter, 'PUT', `lists/${shared.id}/items/fr_1`, { note: 'called' })).body.note,
      'called',
    );
    const detail: TalentListDetail = (await ask(manager, 'GET', `lists/${shared.id}`)).body;
    assert.deepEqual(
      detail.items.map(({ freelancerId, freelancer }) => [freelancerId, freelancer?.name]),
      [['fr_1', 'One']],
    );
    assert.equal((await ask(manager, 'GET', `lists/${own.id}`)).status, 404);
    const auditor = signedIn('pe_aud', ['auditor']);
    assert.equal((await ask(auditor, 'GET', `lists/${own.id}`)).body.mayEdit, false);
    assert.equal((await ask(manager, 'DELETE', `lists/${shared.id}/items/fr_1`)).status, 204);
    assert.equal((await ask(manager, 'GET', `lists/${shared.id}`)).body.items.length, 0);
  });

  test('viewers and auditors read and change nothing; freelancers and strangers see nothing', async () => {
    const { id, etag } = await make(recruiter, 'Look, do not touch');
    for (const actor of [signedIn('pe_view', ['viewer']), signedIn('pe_aud', ['auditor'])]) {
      assert.equal((await ask(actor, 'GET', `lists/${id}`)).status, 200);
      assert.equal((await ask(actor, 'POST', 'lists', { name: 'x' })).status, 403);
      assert.equal((await ask(actor, 'PATCH', `lists/${id}`, { name: 'x' }, { 'if-match': etag })).status, 403);
      assert.equal((await ask(actor, 'PUT', `lists/${id}/items/fr_1`)).status, 403);
      assert.equal((await ask(actor, 'DELETE', `lists/${id}`)).status, 403);
      assert.equal((await ask(actor, 'PUT', 'saved/fr_1')).status, 403);
    }
    assert.equal((await ask(signedIn('pe_free'), 'GET', 'lists')).status, 403);
    assert.equal((await ask(anonymous, 'GET', 'lists')).status, 401);
    assert.equal((await ask(inWidget(recruiter, { talentSearch: {} }), 'PUT', 'saved/fr_1')).status, 403);
    assert.equal((await ask(inWidget(recruiter, { talentSearch: { save: true } }), 'PUT', 'saved/fr_1')).status, 204);
  });

  test('another tenant’s list answers exactly like one that does not exist', async () => {
    const { id, etag } = await make(recruiter, 'Ours');
    for (const [method, path, body] of [
      ['GET', ''],
      ['PATCH', '', { name: 'Theirs' }],
      ['DELETE', ''],
      ['PUT', '/items/fr_1', {}],
      ['DELETE', '/items/fr_1'],
    ] as const) {
      const theirs = await ask(recruiter, method, `lists/${id}${path}`, body, { 'if-match': etag }, globex);
      const missing = await ask(recruiter, method, `lists/tl_none${path}`, body, { 'if-match': etag }, globex);
      assert.equal(theirs.status, 404);
      assert.deepEqual(theirs.body, missing.body);
    }
    assert.equal((await ask(recruiter, 'GET', `lists/${id}`)).body.name, 'Ours');
  });

  test('renaming needs the ETag that was read', async () => {
    const { id, etag } = await make(recruiter, 'First');
    assert.equal((await ask(manager, 'PATCH', `lists/${id}`, { name: 'Second' })).status, 428);
    const renamed = await ask(manager, 'PATCH', `lists/${id}`, { name: 'Second' }, { 'if-match': etag });
    assert.equal(renamed.body.name, 'Second');
    assert.equal((await ask(recruiter, 'PATCH', `lists/${id}`, { name: 'Third' }, { 'if-match': etag })).status, 412);
    assert.equal(
      (await ask(manager, 'PATCH', `lists/${id}`, { shared: false }, { 'if-match': renamed.etag! })).status,
      403,
    );
    assert.equal((await ask(recruiter, 'DELETE', `lists/${id}`)).status, 204);
    assert.equal((await ask(recruiter, 'GET', `lists/${id}`)).status, 404);
  });

  test('who deletes a list may put it back once within a day, as it was; nobody else can', async () => {
    const { id } = await make(recruiter, 'Gone by mistake');
    await ask(recruiter, 'PUT', `lists/${id}/items/fr_1`, { note: 'call her' });
    const before = await ask(recruiter, 'GET', `lists/${id}`);
    assert.equal((await ask(recruiter, 'DELETE', `lists/${id}`)).status, 204);
    assert.equal((await ask(manager, 'POST', `lists/${id}/restoration`)).status, 404);
    assert.equal((await ask(recruiter, 'POST', `lists/${id}/restoration`, undefined, {}, globex)).status, 404);
    const back = await ask(recruiter, 'POST', `lists/${id}/restoration`);
    assert.deepEqual([back.status, back.body.itemCount, back.etag], [200, 1, before.etag]);
    assert.deepEqual(await ask(recruiter, 'GET', `lists/${id}`), before);
    assert.equal((await ask(recruiter, 'POST', `lists/${id}/restoration`)).status, 404);
  });

  test('a name that is empty, too long or beside unknown fields is refused', async () => {
    for (const body of [{ name: ' ' }, { name: 'x'.repeat(81) }, { name: 'x', color: 'red' }, {}]) {
      assert.equal((await ask(recruiter, 'POST', 'lists', body)).status, 422);
    }
  });
});
