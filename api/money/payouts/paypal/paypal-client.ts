import type { Clock } from '../../../platform/clock/clock.ts';
import { z } from '../../../platform/http/routes.ts';

export type PaypalSettings = {
  clientId: string;
  clientSecret: string;
  /** `https://api-m.paypal.com` */
  address: string;
};

/** PayPal said no, and why; whether that means that nothing happened its name tells. */
export class PaypalRefused extends Error {
  override name = 'PaypalRefused';
  readonly status: number;
  readonly problem: PaypalProblem;
  constructor(status: number, problem: PaypalProblem) {
    super(`PayPal answered ${status} ${problem.name}`);
    this.status = status;
    this.problem = problem;
  }
}

const problemSchema = z.object({
  name: z.string().max(200),
  details: z.array(z.object({ field: z.string().nullish(), issue: z.string().nullish() })).nullish(),
  links: z.array(z.object({ href: z.string(), rel: z.string() })).nullish(),
});
export type PaypalProblem = z.infer<typeof problemSchema>;

const tokenSchema = z.object({
  access_token: z.string().min(1),
  token_type: z.literal('Bearer'),
  expires_in: z.int().positive(),
});

/** A request that hangs so long is given up; what it did is found out by asking again under its id. */
const timeoutMs = 15_000;
const tokenSpareMs = 60_000;

export type AskPaypal = <T>(
  asked: { method: 'GET' | 'POST'; path: string; body?: unknown },
  answer: z.ZodType<T>,
  signal: AbortSignal,
) => Promise<T>;

/** Follows no redirect: whoever sends elsewhere would get the token too. Neither secret nor token is in any error. */
export function createPaypalClient({ clientId, clientSecret, address }: PaypalSettings, clock: Clock): AskPaypal {
  let token: { text: string; untilMs: number } | undefined;

  async function send(
    path: string,
    init: RequestInit,
    signal: AbortSignal,
  ): Promise<{ status: number; body: unknown }> {
    const both = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const answer = await fetch(new URL(path, address), { ...init, redirect: 'error', signal: both });
    const body: unknown = await answer.json().catch(() => undefined);
    return { status: answer.status, body };
  }

  async function tokenOf(signal: AbortSignal): Promise<string> {
    if (token && token.untilMs > clock.now()) return token.text;
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    const headers = { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' };
    const init = { method: 'POST', headers, body: 'grant_type=client_credentials' };
    const { status, body } = await send('/v1/oauth2/token', init, signal);
    const { data } = tokenSchema.safeParse(body);
    if (status !== 200 || !data) throw new Error(`PayPal gave no token: ${status}`);
    token = { text: data.access_token, untilMs: clock.now() + data.expires_in * 1000 - tokenSpareMs };
    return token.text;
  }

  return async ({ method, path, body }, answer, signal) => {
    const ask = async () =>
      send(
        path,
        {
          method,
          headers: { authorization: `Bearer ${await tokenOf(signal)}`, 'content-type': 'application/json' },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        },
        signal,
      );
    let given = await ask();
    if (given.status === 401) {
      // Ended before its time: nothing was done with it.
      token = undefined;
      given = await ask();
    }
    if (given.status === 200 || given.status === 201) {
      const { data, error } = answer.safeParse(given.body);
      if (error)
        throw new Error(`PayPal answered what is not its documented shape: ${error.issues[0]!.path.join('.')}`);
      return data;
    }
    const { data: problem } = problemSchema.safeParse(given.body);
    if (problem) throw new PaypalRefused(given.status, problem);
    throw new Error(`PayPal answered ${given.status} without saying why`);
  };
}
