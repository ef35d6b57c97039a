import { type Doer, recordAudit } from '../audit/record-audit.ts';
import type { Actor, EmbedGrants } from '../auth/actor.ts';
import type { Authority } from '../auth/authority.ts';
import type { Clock, NewId } from '../clock/clock.ts';
import { isoInstant } from '../clock/clock.ts';
import type { Database, Executor } from '../database/database.ts';
import { notFound, unprocessable } from '../http/problem.ts';
import { findMemberByEmail } from '../tenants/members.ts';
import type { Site } from '../tenants/site.ts';
import type { Tenant } from '../tenants/tenant.ts';
import { type TenantScope, tenantScope } from '../tenants/tenant-scope.ts';
import { type Elevation, elevatedSecondsMax } from './elevation.ts';
import type { EmbedClaims, EmbedTokens } from './embed-token.ts';
import { endSignIn } from './end-sign-in.ts';
import { insertSession, revokeLiveSession } from './store.ts';
import type { EmbedSessionRow } from './table.ts';

export type SessionDeps = {
  database: Database;
  clock: Clock;
  newId: NewId;
  site: Site;
  authority: Authority;
  tokens: EmbedTokens;
};
export type AskedSession = {
  email: string;
  origins: readonly string[];
  widgets: EmbedGrants;
  ttlSeconds: number;
  elevation: Elevation | undefined;
};
export type StartedSession = { id: string; token: string; expiresAt: string; apiBase: string };

/** @throws 422 origin_not_allowed | unknown_member */
export async function startSessionForMember(
  deps: SessionDeps,
  tenant: Tenant,
  by: { actor: Extract<Actor, { kind: 'secretKey' }>; requestId: string },
  asked: AskedSession,
): Promise<StartedSession> {
  const foreign = asked.origins.flatMap((origin, index) => (tenant.origins.has(origin) ? [] : [index]));
  if (foreign.length > 0) {
    const message = 'Add this origin to the tenant’s allowed origins first.';
    const errors = foreign.map((index) => ({ pointer: `/origins/${index}`, code: 'origin_not_allowed', message }));
    throw unprocessable('origin_not_allowed', 'No session was made: not every origin is allowed. See errors.', errors);
  }
  const member = await findMemberByEmail(deps.database.db, tenantScope(tenant.id), asked.email);
  if (member?.disabledAt !== null) {
    const message = 'Nobody with this e-mail is an active member of the tenant.';
    throw unprocessable('unknown_member', message, [{ pointer: '/member/email', code: 'unknown_member', message }]);
  }
  return startSession(deps, tenant, by, {
    personId: member.personId,
    origins: asked.origins,
    widgets: asked.widgets,
    source: { kind: 'key', id: by.actor.keyId },
    ttlSeconds: asked.ttlSeconds,
    elevation: asked.elevation,
  });
}

export async function startSession(
  deps: SessionDeps,
  tenant: Tenant,
  by: Doer,
  session: Pick<EmbedClaims, 'personId' | 'origins' | 'widgets' | 'source'> & {
    ttlSeconds: number;
    elevation: Elevation | undefined;
  },
): Promise<StartedSession> {
  const { database, clock, newId, site, tokens } = deps;
  const { personId, origins, widgets, source, elevation } = session;
  const id = newId('es');
  const ttlSeconds = elevation ? Math.min(session.ttlSeconds, elevatedSecondsMax) : session.ttlSeconds;
  // Whole seconds, as the token has them.
  const expiresAtMs = (Math.floor(clock.now() / 1000) + ttlSeconds) * 1000;
  const row: EmbedSessionRow = {
    id,
    tenantId: tenant.id,
    personId,
    keyId: source.kind === 'key' ? source.id : null,
    embedSignInId: source.kind === 'page' ? source.id : null,
    origins: JSON.stringify(origins),
    widgets: JSON.stringify(widgets),
    createdAt: clock.now(),
    expiresAt: expiresAtMs,
    revokedAt: null,
    lastUsedAt: null,
    lastOrigin: null,
  };
  if (!elevation) await insertSession(database.db, row);
  else await database.transaction((trx) => insertRaised(trx, deps, by, row, elevation));
  const token = await tokens.sign({
    sessionId: id,
    tenantId: tenant.id,
    personId,
    origins,
    widgets,
    source,
    elevated: elevation?.scopes ?? [],
    expiresAtMs,
  });
  return { id, token, expiresAt: isoInstant(expiresAtMs), apiBase: site.portalOf(tenant) };
}

/** Who moved money from a widget is in the audit log, and who vouched that it was this person. */
async function insertRaised(
  trx: Executor,
  deps: SessionDeps,
  by: Doer,
  row: EmbedSessionRow,
  { scopes, confirmedAtMs }: Elevation,
): Promise<void> {
  await insertSession(trx, row);
  await recordAudit(trx, deps, tenantScope(row.tenantId), by, {
    action: 'embedSession.elevated',
    object: { kind: 'embedSession', id: row.id },
    details: { personId: row.personId, scopes, confirmedAt: isoInstant(confirmedAtMs) },
  });
}

/** Of somebody who signed in on the page, the sign-in ends with it: their widget could ask for the next one. */
export function endSession(
  deps: SessionDeps,
  scope: TenantScope,
  by: Doer,
  { id, embedSignInId }: Pick<EmbedSessionRow, 'id' | 'embedSignInId'>,
): Promise<void> {
  return deps.authority.change(async (trx) => {
    if (!(await revokeLiveSession(trx, scope, id, deps.clock.now()))) throw notFound();
    if (embedSignInId) await endSignIn(trx, deps, scope, by, embedSignInId, 'sessionEnded');
    await recordAudit(trx, deps, scope, by, {
      action: 'embedSession.revoked',
      object: { kind: 'embedSession', id },
    });
    await deps.authority.record(trx, { endedId: id });
  });
}
