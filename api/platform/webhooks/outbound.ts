import { type Agent as HttpAgent, request as httpRequest } from 'node:http';
import { type Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

/** Requests to addresses that somebody outside gave us. */
export type Outbound = {
  /** Nothing private is reached by these, whatever a name resolves to at that moment. */
  httpAgent: HttpAgent;
  httpsAgent: HttpsAgent;
  /** Plain HTTP carries figures in the open: for tests and development alone. */
  acceptsHttp: boolean;
  /** Sends a body and says how it was answered; follows no redirect. @throws Error where nobody answered in time */
  post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<{ status: number }>;
  /** What is there, up to `bytesMax`; follows no redirect. @throws Error where nobody answered in time */
  get(url: string, bytesMax: number): Promise<Fetched>;
};

export type Fetched = { status: number; headers: Readonly<Record<string, string>>; text: string };

const timeoutMs = 15_000;
const getTimeoutMs = 8_000;
const answerBytesMax = 64 * 1024;

/**
 * The address that a name resolves to is checked as the connection is made, so that a name that changes its answer
 * between a check and the request gains nothing: private, link-local, loopback, mapped and reserved ones are refused.
 * @param allowed addresses to reach all the same
 */
export function createOutbound({
  allowed = [],
  acceptsHttp = false,
}: {
  allowed?: string[];
  acceptsHttp?: boolean;
} = {}): Outbound {
  const httpAgent = new RequestFilteringHttpAgent({ allowIPAddressList: allowed });
  const httpsAgent = new RequestFilteringHttpsAgent({ allowIPAddressList: allowed });
  return {
    httpAgent,
    httpsAgent,
    acceptsHttp,
    post: (url, body, headers) =>
      new Promise((resolve, reject) => {
        const isHttps = new URL(url).protocol === 'https:';
        if (!isHttps && !acceptsHttp) throw new Error('only https addresses are sent to');
        const send = isHttps ? httpsRequest : httpRequest;
        const bytes = Buffer.from(body);
        const request = send(
          url,
          {
            method: 'POST',
            agent: isHttps ? httpsAgent : httpAgent,
            headers: { ...headers, 'content-length': bytes.length },
            signal: AbortSignal.timeout(timeoutMs),
          },
          (answer) => {
            let taken = 0;
            answer.on('data', (chunk: Buffer) => {
              taken += chunk.length;
              if (taken > answerBytesMax) answer.destroy();
            });
            answer.on('close', () => resolve({ status: answer.statusCode ?? 0 }));
          },
        );
        request.on('error', reject);
        request.end(bytes);
      }),
    get: (url, bytesMax) =>
      new Promise((resolve, reject) => {
        const isHttps = new URL(url).protocol === 'https:';
        const ask = isHttps ? httpsRequest : httpRequest;
        const request = ask(
          url,
          { agent: isHttps ? httpsAgent : httpAgent, signal: AbortSignal.timeout(getTimeoutMs) },
          (answer) => {
            const chunks: Buffer[] = [];
            let taken = 0;
            answer.on('data', (chunk: Buffer) => {
              taken += chunk.length;
              chunks.push(chunk);
              if (taken > bytesMax) answer.destroy();
            });
            answer.on('close', () =>
              resolve({
                status: answer.statusCode ?? 0,
                headers: Object.fromEntries(
                  Object.entries(answer.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
                ),
                text: Buffer.concat(chunks).subarray(0, bytesMax).toString('utf8'),
              }),
            );
          },
        );
        request.on('error', reject);
        request.end();
      }),
  };
}
