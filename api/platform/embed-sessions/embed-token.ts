import { createHash, hkdfSync } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { EmbedGrants } from '../auth/actor.ts';
import type { Clock } from '../clock/clock.ts';
import { Refusal } from '../http/problem.ts';

/** What a widget's token says. Rights are not in it: they are asked ∩ role, and the role is read on every request. */
export type EmbedClaims = {
  sessionId: string;
  tenantId: string;
  personId: string;
  origins: readonly string[];
  widgets: EmbedGrants;
  source: EmbedSource;
  elevated: readonly string[];
  expiresAtMs: number;
};

/** What asked for it: when that ends, so does this. */
export type EmbedSource =
  /** A key of the host's server, or a sign-in at the portal, which shows widgets itself. */
  | { kind: 'key' | 'signIn'; id: string }
  /** Somebody signed in on the host's page by way of the portal. */
  | { kind: 'page'; id: string; signInId: string };

/** What ends a session when it is ended itself. */
export const sourceIds = ({ source }: EmbedClaims): string[] =>
  source.kind === 'page' ? [source.id, source.signInId] : [source.id];

export type EmbedTokens = {
  sign(claims: EmbedClaims): Promise<string>;
  /** @throws 401 session_expired | session_denied */
  verify(token: string): Promise<EmbedClaims>;
};

const audience = 'embed-session';
const rememberedMax = 10_000;
const tokenLengthMax = 8192;

/** @param secrets the first signs, all verify: put a new one in front to rotate, drop the old one 15 minutes later */
export function createEmbedTokens(secrets: readonly [string, ...string[]], clock: Clock): EmbedTokens {
  const keys = new Map(secrets.map((secret) => [keyIdOf(secret), signingKey(secret)]));
  const signingKeyId = keyIdOf(secrets[0]);
  // A signature is checked once; the same token then costs a map look-up and a look at the clock.
  const verified = new Map<string, EmbedClaims>();

  async function check(token: string): Promise<EmbedClaims> {
    const { payload } = await jwtVerify(token, (header) => keys.get(header.kid ?? '') ?? unknownKey(), {
      algorithms: ['HS256'],
      audience,
      currentDate: new Date(clock.now()),
    });
    return {
      sessionId: payload.jti!,
      tenantId: payload.tid as string,
      personId: payload.sub!,
      origins: payload.org as string[],
      widgets: payload.wdg as EmbedGrants,
      source: payload.src as EmbedClaims['source'],
      elevated: payload.elv as string[],
      expiresAtMs: payload.exp! * 1000,
    };
  }

  return {
    sign: ({ sessionId, tenantId, personId, origins, widgets, source, elevated, expiresAtMs }) =>
      new SignJWT({ tid: tenantId, org: origins, wdg: widgets, src: source, elv: elevated })
        .setProtectedHeader({ alg: 'HS256', kid: signingKeyId })
        .setJti(sessionId)
        .setSubject(personId)
        .setAudience(audience)
        .setIssuedAt(Math.floor(clock.now() / 1000))
        .setExpirationTime(Math.floor(expiresAtMs / 1000))
        .sign(keys.get(signingKeyId)!),
    verify: async (token) => {
      if (token.length > tokenLengthMax) throw sessionDenied();
      const known = verified.get(token);
      if (known) {
        if (known.expiresAtMs > clock.now()) return known;
        verified.delete(token);
        throw sessionExpired();
      }
      const claims = await check(token).catch((error: unknown) => {
        throw error instanceof errors.JWTExpired ? sessionExpired() : sessionDenied();
      });
      verified.set(token, claims);
      if (verified.size > rememberedMax) verified.delete(verified.keys().next().value!);
      return claims;
    },
  };
}

export const sessionExpired = () => new Refusal(401, 'session_expired', 'This session has ended. Ask for a new one.');
export const sessionDenied = () => new Refusal(401, 'session_denied', 'This session is not accepted. Sign in again.');

/** A key of its own for each purpose, so that nothing signed for one is good for another. */
function signingKey(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'embed session signature', 32));
}

function keyIdOf(secret: string): string {
  return createHash('sha256').update(signingKey(secret)).digest('base64url').slice(0, 8);
}

function unknownKey(): never {
  throw new Error('no key of this id');
}
