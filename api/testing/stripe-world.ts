import assert from 'node:assert/strict';
import type { MethodSetupShape } from '../money/payment-methods/schema.ts';
import type { PaymentShape } from '../money/payments/schema.ts';
import { createStripeProcessor } from '../money/payments/stripe/stripe-processor.ts';
import { virtualClock } from '../platform/clock/clock.ts';
import { testStartMs } from './slice-app.ts';
import { confirmSetupInFrame, type TestMethodName } from './stripe-stand-in/setup-intents.ts';
import { type StripeStandIn, startStripeStandIn } from './stripe-stand-in/stand-in.ts';
import type { StripeEvent } from './stripe-stand-in/state.ts';
import { openTestApp, type TestApp } from './test-app.ts';
import { createTestTenant, signIn, type TestTenant } from './test-tenants.ts';

export type StripeWorld = {
  app: TestApp;
  standIn: StripeStandIn;
  acme: TestTenant;
  /** As Acme's finance admin; asserts the status. */
  send<Body>(method: string, path: string, body?: unknown, status?: number): Promise<Body>;
  signInAgain(): Promise<void>;
  /** Through Stripe's frame. @returns its id */
  save(method: TestMethodName): Promise<string>;
  prefund(methodId: string, amountMinor?: number): Promise<PaymentShape>;
  /** The processor's id of a payment. */
  externalIdOf(payment: { id: string }): Promise<string>;
  deliver(event: StripeEvent, changed?: { atMs?: number; secret?: string }): Promise<Response>;
  close(): Promise<void>;
};

/** The whole application with Stripe's adapter, on the stand-in. */
export async function openStripeWorld(): Promise<StripeWorld> {
  const clock = virtualClock(testStartMs);
  const standIn = await startStripeStandIn(clock.now);
  const { secretKey, webhookSecret, address } = standIn;
  const settings = { secretKey, publishableKey: 'pk_test_standIn', webhookSecrets: [webhookSecret], address };
  const app = await openTestApp({ clock, processor: createStripeProcessor(settings, clock) });
  const acme = await createTestTenant(app, { slug: 'acme' }, { 'fay@acme.example': ['financeAdmin'] });
  let finance = await signIn(app, 'fay@acme.example');
  let keys = 0;

  const send: StripeWorld['send'] = async (method, path, body, status = 200) => {
    const key: Record<string, string> = method === 'POST' ? { 'idempotency-key': `world ${keys++}` } : {};
    const answer = await app.send(method, `/t/acme${path}`, body, { ...finance, ...key });
    const text = await answer.text();
    assert.equal(answer.status, status, text);
    return text === '' ? undefined : JSON.parse(text);
  };

  return {
    app,
    standIn,
    acme,
    send,
    async signInAgain() {
      finance = await signIn(app, 'fay@acme.example');
    },
    async save(method) {
      const kind = method.startsWith('pm_card') ? 'card' : 'bankDebit';
      const setup = await send<MethodSetupShape>('POST', '/v1/billing/method-setups', { kind }, 201);
      const id = setup.frame!.clientSecret.split('_secret_')[0]!;
      confirmSetupInFrame(standIn.state, id, method);
      const path = `/v1/billing/method-setups/${setup.id}/completion`;
      return (await send<MethodSetupShape>('POST', path, {})).methodId!;
    },
    prefund: (methodId, amountMinor = 20_000) => {
      const body = { amount: { amountMinor, currency: 'USD' }, methodId };
      return send<PaymentShape>('POST', '/v1/billing/prefunding', body, 201);
    },
    async externalIdOf({ id }) {
      const found = await app.deps.database.db
        .selectFrom('payments')
        .select('externalId')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return found.externalId!;
    },
    deliver(event, changed) {
      const { body, signature } = standIn.sign(event, changed);
      const headers = { 'content-type': 'application/json', 'stripe-signature': signature };
      return Promise.resolve(
        app.http.request('http://localhost:4000/v1/webhooks/stripe', { method: 'POST', body, headers }),
      );
    },
    async close() {
      await app.close();
      await standIn.close();
    },
  };
}
