import { createMiddleware } from 'hono/factory';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { HttpContext, HttpEnv } from './environment.ts';
import { Refusal } from './problem.ts';

/** Requests allowed for one tenant + person + address in one window. */
export type RateLimitPolicy = { name: string; limit: number; windowSeconds: number };

/** Answers 429 with Retry-After above the limit; every answer carries RateLimit headers (draft-ietf-httpapi-ratelimit-headers). */
export function rateLimit(policy: RateLimitPolicy) {
  const limiter = new RateLimiterMemory({ points: policy.limit, duration: policy.windowSeconds });
  const policyHeader = `"${policy.name}";q=${policy.limit};w=${policy.windowSeconds}`;
  return createMiddleware<HttpEnv>(async (c, next) => {
    const used = await limiter.consume(subjectOf(c)).catch((refused: unknown) => refused);
    if (!(used instanceof RateLimiterRes)) throw used;
    const resetSeconds = Math.ceil(used.msBeforeNext / 1000);
    const headers = {
      'ratelimit-policy': policyHeader,
      ratelimit: `"${policy.name}";r=${used.remainingPoints};t=${resetSeconds}`,
    };
    if (used.consumedPoints > policy.limit) {
      throw new Refusal(
        429,
        'rate_limited',
        `Too many requests. Try again in ${resetSeconds} seconds; nothing was changed.`,
        {
          headers: { ...headers, 'retry-after': String(resetSeconds) },
        },
      );
    }
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    await next();
  });
}

function subjectOf(c: HttpContext): string {
  const actor = c.get('actor');
  const who = actor?.kind === 'person' ? actor.personId : actor && 'keyId' in actor ? actor.keyId : '';
  return `${c.get('tenant')?.id ?? ''}|${who}|${c.get('clientAddress')}`;
}
