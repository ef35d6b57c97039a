import { type Doer, recordAudit } from '../audit/record-audit.ts';
import type { ElevationScope } from '../auth/require-role.ts';
import { isoInstant } from '../clock/clock.ts';
import type { EpochMs } from '../database/database.ts';
import { unprocessable } from '../http/problem.ts';
import { readPolicy } from '../policies/read-policy.ts';
import type { Tenant } from '../tenants/tenant.ts';
import { tenantScope } from '../tenants/tenant-scope.ts';
import { oneTimeSecret } from './one-time-secret.ts';
import { embedSignInPolicy } from './sign-in-policy.ts';
import { hasSignedInBefore, insertSignIn } from './sign-in-store.ts';
import type { SessionDeps } from './start-session.ts';

export const codeLifeMs = 60_000;
const hourMs = 60 * 60 * 1000;

export type AllowedSignIn = {
  personId: string;
  /** The sign-in at the portal by which they allow it. */
  signInId: string;
  redirectUrl: string;
  codeChallenge: string;
  elevate: readonly ElevationScope[] | undefined;
  confirmedAtMs: EpochMs;
};

/** @throws 422 redirect_not_allowed */
export async function readSignInRequest(deps: SessionDeps, tenant: Tenant, personId: string, redirectUrl: string) {
  const origin = allowedOrigin(tenant, redirectUrl);
  const isKnown = await hasSignedInBefore(deps.database.db, tenantScope(tenant.id), personId, origin);
  return { origin, isKnown };
}

/**
 * A code for one exchange by the page that asked: bound to the tenant, the page's origin and address, and to a secret
 * that never left it.
 * @throws 422 redirect_not_allowed
 */
export async function allowSignIn(
  deps: SessionDeps,
  tenant: Tenant,
  by: Doer,
  { personId, signInId, redirectUrl, codeChallenge, elevate, confirmedAtMs }: AllowedSignIn,
): Promise<{ code: string; expiresAt: string }> {
  const { database, clock, newId } = deps;
  const scope = tenantScope(tenant.id);
  const origin = allowedOrigin(tenant, redirectUrl);
  const { hours } = await readPolicy(database.db, scope, embedSignInPolicy);
  const { secret, hash } = oneTimeSecret();
  const id = newId('ei');
  const nowMs = clock.now();
  await database.transaction(async (trx) => {
    await insertSignIn(trx, {
      id,
      tenantId: tenant.id,
      personId,
      signInId,
      origin,
      redirectUrl,
      codeHash: hash,
      codeChallenge,
      codeEndsAt: nowMs + codeLifeMs,
      redeemedAt: null,
      elevate: elevate ? JSON.stringify(elevate) : null,
      confirmedAt: elevate ? confirmedAtMs : null,
      refreshHash: null,
      previousHash: null,
      rotatedAt: null,
      createdAt: nowMs,
      endsAt: nowMs + hours * hourMs,
      endedAt: null,
    });
    await recordAudit(trx, deps, scope, by, {
      action: 'embedSignIn.allowed',
      object: { kind: 'embedSignIn', id },
      details: { origin, ...(elevate && { scopes: elevate }) },
    });
  });
  return { code: secret, expiresAt: isoInstant(nowMs + codeLifeMs) };
}

/** An open redirect would hand the code to whoever asks: only exact origins that the tenant named, and no fragment. */
function allowedOrigin(tenant: Tenant, redirectUrl: string): string {
  const { origin, hash, username, password } = new URL(redirectUrl);
  if (tenant.origins.has(origin) && !hash && !username && !password) return origin;
  const message = 'This page’s address is not on the company’s list. An account admin can add its origin.';
  throw unprocessable('redirect_not_allowed', `Nobody was signed in. ${message}`, [
    { pointer: '/redirectUrl', code: 'redirect_not_allowed', message },
  ]);
}
