import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Deps } from '../../deps.ts';
import { inWidget, signedIn } from '../../testing/actors.ts';
import { acme, sliceApp, type TestPorts, testDeps } from '../../testing/slice-app.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import type { Actor } from '../auth/actor.ts';
import type { RequestTenant } from '../http/environment.ts';
import { z } from '../http/routes.ts';
import { tenantScope } from '../tenants/tenant-scope.ts';
import { definePolicy } from './policy.ts';
import { readPolicy } from './read-policy.ts';
import { policyRoutes } from './routes.ts';
import type { PolicyBody } from './schema.ts';

const shopPolicy = definePolicy({
  name: 'shop',
  schema: z.strictObject({ openDays: z.int().min(1).max(365), feeBasisPoints: z.int().min(0).max(10_000) }),
  defaults: { openDays: 30, feeBasisPoints: 500 },
  byTenant: ['openDays'],
});
const approvalPolicy = definePolicy({
  name: 'paid',
  schema: z.strictObject({ limit: z.int() }),
  defaults: { limit: 1 },
  byTenant: ['limit'],
  feature: 'approvals',
});
const hidden = definePolicy({
  name: 'inner',
  schema: z.strictObject({ a: z.int() }),
  defaults: { a: 1 },
  byTenant: [],
});

const globex: RequestTenant = { id: 'tn_globex', slug: 'globex', plan: 'basic' };
const owner = signedIn('pe_owner', ['owner']);
const operator: Actor = { ...signedIn('pe_op'), operatorRoles: ['operatorAdmin'] };

let deps: Deps & TestPorts;
let app: ReturnType<typeof sliceApp>;
before(async () => {
  deps = await testDeps();
  app = sliceApp(policyRoutes(deps, [shopPolicy, approvalPolicy, hidden]));
});
after(() => deps.database.close());
beforeEach(() => deps.database.db.deleteFrom('policies').execute());

async function ask(actor: Actor, method: string, path: string, settings?: unknown, etag?: string, tenant = acme) {
  const answer = await app
    .as(actor, tenant)
    .request(method, `/v1/${path}`, settings && { settings }, etag ? { 'if-match': etag } : {});
  const body = await answer.json();
  return {
    status: answer.status,
    ...(body as PolicyBody & { code: string; items: PolicyBody[]; errors: { pointer: string }[] }),
  };
}
const shopOf = async (tenant = acme) =>
  (await ask(owner, 'GET', 'tenant/policies', undefined, undefined, tenant)).items.find(({ name }) => name === 'shop')!;
const effective = (tenant = acme) => readPolicy(deps.database.db, tenantScope(tenant.id), shopPolicy);

