import type { IncomingHttpHeaders } from 'node:http';
import { z } from '../../platform/http/routes.ts';
import type { PaypalBatch, PaypalState } from './state.ts';

type Answer = { status: number; body: object };

const text = (max: number) => z.string().min(1).max(max);
const batchSchema = z.strictObject({
  sender_batch_header: z.strictObject({ sender_batch_id: text(256), email_subject: text(255) }),
  items: z
    .array(
      z.strictObject({
        recipient_type: z.literal('EMAIL'),
        receiver: z.email().max(127),
        amount: z.strictObject({
          value: z.string().regex(/^(0|[1-9]\d*)(\.\d{1,3})?$/),
          currency: z.string().regex(/^[A-Z]{3}$/),
        }),
        note: text(4000),
        sender_item_id: text(63),
      }),
    )
    .min(1)
    .max(15_000),
});

const tokenLastsS = 32_400;

export function answerTo(state: PaypalState, line: string, headers: IncomingHttpHeaders, body: string): Answer {
  if (line === 'POST /v1/oauth2/token') return token(state, headers, body);
  const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
  if ((state.tokens.get(bearer) ?? 0) <= state.nowMs())
    return problem(401, 'AUTHENTICATION_FAILURE', 'Authentication failed due to invalid authentication credentials.');
  if (line === 'POST /v1/payments/payouts') return createBatch(state, headers, body);
  const batch = /^GET \/v1\/payments\/payouts\/(\w+)$/.exec(line)?.[1];
  if (batch !== undefined) return showBatch(state, batch);
  const item = /^GET \/v1\/payments\/payouts-item\/(\w+)$/.exec(line)?.[1];
  if (item !== undefined) return showItem(state, item);
  return problem(404, 'INVALID_RESOURCE_ID', 'The requested resource was not found.');
}

function token(state: PaypalState, headers: IncomingHttpHeaders, body: string): Answer {
  const isKnown = headers.authorization === `Basic ${Buffer.from(state.credentials).toString('base64')}`;
  if (!isKnown)
    return { status: 401, body: { error: 'invalid_client', error_description: 'Client Authentication failed' } };
  if (body !== 'grant_type=client_credentials')
    return { status: 400, body: { error: 'unsupported_grant_type', error_description: 'Grant type is not supported' } };
  const text = `A21AA${state.newId()}`;
  state.tokens.set(text, state.nowMs() + tokenLastsS * 1000);
  return { status: 200, body: { access_token: text, token_type: 'Bearer', expires_in: tokenLastsS, scope: 'payouts' } };
}

function createBatch(state: PaypalState, headers: IncomingHttpHeaders, body: string): Answer {
  if (headers['content-type'] !== 'application/json')
    return problem(415, 'UNSUPPORTED_MEDIA_TYPE', 'The server does not support the request body media type.');
  const { data, error } = batchSchema.safeParse(JSON.parse(body));
  if (!data) {
    const details = error.issues.map(({ path, message }) => ({ field: path.join('.'), issue: message }));
    return problem(400, 'VALIDATION_ERROR', 'Invalid request - see details', { details });
  }
  const { sender_batch_id: senderBatchId, email_subject: subject } = data.sender_batch_header;
  const known = state.bySender(senderBatchId);
  if (known)
    return problem(400, 'USER_BUSINESS_ERROR', 'User business error.', {
      details: [{ field: 'SENDER_BATCH_ID', issue: 'Batch with given sender_batch_id already exists' }],
      links: [{ href: `https://api.sandbox.paypal.com/v1/payments/payouts/${known.id}`, rel: 'self', method: 'GET' }],
    });
  const total = data.items.reduce((sum, { amount }) => sum + Number(amount.value), 0);
  if (total > (state.balance ?? Number.POSITIVE_INFINITY))
    return problem(422, 'INSUFFICIENT_FUNDS', 'Sender does not have sufficient funds. Please add funds and retry.');
  const id = state.newId();
  const items = data.items.map((item) => ({
    payout_item_id: state.newId(),
    payout_batch_id: id,
    transaction_status: 'PENDING',
    payout_item: item,
  }));
  const batch = { id, senderBatchId, subject, status: 'PENDING', createdAtMs: state.nowMs(), isBegun: true, items };
  state.batches.push(batch);
  const { amount: _, ...header } = headerOf(batch);
  return { status: 201, body: { batch_header: header, links: [] } };
}

function showBatch(state: PaypalState, id: string): Answer {
  const batch = state.batches.find((one) => one.id === id);
  if (!batch) return problem(404, 'INVALID_RESOURCE_ID', 'The requested resource was not found.');
  return {
    status: 200,
    body: { batch_header: headerOf(batch), ...(batch.isBegun && { items: batch.items }), links: [] },
  };
}

function showItem(state: PaypalState, id: string): Answer {
  const batch = state.batches.find(({ items }) => items.some((one) => one.payout_item_id === id));
  const item = batch?.items.find((one) => one.payout_item_id === id);
  if (!batch || !item) return problem(404, 'INVALID_RESOURCE_ID', 'The requested resource was not found.');
  return { status: 200, body: { ...item, sender_batch_id: batch.senderBatchId, links: [] } };
}

function headerOf({ id, senderBatchId, subject, status, createdAtMs, items }: PaypalBatch) {
  const [{ payout_item: first }] = items as [PaypalBatch['items'][number]];
  return {
    payout_batch_id: id,
    batch_status: status,
    time_created: new Date(createdAtMs).toISOString(),
    sender_batch_header: { sender_batch_id: senderBatchId, email_subject: subject },
    amount: first.amount,
  };
}

const problem = (status: number, name: string, message: string, more: object = {}): Answer => ({
  status,
  body: { name, message, debug_id: 'standin', ...more },
});
