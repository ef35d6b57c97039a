import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createApp } from '../../app.ts';
import type { MemberRole, Person } from '../../platform/auth/actor.ts';
import { createTenant } from '../../platform/tenants/create-tenant.ts';
import { readPlan } from '../../platform/tenants/read-plan.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { confirmed, signedIn } from '../../testing/actors.ts';
import { saveTestCard } from '../../testing/payments-world.ts';
import { refusal } from '../../testing/proposals-world.ts';
import { sliceApp, type TestPorts, testImpure } from '../../testing/slice-app.ts';
import { proveLedger } from '../ledger/prove-ledger.ts';
import { readSum } from '../ledger/read-ledger.ts';
import type { SandboxCard } from '../payments/sandbox/cards.ts';
import { subscriptionPurpose } from './charge-subscription.ts';
import { subscriptionRoutes } from './routes.ts';
import type { Subscribed, TenantPlan } from './schema.ts';
import { periodEnd } from './subscription.ts';
import { subscriptionPurposeOf } from './subscription-purpose.ts';

const dayMs = 86_400_000;

test('the 31st comes back after a shorter month', () => {
  const anchor = Date.parse('2027-01-31T10:00:00Z');
  const days = [1, 2, 3, 12, 13].map((months) => new Date(periodEnd(anchor, months)).toISOString().slice(0, 10));
  assert.deepEqual(days, ['2027-02-28', '2027-03-31', '2027-04-30', '2028-01-31', '2028-02-29']);
});

