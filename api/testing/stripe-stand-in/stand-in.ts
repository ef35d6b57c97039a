import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { stripeApiVersion } from '../../money/payments/stripe/api-version.ts';
import { accountOperations } from './accounts.ts';
import { customerOperations } from './customers.ts';
import { disputeOperations } from './disputes.ts';
import { fileOperations } from './files.ts';
import { parseForm } from './form.ts';
import { StripeRefusal } from './objects.ts';
import type { Operation } from './operation.ts';
import { paymentIntentOperations } from './payment-intents.ts';
import { payoutOperations } from './payouts.ts';
import { refundOperations } from './refunds.ts';
import { setupIntentOperations } from './setup-intents.ts';
import { StandInState, type StripeEvent } from './state.ts';
import { transferOperations } from './transfers.ts';

/** Every resource of the stand-in; a new one adds its file's list here. */
const operations: readonly Operation[] = [
  ...customerOperations,
  ...setupIntentOperations,
  ...paymentIntentOperations,
  ...refundOperations,
  ...disputeOperations,
  ...fileOperations,
  ...accountOperations,
  ...transferOperations,
  ...payoutOperations,
];

export type Fault =
  /** Not done; Stripe answers 500. */
  | 'fail'
  /** Done, and the answer never comes. */
  | 'hang'
  /** Done, and another object answers. */
  | 'wrongObject'
  /** A 404 whose body has no `error`, as was seen. */
  | 'notFoundWithoutError';

export type StripeStandIn = {
  /** For `new Stripe(secretKey, address)`. */
  address: { host: string; port: number; protocol: 'http' };
  secretKey: string;
  webhookSecret: string;
  state: StandInState;
  events: StripeEvent[];
  /** What was asked: `POST /v1/payment_intents`, with its key. */
  requests: { line: string; idempotencyKey: string | undefined }[];
  /** The next request whose line matches. */
  fail(line: RegExp, fault: Fault): void;
  /** As after a day. */
  forgetKeys(): void;
  /** Body and signature as a webhook brings them. */
  sign(event: StripeEvent, changed?: { atMs?: number; secret?: string }): { body: string; signature: string };
  close(): Promise<void>;
};

type Answer = { status: number; body: object };