describe('policies', () => {
  test('a tenant sets what it may, and only for itself', async () => {
    const { etag, bounds, changeable } = await shopOf();
    assert.deepEqual(changeable, ['openDays']);
    assert.deepEqual(Object.keys((bounds as { properties: object }).properties), ['openDays']);
    const saved = await ask(owner, 'PUT', 'tenant/policies/shop', { openDays: 7 }, etag);
    assert.deepEqual([saved.status, saved.settings, saved.own], [200, { openDays: 7 }, { openDays: 7 }]);
    assert.deepEqual(await effective(), { openDays: 7, feeBasisPoints: 500 });
    assert.deepEqual(await effective(globex), { openDays: 30, feeBasisPoints: 500 });
  });

  test('the installation’s setting holds for tenants until they set their own, and again when they let it go', async () => {
    const { etag } = await ask(operator, 'GET', 'operator/policies/shop');
    const changed = await ask(operator, 'PUT', 'operator/policies/shop', { openDays: 20, feeBasisPoints: 100 }, etag);
    assert.equal(changed.status, 200);
    assert.deepEqual((await shopOf()).inherited, { openDays: 20 });
    const own = await ask(owner, 'PUT', 'tenant/policies/shop', { openDays: 7 }, (await shopOf()).etag);
    assert.deepEqual(await effective(), { openDays: 7, feeBasisPoints: 100 });
    await ask(owner, 'PUT', 'tenant/policies/shop', {}, own.etag);
    assert.deepEqual(await effective(), { openDays: 20, feeBasisPoints: 100 });
  });

  for (const [name, settings, code, pointer] of [
    ['what only the operator sets', { feeBasisPoints: 0 }, 'setting_not_yours', '/settings/feeBasisPoints'],
    ['what does not exist', { openDay: 3 }, 'setting_not_yours', '/settings/openDay'],
    ['a prototype as a setting', JSON.parse('{"__proto__":{"openDays":1}}'), undefined, undefined],
    ['a number out of bounds', { openDays: 0 }, 'setting_refused', '/settings/openDays'],
    ['a number as text', { openDays: '7' }, 'setting_refused', '/settings/openDays'],
  ] as const) {
    test(`${name} is refused by field, and nothing changes`, async () => {
      const { etag } = await shopOf();
      const answer = await ask(owner, 'PUT', 'tenant/policies/shop', settings, etag);
      if (code) assert.deepEqual([answer.status, answer.code, answer.errors[0]?.pointer], [422, code, pointer]);
      assert.deepEqual(await effective(), { openDays: 30, feeBasisPoints: 500 });
    });
  }

  test('of two who change the same, one is told to read again', async () => {
    const { etag } = await shopOf();
    assert.equal((await ask(owner, 'PUT', 'tenant/policies/shop', { openDays: 7 })).status, 428);
    // The first setting of all is an insert, later ones are updates.
    for (const round of [1, 2]) {
      const { etag: read } = await shopOf();
      const answers = await Promise.all(
        [7, 8, 9].map((openDays) => ask(owner, 'PUT', 'tenant/policies/shop', { openDays: openDays * round }, read)),
      );
      assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 412, 412]);
    }
    const late = await ask(owner, 'PUT', 'tenant/policies/shop', { openDays: 5 }, etag);
    assert.deepEqual([late.status, late.code], [412, 'changed_meanwhile']);
  });

  test('a plan without the feature shows the policy and takes no change', async () => {
    const paid = (await ask(owner, 'GET', 'tenant/policies', undefined, undefined, globex)).items.find(
      ({ name }) => name === 'paid',
    )!;
    assert.equal(paid.needsPlan, true);
    const answer = await ask(owner, 'PUT', 'tenant/policies/paid', { limit: 2 }, paid.etag, globex);
    assert.deepEqual([answer.status, answer.code], [403, 'plan_lacks_feature']);
  });

  test('tenants see nothing of policies that are not theirs to set', async () => {
    const { items } = await ask(owner, 'GET', 'tenant/policies');
    assert.deepEqual(
      items.map(({ name }) => name),
      ['shop', 'paid'],
    );
    assert.equal((await ask(owner, 'PUT', 'tenant/policies/inner', { a: 2 }, '"x"')).status, 404);
    assert.equal((await ask(operator, 'GET', 'operator/policies')).items.length, 3);
  });

  test('only owners and account admins set, at the portal; only the operator sets the installation’s', async () => {
    for (const actor of [
      signedIn('pe_fin', ['financeAdmin']),
      signedIn('pe_hm', ['hiringManager']),
      signedIn('pe_aud', ['auditor']),
      inWidget(owner, { jobPost: { publish: true } }),
    ]) {
      assert.equal((await ask(actor, 'PUT', 'tenant/policies/shop', { openDays: 1 }, '"x"')).status, 403);
    }
    for (const actor of [owner, { ...signedIn('pe_sup'), operatorRoles: ['support'] } as Actor])
      assert.equal((await ask(actor, 'PUT', 'operator/policies/shop', { openDays: 1 }, '"x"')).status, 403);
  });

  test('each change stands in the audit log with what was before', async () => {
    await ask(owner, 'PUT', 'tenant/policies/shop', { openDays: 7 }, (await shopOf()).etag);
    await ask(owner, 'PUT', 'tenant/policies/shop', { openDays: 8 }, (await shopOf()).etag);
    const entries = await deps.database.db.selectFrom('auditEntries').selectAll().orderBy('sequence', 'desc').execute();
    const last = entries.find(({ tenantId }) => tenantId === acme.id)!;
    assert.equal(last.action, 'policy.changed');
    assert.deepEqual(JSON.parse(last.details), { before: { openDays: 7 }, after: { openDays: 8 } });
    assert.equal((await verifyAudit(deps.database.db, tenantScope(acme.id))).ok, true);
    assert.equal((await verifyAudit(deps.database.db, tenantScope(''))).ok, true);
  });
});
