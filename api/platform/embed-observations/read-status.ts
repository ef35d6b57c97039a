import { peopleById } from '../auth/people.ts';
import { type Clock, isoInstant } from '../clock/clock.ts';
import type { Executor } from '../database/database.ts';
import { readRecentSessions } from '../embed-sessions/read-sessions.ts';
import { readPolicy } from '../policies/read-policy.ts';
import { keyNames } from '../tenants/api-keys.ts';
import type { Site } from '../tenants/site.ts';
import type { Tenant } from '../tenants/tenant.ts';
import { type TenantScope, tenantScope } from '../tenants/tenant-scope.ts';
import { fixFor } from './fix-for.ts';
import { blockedIsOver, refusalIsOver, type Working } from './obstacle-is-over.ts';
import { embedPolicy } from './policy.ts';
import type { EmbedSessionSeen, EmbedStatus } from './schema.ts';
import { listReports, listSightings } from './store.ts';
import type { EmbedSightingRow } from './table.ts';

const dayMs = 24 * 60 * 60 * 1000;
const sessionsMax = 200;

export async function readStatus(
  db: Executor,
  clock: Clock,
  site: Pick<Site, 'origin' | 'originOf' | 'portalOf'>,
  tenant: Tenant,
): Promise<EmbedStatus> {
  const base = site.portalOf(tenant);
  const ours = [site.origin, ...tenant.domains.map(site.originOf)];
  const scope = tenantScope(tenant.id);
  const nowMs = clock.now();
  const { sightingDays } = await readPolicy(db, scope, embedPolicy);
  const sinceMs = nowMs - sightingDays * dayMs;
  const [sightings, reports, sessions, keys] = await Promise.all([
    listSightings(db, scope, sinceMs),
    listReports(db, scope, sinceMs),
    readRecentSessions(db, scope, nowMs - dayMs, sessionsMax),
    keyNames(db, scope),
  ]);
  const [last] = sessions;
  const used = sessions
    .filter(({ lastUsedAt }) => lastUsedAt !== null)
    .sort((a, b) => b.lastUsedAt! - a.lastUsedAt!)[0];
  const lastOf = (kind: EmbedSightingRow['kind'], origin: string) =>
    sightings.find((row) => row.kind === kind && row.origin === origin)?.lastAt;
  const working: Working = {
    nowMs,
    allowed: tenant.origins,
    lastSessionMs: last?.createdAt,
    lastLoadMs: (origin) => lastOf('page', origin),
    lastUseMs: (origin) => lastOf('use', origin),
  };
  return {
    checkedAt: isoInstant(nowMs),
    base,
    pages: pagesIn(sightings, tenant.origins),
    lastSession: last ? { at: isoInstant(last.createdAt), key: keyOf(last.keyId, keys), origins: last.origins } : null,
    lastUse: used ? { at: isoInstant(used.lastUsedAt!), origin: used.lastOrigin ?? '' } : null,
    liveSessions: sessions.filter(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > nowMs).length,
    refusals: sightings.flatMap((row) =>
      row.kind === 'session' || row.kind === 'request'
        ? [{ ...presentRefusal(row, row.kind), isOver: refusalIsOver(row, working) }]
        : [],
    ),
    blocked: reports.map(({ origin, directive, blocked, disposition, ...rest }) => ({
      origin,
      directive,
      blocked,
      isEnforced: disposition === 'enforce',
      fix: fixFor({ directive, blocked }, ours),
      ...timesOf(rest),
      isOver: blockedIsOver({ origin, lastAt: rest.lastAt }, working),
    })),
  };
}

export async function readSessions(db: Executor, clock: Clock, scope: TenantScope): Promise<EmbedSessionSeen[]> {
  const sessions = await readRecentSessions(db, scope, clock.now() - dayMs, sessionsMax);
  const [people, keys] = await Promise.all([
    peopleById(db, [...new Set(sessions.map(({ personId }) => personId))]),
    keyNames(db, scope),
  ]);
  return sessions.map(({ id, personId, keyId, origins, widgets, ...session }) => ({
    id,
    person: { id: personId, name: people.get(personId)?.name ?? '' },
    key: keyOf(keyId, keys),
    origins,
    widgets,
    createdAt: isoInstant(session.createdAt),
    expiresAt: isoInstant(session.expiresAt),
    endedAt: session.revokedAt === null ? null : isoInstant(session.revokedAt),
    lastUse:
      session.lastUsedAt === null ? null : { at: isoInstant(session.lastUsedAt), origin: session.lastOrigin ?? '' },
  }));
}

function pagesIn(sightings: readonly EmbedSightingRow[], allowed: ReadonlySet<string>): EmbedStatus['pages'] {
  const origins = new Set([
    ...allowed,
    ...sightings.filter(({ kind }) => kind === 'page' || kind === 'loader').map(({ origin }) => origin),
  ]);
  const pages = [...origins].map((origin) => {
    const page = sightings.find((row) => row.kind === 'page' && row.origin === origin);
    const loader = sightings.find((row) => row.kind === 'loader' && row.origin === origin);
    const use = sightings.find((row) => row.kind === 'use' && row.origin === origin);
    return {
      origin,
      isAllowed: allowed.has(origin),
      loads: page?.count ?? 0,
      lastLoadAt: page ? isoInstant(page.lastAt) : null,
      loaderVersion: loader?.detail ?? null,
      loaderAt: loader ? isoInstant(loader.lastAt) : null,
      lastUseAt: use ? isoInstant(use.lastAt) : null,
    };
  });
  const lastOf = (page: (typeof pages)[number]) => page.lastLoadAt ?? page.loaderAt ?? '';
  return pages.sort((a, b) => (lastOf(a) === lastOf(b) ? 0 : lastOf(a) < lastOf(b) ? 1 : -1));
}

function presentRefusal({ code, origin, detail, ...rest }: EmbedSightingRow, of: 'session' | 'request') {
  return { of, code, origin: origin || null, detail: detail || null, ...timesOf(rest) };
}

const timesOf = ({ count, firstAt, lastAt }: Pick<EmbedSightingRow, 'count' | 'firstAt' | 'lastAt'>) => ({
  count: Number(count),
  firstAt: isoInstant(firstAt),
  lastAt: isoInstant(lastAt),
});

const keyOf = (id: string | null, names: ReadonlyMap<string, string>) =>
  id === null ? null : { id, name: names.get(id) ?? '' };
