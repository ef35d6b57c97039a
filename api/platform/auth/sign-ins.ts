import { getCookie } from 'hono/cookie';
import type { Clock } from '../clock/clock.ts';
import type { EpochMs, Executor } from '../database/database.ts';
import type { HttpContext } from '../http/environment.ts';
import type { Site } from '../tenants/site.ts';
import type { Auth } from './auth.ts';
import { fromAuthInstant } from './auth-instant.ts';
import type { Authority } from './authority.ts';
import { sessionCookieName } from './cookie-names.ts';
import { GuardedCache } from './guarded-cache.ts';
import { ownOrigin } from './same-site.ts';
import { findSignInExpiry } from './sign-in-store.ts';

export type SignIn = { sessionId: string; personId: string; signedInAtMs: number };

/** Turns the sign-in cookie into the person it belongs to. */
export type SignIns = { ofRequest(c: HttpContext): Promise<SignIn | undefined> };

const signInsMax = 20_000;
/** Expiry is the auth library's; it is asked again this often. Ending a sign-in is heard at once. */
const askAgainMs = 60_000;

export function createSignIns(deps: {
  authOf(origin: string): Auth;
  authority: Authority;
  site: Site;
  clock: Clock;
}): SignIns {
  const { authOf, authority, site, clock } = deps;
  const remembered = new GuardedCache<SignIn & { askedAtMs: number }>(signInsMax);

  async function ask(origin: string, cookie: string) {
    const found = await authOf(origin).api.getSession({
      headers: new Headers({ cookie }),
      query: { disableRefresh: true },
    });
    return found
      ? {
          sessionId: found.session.id,
          personId: found.user.id,
          signedInAtMs: found.session.signedInAt,
          askedAtMs: clock.now(),
        }
      : undefined;
  }

  return {
    async ofRequest(c) {
      const origin = ownOrigin(c, site);
      const name = sessionCookieName(origin);
      const value = getCookie(c, name);
      if (!value) return undefined;
      const known = await remembered.get(value, () => ask(origin, `${name}=${encodeURIComponent(value)}`));
      if (!known || authority.isEnded(known.sessionId)) return undefined;
      if (clock.now() - known.askedAtMs < askAgainMs) return known;
      remembered.forget(value);
      return ask(origin, `${name}=${encodeURIComponent(value)}`);
    },
  };
}

/** When a sign-in ends by itself; undefined once somebody ended it. */
export async function signInExpiry(db: Executor, signInId: string): Promise<EpochMs | undefined> {
  const expiresAt = await findSignInExpiry(db, signInId);
  return expiresAt === undefined ? undefined : fromAuthInstant(expiresAt);
}
