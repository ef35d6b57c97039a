import type { Clock } from '../../../platform/clock/clock.ts';
import { decimalText } from '../../money.ts';
import type { PayoutAnswer, PayoutRail, PayoutRequest } from '../../payout-methods/payout-rail.ts';
import { type Batch, batchSchema, createdSchema, type Item, itemSchema, sameAmount } from './paypal-answers.ts';
import { createPaypalClient, type PaypalProblem, PaypalRefused, type PaypalSettings } from './paypal-client.ts';

export const paypalLive = 'https://api-m.paypal.com';
export const paypalSandbox = 'https://api-m.sandbox.paypal.com';

/** PayPal keeps the id of a batch for 30 days: later it would pay a second time. */
const idsLastMs = 29 * 86_400_000;

/** Names under which PayPal has paid nothing, and will not. Anything else is asked again. */
const refusals = ['VALIDATION_ERROR', 'INSUFFICIENT_FUNDS', 'RECEIVER_UNREGISTERED', 'RECEIVER_COUNTRY_NOT_ALLOWED'];

/** Each payout is a batch of one, whose id is the payout's. */
export function createPaypalRail(settings: PaypalSettings, clock: Clock): PayoutRail {
  const ask = createPaypalClient(settings, clock);

  async function submit(request: PayoutRequest, signal: AbortSignal): Promise<PayoutAnswer> {
    const { idempotencyKey, amount, description, recordedAtMs } = request;
    if (clock.now() - recordedAtMs > idsLastMs)
      throw new Error(`PayPal may have forgotten ${idempotencyKey}: look for it there, and answer it by hand`);
    const body = {
      sender_batch_header: { sender_batch_id: idempotencyKey, email_subject: description },
      items: [
        {
          recipient_type: 'EMAIL',
          receiver: emailOf(request),
          amount: { value: decimalText(amount), currency: amount.currency },
          note: description,
          sender_item_id: idempotencyKey,
        },
      ],
    };
    const created = await ask({ method: 'POST', path: '/v1/payments/payouts', body }, createdSchema, signal).catch(
      (error: unknown) => {
        if (error instanceof PaypalRefused) return error;
        throw error;
      },
    );
    if (!(created instanceof PaypalRefused)) return lookUp(created.batch_header.payout_batch_id, request, signal);
    const known = batchNamedIn(created.problem);
    if (known) return lookUp(known, request, signal);
    if (!refusals.includes(created.problem.name)) throw created;
    return { externalId: null, amount, state: 'failed', reason: created.problem.name.toLowerCase() };
  }

  async function lookUp(externalId: string, request: PayoutRequest, signal: AbortSignal): Promise<PayoutAnswer> {
    const path = `/v1/payments/payouts/${encodeURIComponent(externalId)}`;
    const batch = await ask({ method: 'GET', path }, batchSchema, signal);
    requireOwn(batch, externalId, request);
    const answer = { externalId, amount: request.amount };
    const [listed] = batch.items;
    if (!listed) {
      const { batch_status: status } = batch.batch_header;
      const isRefused = status === 'DENIED' || status === 'CANCELED';
      return isRefused
        ? { ...answer, state: 'failed', reason: status.toLowerCase() }
        : { ...answer, state: 'processing' };
    }
    const itemPath = `/v1/payments/payouts-item/${encodeURIComponent(listed.payout_item_id)}`;
    const item = await ask({ method: 'GET', path: itemPath }, itemSchema, signal);
    if (item.payout_item_id !== listed.payout_item_id || item.payout_batch_id !== externalId)
      throw new Error(`PayPal answered with another item than that of ${externalId}`);
    requireOwnItem(item, request);
    const state = states[item.transaction_status];
    if (state === 'processing' || state === 'paid') return { ...answer, state };
    return { ...answer, state, reason: (item.errors?.name ?? item.transaction_status).toLowerCase() };
  }

  return {
    name: 'paypal',
    isSandbox: settings.address !== paypalLive,
    // PayPal's ids begin with nothing in particular: whose an answer is is seen by what it says of itself.
    idPrefix: '',
    accounts: [],
    submit,
    lookUp,
  };
}

const states: Readonly<Record<Item['transaction_status'], PayoutAnswer['state']>> = {
  PENDING: 'processing',
  ONHOLD: 'processing',
  // Waits for its receiver for 30 days, then is returned.
  UNCLAIMED: 'processing',
  SUCCESS: 'paid',
  FAILED: 'failed',
  BLOCKED: 'failed',
  RETURNED: 'returned',
  REFUNDED: 'returned',
  REVERSED: 'returned',
};

/** An id that was used before is refused with a link to what it was used for; of the link only the id counts. */
function batchNamedIn({ name, links }: PaypalProblem): string | undefined {
  if (name !== 'USER_BUSINESS_ERROR') return undefined;
  return links?.map(({ href }) => /\/v1\/payments\/payouts\/([A-Z0-9]{5,40})$/.exec(href)?.[1]).find(Boolean);
}

function requireOwn({ batch_header: header, items }: Batch, externalId: string, request: PayoutRequest): void {
  const isOwn =
    header.payout_batch_id === externalId && header.sender_batch_header.sender_batch_id === request.idempotencyKey;
  if (!isOwn || items.length > 1) throw new Error(`PayPal answered with another batch than ${externalId}`);
  if (header.amount && !sameAmount(header.amount, request.amount))
    throw new Error(`PayPal answered with another amount of ${externalId}`);
  if (!header.amount && items.length === 0) throw new Error(`PayPal does not say yet how much ${externalId} is`);
}

function requireOwnItem({ payout_item: item }: Item, request: PayoutRequest): void {
  const isOwn = item.sender_item_id === request.idempotencyKey && item.receiver === emailOf(request);
  if (!isOwn || !sameAmount(item.amount, request.amount))
    throw new Error(`PayPal answered with another’s item, or another amount, for ${request.idempotencyKey}`);
}

function emailOf({ destination }: PayoutRequest): string {
  if (destination.kind !== 'email') throw new Error('a payout through PayPal goes to an e-mail address');
  return destination.email;
}