describe('a plan that is paid for', () => {
  let app: ReturnType<typeof createApp>;
  let clock: TestPorts['clock'];
  let http: ReturnType<typeof sliceApp>;
  let made = 0;
  let keys = 0;

  before(async () => {
    const impure = await testImpure();
    clock = impure.clock;
    app = createApp(impure);
    const purposes = { [subscriptionPurpose]: subscriptionPurposeOf(app.deps) };
    http = sliceApp(subscriptionRoutes({ ...app.deps, ...app.identity, purposes }));
  });
  after(() => app.deps.database.close());

  async function tenant(card: SandboxCard = 'sandbox_card_success') {
    const slug = `t${++made}`;
    const { deps } = app;
    const id = await deps.database.transaction((trx) => createTenant(trx, deps, { slug, name: slug, plan: 'basic' }));
    const methodId = await saveTestCard(deps, { kind: 'tenant', id }, card);
    return { id, slug, methodId, owner: person(slug, 'owner') };
  }
  type Tenant = Awaited<ReturnType<typeof tenant>>;
  const person = (name: string, ...roles: MemberRole[]): Person => ({ ...signedIn(`ps_${name}`), roles });
  const planOf = ({ id }: Tenant) => readPlan(app.deps.database.db, tenantScope(id));
  function send(of: Tenant, who: Person, method: string, path: string, body?: unknown, key = `plan ${++keys}`) {
    const at = { id: of.id, slug: of.slug, plan: 'basic' } as const;
    return http.as(confirmed(who), at).request(method, path, body, { 'idempotency-key': key });
  }
  const subscribe = (of: Tenant, interval = 'month', key?: string) =>
    send(of, of.owner, 'POST', '/v1/subscription', { plan: 'pro', interval, methodId: of.methodId }, key);
  const page = async (of: Tenant): Promise<TenantPlan> =>
    (await send(of, of.owner, 'GET', '/v1/subscription')).json() as Promise<TenantPlan>;
  /** A server that slept so long, and then looks twice. */
  async function pass(days: number): Promise<void> {
    clock.advance(days * dayMs);
    await app.deps.jobs.runDue();
    clock.advance(61_000);
    await app.deps.jobs.runDue();
  }
  const sales = () => readSum(app.deps.database.db, { kind: 'subscriptionSales', ownerId: '' }, 'USD');

  test('an owner subscribes: the first month is charged, and the next request has what Pro opens', async () => {
    const of = await tenant();
    const before = await sales();
    const answer = await subscribe(of, 'month', 'one key');
    assert.equal(answer.status, 201, await answer.clone().text());
    const { page: shown, payment } = (await answer.json()) as Subscribed;
    assert.deepEqual([shown.plan, shown.subscription?.state, payment.state], ['pro', 'active', 'posted']);
    assert.equal(shown.subscription?.nextCharge?.total.amountMinor, 9900);
    assert.equal((await app.identity.directory.byId(of.id))?.plan, 'pro');
    assert.equal((await sales()) - before, 9900);
    // The same key again charges nothing; another key finds the plan there.
    assert.equal((await subscribe(of, 'month', 'one key')).status, 201);
    assert.deepEqual(await refusal(await subscribe(of)), [409, 'plan_included']);
    assert.equal((await sales()) - before, 9900);
    await app.deps.jobs.runDue();
    const { items } = {
      items: await app.deps.database.db.selectFrom('invoices').selectAll().where('ownerId', '=', of.id).execute(),
    };
    assert.deepEqual(
      items.map(({ kind, totalMinor, state }) => [kind, totalMinor, state]),
      [['payment', 9900, 'paid']],
    );
    assert.deepEqual((await proveLedger(app.deps.database.db)).breaks, []);
  });

  test('only an owner who has just confirmed who they are buys a plan, from a method of their own', async () => {
    const [of, other] = [await tenant(), await tenant()];
    const body = { plan: 'pro', interval: 'month', methodId: of.methodId };
    for (const role of ['accountAdmin', 'financeAdmin', 'viewer'] as const)
      assert.equal((await send(of, person('x', role), 'POST', '/v1/subscription', body)).status, 403, role);
    const at = { id: of.id, slug: of.slug, plan: 'basic' } as const;
    const unconfirmed = await http
      .as(of.owner, at)
      .request('POST', '/v1/subscription', body, { 'idempotency-key': 'k' });
    assert.deepEqual(await refusal(unconfirmed), [401, 'elevation_required']);
    assert.equal((await http.as(confirmed(of.owner), at).request('POST', '/v1/subscription', body)).status, 400);
    assert.equal(
      (await send(of, of.owner, 'POST', '/v1/subscription', { ...body, methodId: other.methodId })).status,
      404,
    );
    const viewer = (await (await send(of, person('v', 'viewer'), 'GET', '/v1/subscription')).json()) as TenantPlan;
    assert.deepEqual([viewer.charges, viewer.mayManage], [[], false]);
    assert.equal(await planOf(of), 'basic');
  });

  test('a card that is declined opens nothing, and leaves the way free for another', async () => {
    const of = await tenant('sandbox_card_decline' as SandboxCard);
    assert.deepEqual(await refusal(await subscribe(of)), [402, 'payment_declined']);
    assert.equal(await planOf(of), 'basic');
    const methodId = await saveTestCard(app.deps, { kind: 'tenant', id: of.id });
    assert.equal((await subscribe({ ...of, methodId })).status, 201);
    assert.equal(await planOf(of), 'pro');
  });

  test('a month that is over is charged again; another interval counts from the next charge', async () => {
    const of = await tenant();
    await subscribe(of);
    await send(of, of.owner, 'PATCH', '/v1/subscription', { interval: 'year' });
    const { subscription } = await page(of);
    assert.deepEqual(
      [subscription!.interval, subscription!.nextInterval, subscription!.nextCharge!.total.amountMinor],
      ['month', 'year', 99_000],
    );
    await pass(31);
    const later = await page(of);
    assert.deepEqual(
      later.charges.map(({ state, total }) => [state, total.amountMinor]),
      [
        ['paid', 99_000],
        ['paid', 9900],
      ],
    );
    assert.equal(later.subscription!.periodStart, subscription!.periodEnd);
    assert.equal(Date.parse(later.subscription!.periodEnd!), periodEnd(Date.parse(subscription!.periodStart!), 13));
  });

  test('a cancellation ends with the period that is paid, can be taken back before, and closes Pro after', async () => {
    const of = await tenant();
    await subscribe(of);
    await send(of, of.owner, 'POST', '/v1/subscription/cancellation');
    assert.deepEqual(await refusal(await send(of, of.owner, 'POST', '/v1/subscription/cancellation')), [
      409,
      'subscription_cancelled',
    ]);
    await send(of, of.owner, 'POST', '/v1/subscription/resumption');
    await send(of, of.owner, 'POST', '/v1/subscription/cancellation');
    await pass(27);
    assert.equal(await planOf(of), 'pro');
    await pass(5);
    assert.equal(await planOf(of), 'basic');
    assert.equal((await app.identity.directory.byId(of.id))?.plan, 'basic');
    assert.equal((await page(of)).charges.length, 1);
    assert.equal((await subscribe(of)).status, 201);
  });

  test('a renewal that is declined is tried again while nothing closes; after the grace it ends', async () => {
    const of = await tenant();
    await subscribe(of);
    const pays = async (card?: SandboxCard) => {
      const methodId = await saveTestCard(app.deps, { kind: 'tenant', id: of.id }, card);
      return send(of, of.owner, 'PATCH', '/v1/subscription', { methodId });
    };
    await pays('sandbox_card_decline');
    await pass(31);
    const behind = await page(of);
    assert.deepEqual([behind.plan, behind.subscription!.state], ['pro', 'pastDue']);
    // Another method is charged at once, for the period that is owed.
    await pays();
    clock.advance(61_000);
    await app.deps.jobs.runDue();
    const paid = await page(of);
    assert.equal(paid.subscription!.state, 'active');
    assert.equal(paid.subscription!.periodStart, behind.subscription!.periodEnd);
    await pays('sandbox_card_decline');
    await pass(31);
    for (let day = 0; day < 9; day += 3) await pass(3);
    assert.equal(await planOf(of), 'pro');
    await pass(8);
    assert.equal(await planOf(of), 'basic');
    const { charges, subscription } = await page(of);
    assert.equal(subscription, null);
    assert.ok(charges.filter(({ state }) => state === 'failed').length >= 4);
    assert.deepEqual((await proveLedger(app.deps.database.db)).breaks, []);
  });

  test('the operator gives enterprise by hand with a reason; a subscription then ends and takes nothing away', async () => {
    const of = await tenant();
    await subscribe(of);
    const admin: Person = { ...signedIn('ps_admin'), roles: [], operatorRoles: ['operatorAdmin'] };
    const give = (who: Person, plan: string) =>
      http.as(who, null).request('PUT', `/v1/operator/tenants/${of.slug}/plan`, { plan, reason: 'Signed on paper' });
    assert.equal((await give({ ...admin, operatorRoles: ['support'] }, 'enterprise')).status, 403);
    assert.deepEqual(await refusal(await give(admin, 'basic')), [409, 'subscription_living']);
    assert.equal((await give(admin, 'enterprise')).status, 200);
    assert.equal(await planOf(of), 'enterprise');
    await pass(32);
    assert.equal(await planOf(of), 'enterprise');
    const entries = await app.deps.database.db
      .selectFrom('auditEntries')
      .select('details')
      .where('tenantId', '=', of.id)
      .where('action', '=', 'tenant.planChanged')
      .execute();
    assert.ok(entries.some(({ details }) => details.includes('Signed on paper')));
  });

  test('two who subscribe at once pay once', async () => {
    const of = await tenant();
    const before = await sales();
    const answers = await Promise.all([subscribe(of), subscribe(of), subscribe(of)]);
    assert.equal(answers.filter(({ status }) => status === 201).length, 1, answers.map(({ status }) => status).join());
    assert.equal((await sales()) - before, 9900);
  });
});
