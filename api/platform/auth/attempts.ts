import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../http/problem.ts';

const minute = 60;
/** What an attacker would repeat: guessing passwords and codes, and having mails sent to strangers. */
const guarded =
  /^\/(sign-in|sign-up|send-verification-email|request-password-reset|reset-password|verify-password|two-factor\/verify)/;

const byAddress = new RateLimiterMemory({ keyPrefix: 'address', points: 60, duration: 10 * minute });
/** Counts whether or not the account exists, so that the limit tells nothing either. */
const byEmail = new RateLimiterMemory({ keyPrefix: 'email', points: 20, duration: 10 * minute });

/** @throws 429 */
export async function allowedAttempt(address: string, path: string, body: string | undefined): Promise<void> {
  if (!guarded.test(path)) return;
  const email = emailIn(body);
  await consume(byAddress, address);
  if (email) await consume(byEmail, `${path} ${createHash('sha256').update(email).digest('base64url')}`);
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  const used = await limiter.consume(key).catch((refused: unknown) => refused);
  if (!(used instanceof RateLimiterRes)) throw used;
  if (used.consumedPoints <= limiter.points) return;
  const seconds = Math.ceil(used.msBeforeNext / 1000);
  throw new Refusal(
    429,
    'too_many_attempts',
    `Too many attempts. Try again in ${Math.ceil(seconds / minute)} minutes.`,
    {
      headers: { 'retry-after': String(seconds) },
    },
  );
}

function emailIn(body: string | undefined): string | undefined {
  try {
    const { email } = JSON.parse(body ?? '{}');
    return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 320) : undefined;
  } catch {
    return undefined;
  }
}
