import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../http/problem.ts';

const minute = 60;
/** What an attacker would repeat: guessing passwords and codes, and having mails sent to strangers. */
const guarded =
  /^\/(sign-in|sign-up|send-verification-email|request-password-reset|reset-password|verify-password|two-factor\/verify)/;

export type Attempts = {
  /** @throws 429 */
  begin(address: string, path: string, body: string | undefined): Promise<void>;
  /** A right password is no guess: it gives the e-mail its tries back. */
  succeeded(path: string, body: string | undefined): Promise<void>;
};

export function createAttempts(): Attempts {
  // An office shares one address, so that limit is wide; the e-mail's is the one that stops guessing.
  const byAddress = new RateLimiterMemory({ keyPrefix: 'address', points: 300, duration: 10 * minute });
  /** Counts whether or not the account exists, so that the limit tells nothing either. */
  const byEmail = new RateLimiterMemory({ keyPrefix: 'email', points: 20, duration: 10 * minute });
  return {
    async begin(address, path, body) {
      if (!guarded.test(path)) return;
      await consume(byAddress, address);
      const email = emailIn(body);
      if (email) await consume(byEmail, keyOf(path, email));
    },
    async succeeded(path, body) {
      const email = emailIn(body);
      if (path === '/sign-in/email' && email) await byEmail.delete(keyOf(path, email));
    },
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  const used = await limiter.consume(key).catch((refused: unknown) => refused);
  if (!(used instanceof RateLimiterRes)) throw used;
  if (used.consumedPoints <= limiter.points) return;
  const seconds = Math.ceil(used.msBeforeNext / 1000);
  const minutes = Math.ceil(seconds / minute);
  throw new Refusal(429, 'too_many_attempts', `Too many attempts. Try again in ${minutes} minutes.`, {
    headers: { 'retry-after': String(seconds) },
  });
}

function keyOf(path: string, email: string): string {
  return `${path} ${createHash('sha256').update(email).digest('base64url')}`;
}

function emailIn(body: string | undefined): string | undefined {
  try {
    const { email } = JSON.parse(body ?? '{}');
    return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 320) : undefined;
  } catch {
    return undefined;
  }
}
