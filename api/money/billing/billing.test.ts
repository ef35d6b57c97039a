import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { proofs } from '../../proofs.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { createTestTenant, refusalOf, signIn } from '../../testing/test-tenants.ts';
import { proveLedger } from '../ledger/prove-ledger.ts';
import type { MethodSetupShape, PaymentMethodShape } from '../payment-methods/schema.ts';
import type { PaymentShape } from '../payments/schema.ts';
import type { Billing, FundingChoices } from './schema.ts';

describe('how a tenant pays, over HTTP', () => {
  let app: TestApp;
  let finance: Record<string, string>;
  let viewer: Record<string, string>;
  let other: Record<string, string>;
  let keys = 0;
  const key = () => ({ 'idempotency-key': `key ${keys++}` });

  before(async () => {
    app = await openTestApp();
    const people = { 'fay@acme.example': ['financeAdmin'], 'vic@acme.example': ['viewer'] } as const;
    await createTestTenant(app, { slug: 'acme' }, people);
    await createTestTenant(app, { slug: 'globex' }, { 'olga@globex.example': ['owner'] });
    [finance, viewer] = [await signIn(app, 'fay@acme.example'), await signIn(app, 'vic@acme.example')];
    other = await signIn(app, 'olga@globex.example');
  });
  after(() => app.close());

  const send = async <Body>(method: string, path: string, body?: unknown, headers = finance, status = 200) => {
    const answer = await app.send(method, `/t/acme${path}`, body, { ...headers, ...(method === 'POST' && key()) });
    if (answer.status !== status) assert.equal(answer.status, status, await answer.text());
    return (answer.status === 204 ? undefined : await answer.json()) as Body;
  };

  async function save(testMethod: string, kind = 'card'): Promise<string> {
    app.ports.clock.advance(1000);
    const setup = await send<MethodSetupShape>('POST', '/v1/billing/method-setups', { kind }, finance, 201);
    assert.deepEqual([setup.state, setup.frame], ['started', null]);
    assert.ok(setup.testMethods.some(({ token }) => token === testMethod));
    const path = `/v1/billing/method-setups/${setup.id}/completion`;
    const done = await send<MethodSetupShape>('POST', path, { testMethod });
    // Asked for again it is the same method, not a second one.
    assert.equal((await send<MethodSetupShape>('POST', path, { testMethod })).methodId, done.methodId);
    return done.methodId!;
  }

  const prefund = (methodId: string, amountMinor = 50_000, status = 201) =>
    send<PaymentShape>(
      'POST',
      '/v1/billing/prefunding',
      { amount: { amountMinor, currency: 'USD' }, methodId },
      finance,
      status,
    );
  const billing = () => send<Billing>('GET', '/v1/billing');
  const balance = async () => (await billing()).balances.find(({ currency }) => currency === 'USD')?.amountMinor ?? 0;

  test('the first card saved pays by default; one removed pays for nothing', async () => {
    const [first, second] = [await save('sandbox_card_success'), await save('sandbox_bank_success', 'bankDebit')];
    const { items } = await send<{ items: PaymentMethodShape[] }>('GET', '/v1/billing/methods');
    assert.deepEqual(
      items.map(({ id, kind, last4, isDefault }) => [id, kind, last4, isDefault]),
      [
        [first, 'card', '4242', true],
        [second, 'bankDebit', '6789', false],
      ],
    );
    await send('PUT', '/v1/billing/default-source', { kind: 'method', methodId: second });
    const { items: choices } = await send<FundingChoices>('GET', '/v1/billing/sources');
    assert.deepEqual(choices[0]!.source, { kind: 'method', methodId: second });
    await send('DELETE', `/v1/billing/methods/${second}`, undefined, finance, 204);
    assert.equal((await billing()).defaultSource, null);
    assert.equal((await prefundRefused(second))[1], 'payment_method_removed');
    await send('PUT', '/v1/billing/default-source', { kind: 'method', methodId: first });
  });

  const prefundRefused = async (methodId: string, amountMinor = 5000) =>
    refusalOf(
      await app.send(
        'POST',
        '/t/acme/v1/billing/prefunding',
        { amount: { amountMinor, currency: 'USD' }, methodId },
        { ...finance, ...key() },
      ),
    );

  test('a prefunding is on the balance once the processor says so; a declined one leaves it alone', async () => {
    const before = await balance();
    const card = await save('sandbox_card_success');
    const paid = await prefund(card);
    assert.deepEqual([paid.state, paid.total.amountMinor, paid.fee.amountMinor], ['posted', 50_000, 0]);
    assert.equal(await balance(), before + 50_000);
    assert.deepEqual(await prefundRefused(await save('sandbox_card_decline')), [402, 'payment_declined']);
    assert.deepEqual(await prefundRefused(card, 1), [422, 'prefund_too_small']);
    assert.equal(await balance(), before + 50_000);
  });

  test('⏱ a bank debit takes four days, and arrives or comes back', async () => {
    const before = await balance();
    const good = await prefund(await save('sandbox_bank_success', 'bankDebit'));
    const bad = await prefund(await save('sandbox_bank_decline', 'bankDebit'));
    assert.deepEqual([good.state, bad.state], ['pending', 'pending']);
    app.ports.clock.advance(4 * 86_400_000);
    await app.deps.jobs.runDue();
    finance = await signIn(app, 'fay@acme.example');
    const states = [good, bad].map(({ id }) => send<PaymentShape>('GET', `/v1/payments/${id}`));
    assert.deepEqual(
      (await Promise.all(states)).map(({ state }) => state),
      ['posted', 'voided'],
    );
    assert.equal(await balance(), before + 50_000);
  });

  test('a bank that asks is answered on a page: confirmed it is paid, refused or left alone it is not', async () => {
    const before = await balance();
    const card = await save('sandbox_card_authentication');
    const [confirmed, refused, left, given] = [
      await prefund(card),
      await prefund(card),
      await prefund(card),
      await prefund(card),
    ];
    assert.deepEqual([confirmed.state, confirmed.nextAction], ['actionNeeded', { kind: 'sandbox' }]);
    const answer = (id: string, isConfirmed?: boolean) =>
      send<PaymentShape>('POST', `/v1/payments/${id}/confirmation`, isConfirmed === undefined ? {} : { isConfirmed });
    assert.equal((await answer(left.id)).state, 'actionNeeded');
    assert.equal((await answer(confirmed.id, true)).state, 'posted');
    assert.deepEqual(await answer(refused.id, false).then(({ state, refusal }) => [state, refusal]), [
      'voided',
      'authentication_failed',
    ]);
    assert.equal((await send<PaymentShape>('POST', `/v1/payments/${given.id}/cancellation`)).state, 'voided');
    const again = await app.send(
      'POST',
      `/t/acme/v1/payments/${confirmed.id}/confirmation`,
      { isConfirmed: true },
      { ...finance, ...key() },
    );
    assert.deepEqual(await refusalOf(again), [409, 'payment_posted']);
    app.ports.clock.advance(24 * 3_600_000 + 60_000);
    await app.deps.jobs.runDue();
    finance = await signIn(app, 'fay@acme.example');
    const late = await send<PaymentShape>('GET', `/v1/payments/${left.id}`);
    assert.deepEqual([late.state, late.refusal], ['voided', 'not_confirmed']);
    assert.equal(await balance(), before + 50_000);
  });

  test('another tenant’s methods and payments are as if they were not there, and a viewer sees none', async () => {
    const card = await save('sandbox_card_success');
    const { id } = await prefund(card);
    viewer = await signIn(app, 'vic@acme.example');
    for (const path of ['/v1/billing', '/v1/billing/methods', '/v1/payments', `/v1/payments/${id}`])
      assert.equal((await app.send('GET', `/t/acme${path}`, undefined, viewer)).status, 403, path);
    other = await signIn(app, 'olga@globex.example');
    assert.equal((await app.send('GET', `/t/globex/v1/payments/${id}`, undefined, other)).status, 404);
    assert.equal((await app.send('DELETE', `/t/globex/v1/billing/methods/${card}`, undefined, other)).status, 404);
    const source = { amount: { amountMinor: 5000, currency: 'USD' }, methodId: card };
    const paid = await app.send('POST', '/t/globex/v1/billing/prefunding', source, { ...other, ...key() });
    assert.equal(paid.status, 404);
  });

  test('money asks who it is: a sign-in of some hours ago is not enough', async () => {
    app.ports.clock.advance(3 * 3_600_000);
    const answer = await app.send(
      'POST',
      '/t/acme/v1/billing/method-setups',
      { kind: 'card' },
      { ...finance, ...key() },
    );
    assert.deepEqual(await refusalOf(answer), [401, 'elevation_required']);
    finance = await signIn(app, 'fay@acme.example');
  });

  test('states and accounts agree', async () => {
    assert.deepEqual((await proveLedger(app.deps.database.db, proofs)).broken, []);
  });
});
