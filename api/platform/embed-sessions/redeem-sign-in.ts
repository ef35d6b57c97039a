import type { Doer } from '../audit/record-audit.ts';
import { type Person, rolesAnywhere } from '../auth/actor.ts';
import type { ElevationScope } from '../auth/require-role.ts';
import { signInExpiry } from '../auth/sign-ins.ts';
import { Refusal } from '../http/problem.ts';
import type { Tenant } from '../tenants/tenant.ts';
import { tenantScope } from '../tenants/tenant-scope.ts';
import type { Elevation } from './elevation.ts';
import { endSignIn } from './end-sign-in.ts';
import { oneTimeSecret, sha256 } from './one-time-secret.ts';
import { sessionSecondsMax } from './schema.ts';
import { findSignInBy, redeemCode, rotateRefresh } from './sign-in-store.ts';
import { type SessionDeps, type StartedSession, startSession } from './start-session.ts';
import type { EmbedSignInRow } from './table.ts';
import { everyFeature } from './widget-features.ts';

/** The page that asks, as its browser names it, and the request it asks in. */
export type AskingPage = { origin: string | undefined; requestId: string };
export type SignInSession = StartedSession & { refreshToken: string };

/** An answer may be lost on the way: for so long the token before is good as well. */
const lostAnswerMs = 30_000;

/** @throws 401 sign_in_refused */
export async function redeemSignInCode(
  deps: SessionDeps,
  tenant: Tenant,
  page: AskingPage,
  { code, codeVerifier, redirectUrl }: { code: string; codeVerifier: string; redirectUrl: string },
): Promise<SignInSession> {
  const { database, clock } = deps;
  const scope = tenantScope(tenant.id);
  const row = await findSignInBy(database.db, scope, 'codeHash', sha256(code));
  if (!row || row.origin !== page.origin || row.redirectUrl !== redirectUrl) throw signInRefused();
  if (row.codeChallenge !== sha256(codeVerifier)) throw signInRefused();
  // Whoever knows the code and its verifier a second time stole them, or was stolen from.
  if (row.redeemedAt !== null) return endStolen(deps, tenant, page, row);
  if (clock.now() >= row.codeEndsAt) throw signInRefused();
  const person = await requireSignedIn(deps, tenant, row);
  const { secret, hash } = oneTimeSecret();
  if (!(await redeemCode(database.db, scope, row.id, hash, clock.now()))) throw signInRefused();
  return session(deps, tenant, { actor: person, requestId: page.requestId }, row, elevationOf(row), secret);
}

/** @throws 401 sign_in_refused */
export async function refreshSignIn(
  deps: SessionDeps,
  tenant: Tenant,
  page: AskingPage,
  refreshToken: string,
): Promise<SignInSession> {
  const { database, clock } = deps;
  const scope = tenantScope(tenant.id);
  const asked = sha256(refreshToken);
  const row =
    (await findSignInBy(database.db, scope, 'refreshHash', asked)) ??
    (await findSignInBy(database.db, scope, 'previousHash', asked));
  if (!row || row.origin !== page.origin) throw signInRefused();
  const isPrevious = row.refreshHash !== asked;
  if (isPrevious && clock.now() - row.rotatedAt! > lostAnswerMs) return endStolen(deps, tenant, page, row);
  const person = await requireSignedIn(deps, tenant, row);
  const { secret, hash } = oneTimeSecret();
  const next = { refreshHash: hash, previousHash: asked, rotatedAt: isPrevious ? row.rotatedAt : clock.now() };
  if (!(await rotateRefresh(database.db, scope, row, next))) throw signInRefused();
  return session(deps, tenant, { actor: person, requestId: page.requestId }, row, undefined, secret);
}

async function session(
  deps: SessionDeps,
  tenant: Tenant,
  by: Doer,
  { id, personId, signInId, origin }: EmbedSignInRow,
  elevation: Elevation | undefined,
  refreshToken: string,
): Promise<SignInSession> {
  const started = await startSession(deps, tenant, by, {
    personId,
    origins: [origin],
    widgets: everyFeature(),
    source: { kind: 'page', id, signInId },
    ttlSeconds: sessionSecondsMax,
    elevation,
  });
  return { ...started, refreshToken };
}

/** Read afresh each time: the company's origins, the sign-in at the portal, the person and what they are here. */
async function requireSignedIn(deps: SessionDeps, tenant: Tenant, row: EmbedSignInRow): Promise<Person> {
  const { database, clock, authority } = deps;
  const { personId, signInId } = row;
  if (row.endedAt !== null || clock.now() >= row.endsAt || !tenant.origins.has(row.origin)) throw signInRefused();
  const portalEndsAt = authority.isEnded(signInId) ? undefined : await signInExpiry(database.db, signInId);
  if (portalEndsAt === undefined || clock.now() >= portalEndsAt) throw signInRefused();
  const found = await authority.person(personId);
  const held = found?.isVerified ? found.memberships.find(({ tenantId }) => tenantId === tenant.id) : undefined;
  if (!found || found.isDisabled || !held || rolesAnywhere(held).length === 0) throw signInRefused();
  const { email, freelancerId } = found;
  const { roles, teamRoles } = held;
  const via = { kind: 'cookie', sessionId: signInId } as const;
  return { kind: 'person', personId, email, freelancerId, roles, teamRoles, operatorRoles: [], via };
}

function elevationOf({ elevate, confirmedAt }: EmbedSignInRow): Elevation | undefined {
  return elevate === null
    ? undefined
    : { scopes: JSON.parse(elevate) as ElevationScope[], confirmedAtMs: confirmedAt! };
}

/** Nobody knows which of the two was the person, so both must sign in again (RFC 9700). */
async function endStolen(deps: SessionDeps, tenant: Tenant, page: AskingPage, row: EmbedSignInRow): Promise<never> {
  const by: Doer = { actor: { kind: 'anonymous' }, requestId: page.requestId };
  await deps.authority.change((trx) => endSignIn(trx, deps, tenantScope(tenant.id), by, row.id, 'tokenUsedTwice'));
  throw signInRefused();
}

/** One answer for all: whoever guesses learns nothing. */
const signInRefused = () =>
  new Refusal(401, 'sign_in_refused', 'This sign-in is not good any more. Sign in again; nothing was changed.');