export async function startStripeStandIn(nowMs: () => number): Promise<StripeStandIn> {
  const state = new StandInState(nowMs);
  const [secretKey, webhookSecret] = ['sk_test_standIn', 'whsec_standIn'];
  const requests: StripeStandIn['requests'] = [];
  const faults: { line: RegExp; fault: Fault }[] = [];
  const answered = new Map<string, { request: string; answer: Answer }>();

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const line = `${request.method} ${url.pathname}`;
    const idempotencyKey = request.headers['idempotency-key'] as string | undefined;
    requests.push({ line, idempotencyKey });
    const fault = takeFault(line);
    if (fault === 'fail') return send(response, 500, { error: { type: 'api_error', message: 'It failed.' } });
    if (fault === 'notFoundWithoutError') return send(response, 404, { message: 'Not found.' });
    const { status, body } = once(request, url, bytes, line, idempotencyKey);
    if (fault === 'hang') return;
    if (fault === 'wrongObject') return send(response, 200, { ...body, id: 'cus_wrong', object: 'customer' });
    send(response, status, body);
  }

  function takeFault(line: string): Fault | undefined {
    const at = faults.findIndex((one) => one.line.test(line));
    return at < 0 ? undefined : faults.splice(at, 1)[0]!.fault;
  }

  /** The same key answers the same again, errors too. */
  function once(request: IncomingMessage, url: URL, bytes: Buffer, line: string, key: string | undefined): Answer {
    const known = key === undefined ? undefined : answered.get(key);
    const asked = `${line}\n${bytes.toString('latin1')}`;
    if (known && known.request !== asked && !line.includes('/files'))
      return refused(new StripeRefusal(400, 'idempotency_error', 'Keys can only be used with the same parameters.'));
    if (known) return known.answer;
    const answer = answerTo(request, url, bytes, key);
    if (key !== undefined && answer.status !== 401)
      answered.set(key, { request: asked, answer: structuredClone(answer) });
    return answer;
  }

  function answerTo(request: IncomingMessage, url: URL, bytes: Buffer, key: string | undefined): Answer {
    try {
      requireCaller(request, key, secretKey);
      for (const operation of operations) {
        const ids = match(operation, request.method ?? '', url.pathname);
        if (!ids) continue;
        const isForm = !request.headers['content-type']?.startsWith('multipart/');
        const sent = operation.method === 'GET' ? url.search.slice(1) : isForm ? bytes.toString() : '';
        const account = accountOf(request, state);
        const answered = operation.run(state, parsed(operation, sent) as never, ids, account);
        return { status: 200, body: structuredClone(answered) };
      }
      throw new StripeRefusal(
        404,
        'invalid_request_error',
        `Unrecognized request URL (${request.method}: ${url.pathname}).`,
      );
    } catch (error) {
      if (error instanceof StripeRefusal) return refused(error);
      throw error;
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: { host: '127.0.0.1', port, protocol: 'http' },
    secretKey,
    webhookSecret,
    state,
    events: state.events,
    requests,
    fail: (line, fault) => void faults.push({ line, fault }),
    forgetKeys: () => answered.clear(),
    sign(event, { atMs = nowMs(), secret = webhookSecret } = {}) {
      const body = JSON.stringify(event);
      const timestamp = Math.floor(atMs / 1000);
      return { body, signature: Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp }) };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function requireCaller(request: IncomingMessage, key: string | undefined, secretKey: string): void {
  const { authorization, 'stripe-version': version } = request.headers;
  if (authorization !== `Bearer ${secretKey}`)
    throw new StripeRefusal(401, 'invalid_request_error', 'Invalid API Key provided.');
  if (version !== stripeApiVersion)
    throw new StripeRefusal(400, 'invalid_request_error', `Invalid Stripe API version: ${String(version)}`);
  // Stricter than Stripe: whatever changes something says by which key.
  if (request.method === 'POST' && !key)
    throw new StripeRefusal(400, 'idempotency_error', 'An Idempotency-Key is missing.');
}

/** @throws 403 for an account that is not connected */
function accountOf({ headers }: IncomingMessage, state: StandInState): string | undefined {
  const account = headers['stripe-account'] as string | undefined;
  if (account !== undefined && !state.all('account').has(account))
    throw new StripeRefusal(403, 'invalid_request_error', `The key does not have access to account '${account}'.`, {
      code: 'account_invalid',
    });
  return account;
}

function match({ method, path }: Operation, asked: string, pathname: string): Record<string, string> | undefined {
  const [wanted, given] = [path.split('/'), pathname.split('/')];
  if (method !== asked || wanted.length !== given.length) return undefined;
  const ids: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    if (part.startsWith(':')) ids[part.slice(1)] = decodeURIComponent(given[at]!);
    else if (part !== given[at]) return undefined;
  }
  return ids;
}

function parsed({ params }: Operation, sent: string): unknown {
  const { data, error } = params.safeParse(parseForm(sent));
  if (!error) return data;
  const issue = error.issues[0]!;
  const code = issue.code === 'unrecognized_keys' ? 'parameter_unknown' : 'parameter_invalid';
  const param = issue.code === 'unrecognized_keys' ? issue.keys[0]! : issue.path.join('.');
  throw new StripeRefusal(400, 'invalid_request_error', `${code}: ${param} (${issue.message})`, { code, param });
}

const refused = ({ status, body }: StripeRefusal): Answer => ({ status, body: { error: body } });

function send(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, {
      'content-type': 'application/json',
      'request-id': `req_${Math.random().toString(36).slice(2)}`,
    })
    .end(JSON.stringify(body));
}
