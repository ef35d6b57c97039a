import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerTo } from './operations.ts';
import { PaypalState } from './state.ts';

export type PaypalFault =
  /** Not done; PayPal answers 500. */
  | 'fail'
  /** Done, and the answer never comes. */
  | 'hang'
  /** Done, and an answer of another shape or of somebody else comes. */
  | 'wrongObject'
  /** Not done; sent elsewhere. */
  | 'redirect'
  /** Not done; the token counts no more. */
  | 'tokenEnded';

export type PaypalStandIn = {
  address: string;
  clientId: string;
  clientSecret: string;
  state: PaypalState;
  /** What was asked: `POST /v1/payments/payouts`. */
  requests: string[];
  /** The next request whose line matches. */
  fail(line: RegExp, fault: PaypalFault): void;
  close(): Promise<void>;
};

/** PayPal's Payouts API as its reference documents it, strict, over real HTTP, and written here: no money moves. */
export async function startPaypalStandIn(nowMs: () => number): Promise<PaypalStandIn> {
  const [clientId, clientSecret] = ['stand-in-client', 'stand-in-client-secret'];
  const state = new PaypalState(nowMs, `${clientId}:${clientSecret}`);
  const requests: string[] = [];
  const faults: { line: RegExp; fault: PaypalFault }[] = [];

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>)).toString();
    const { pathname } = new URL(request.url ?? '/', 'http://stand-in');
    const line = `${request.method} ${pathname}`;
    requests.push(line);
    const fault = takeFault(line);
    if (fault === 'fail') return send(response, 500, { name: 'INTERNAL_SERVICE_ERROR', message: 'It failed.' });
    if (fault === 'redirect') return void response.writeHead(307, { location: `${state.address}/elsewhere` }).end();
    if (fault === 'tokenEnded') state.tokens.clear();
    const answer = answerTo(state, line, request.headers, body);
    if (fault === 'hang') return;
    if (fault === 'wrongObject')
      return send(response, 200, { ...answer.body, batch_header: { id: 'wrong' }, payout_item: {} });
    send(response, answer.status, answer.body);
  }

  function takeFault(line: string): PaypalFault | undefined {
    const at = faults.findIndex((one) => one.line.test(line));
    return at < 0 ? undefined : faults.splice(at, 1)[0]!.fault;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address: state.address,
    clientId,
    clientSecret,
    state,
    requests,
    fail: (line, fault) => void faults.push({ line, fault }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
