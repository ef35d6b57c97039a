import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Person } from '../auth/actor.ts';
import { peopleById } from '../auth/people.ts';
import { requireRole } from '../auth/require-role.ts';
import { isoInstant } from '../clock/clock.ts';
import type { Database, Executor } from '../database/database.ts';
import type { Files } from '../files/files.ts';
import { type HttpContext, type HttpEnv, requireScope } from '../http/environment.ts';
import type { Cursors } from '../http/paging.ts';
import { conflict } from '../http/problem.ts';
import { newRoutes } from '../http/routes.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import { signedHead } from './anchor-heads.ts';
import { presentEntry, presentRun } from './present.ts';
import { recordRead } from './record-audit.ts';
import { auditExportKey } from './run-audit.ts';
import { listRuns } from './run-store.ts';
import * as definitions from './schema.ts';
import { type KeyDeps, publicKeys, signingKey } from './signing-key.ts';
import { cancelRun, getRun, type StartDeps, startExport, startVerification } from './start-run.ts';
import { listEntries } from './store.ts';
import type { AuditRunRow } from './table.ts';

/** What objects of other slices are called, by their ids. */
export type NameObjects = (
  db: Executor,
  scope: TenantScope,
  objects: readonly { kind: string; id: string }[],
) => Promise<ReadonlyMap<string, string>>;
export type AuditRouteDeps = StartDeps & KeyDeps & { files: Files; cursors: Cursors };

const runsShown = 20;
const verifierFile = join(import.meta.dirname, 'verify-audit-export.mjs');

export function auditRoutes(deps: AuditRouteDeps, nameObjects: NameObjects): OpenAPIHono<HttpEnv> {
  const { database, cursors } = deps;
  const { db } = database;
  const routes = newRoutes();
  const present = async (run: AuditRunRow) => (await presentRuns(database, [run]))[0]!;

  routes.openapi(definitions.listAudit, async (c) => {
    const { scope } = requireReader(c);
    const { action, actor, object, from, to, limit, cursor } = c.req.valid('query');
    const filter = { action, actor, object, fromMs: msOf(from), toMs: msOf(to) };
    const binding = `audit ${scope.tenantId} ${JSON.stringify(filter)}`;
    const beforeSequence = cursor === undefined ? undefined : (cursors.decode(binding, cursor) as number);
    const rows = await listEntries(db, scope, { ...filter, beforeSequence }, limit + 1);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const nextCursor = rows.length > limit && last ? cursors.encode(binding, last.sequence) : null;
    const objects = items.map(({ objectKind, objectId }) => ({ kind: objectKind, id: objectId }));
    const names = await nameObjects(db, scope, objects);
    return c.json({ items: items.map((item) => presentEntry(item, names)), nextCursor }, 200);
  });

  routes.openapi(definitions.getAuditHead, async (c) => {
    const { scope } = requireReader(c);
    const { atMs, ...head } = await signedHead(deps, scope);
    return c.json({ ...head, at: isoInstant(atMs) }, 200);
  });

  routes.openapi(definitions.startAuditExport, async (c) => {
    const { scope, person } = requireReader(c);
    const { from, to } = c.req.valid('json');
    const doer = { actor: person, requestId: c.get('requestId'), personId: person.personId };
    const period = { fromMs: msOf(from) ?? null, toMs: msOf(to) ?? null };
    return c.json(await present(await startExport(deps, scope, doer, period)), 202);
  });

  routes.openapi(definitions.startAuditVerification, async (c) => {
    const { scope, person } = requireReader(c);
    const run = await startVerification(deps, scope, person.personId, c.req.valid('json').anchor);
    return c.json(await present(run), 202);
  });

  routes.openapi(definitions.listAuditRuns, async (c) => {
    const { scope } = requireReader(c);
    return c.json({ items: await presentRuns(database, await listRuns(db, scope, runsShown)) }, 200);
  });

  routes.openapi(definitions.getAuditRun, async (c) => {
    const { scope } = requireReader(c);
    return c.json(await present(await getRun(db, scope, c.req.valid('param').id)), 200);
  });

  routes.openapi(definitions.cancelAuditRun, async (c) => {
    const { scope } = requireReader(c);
    return c.json(await present(await cancelRun(deps, scope, c.req.valid('param').id)), 200);
  });

  routes.openapi(definitions.downloadAuditExport, async (c) => {
    const { scope, person } = requireReader(c);
    const run = await getRun(db, scope, c.req.valid('param').id);
    const stream = run.state === 'done' && run.bytes !== null && (await deps.files.getStream(auditExportKey(run.id)));
    if (!stream) throw noFile();
    const doer = { actor: person, requestId: c.get('requestId') };
    const object = { kind: 'auditExport', id: run.id };
    await recordRead(deps, scope, doer, { action: 'auditExport.downloaded', object });
    return c.body(Readable.toWeb(stream) as ReadableStream, 200, {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-length': String(run.bytes),
      'content-disposition': `attachment; filename="${presentRun(run, null).file!.name}"`,
      'repr-digest': `sha-256=:${Buffer.from(run.sha256!, 'hex').toString('base64')}:`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  routes.openapi(definitions.getAuditVerifier, async (c) =>
    c.body(await readFile(verifierFile, 'utf8'), 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'content-disposition': 'attachment; filename="verify-audit.mjs"',
      'x-content-type-options': 'nosniff',
    }),
  );

  routes.openapi(definitions.getAuditKeys, async (c) => {
    // Made now if nothing was signed yet, so that it can be kept before the first export.
    await signingKey(deps);
    return c.json({ keys: await publicKeys(db) }, 200);
  });

  return routes;
}

/** @throws 401, 403, 404 */
function requireReader(c: HttpContext): { scope: ReturnType<typeof requireScope>; person: Person } {
  return { scope: requireScope(c), person: requireRole(c, 'owner', 'accountAdmin', 'auditor') };
}

async function presentRuns({ db }: Database, runs: readonly AuditRunRow[]) {
  const people = await peopleById(db, [...new Set(runs.map(({ requestedBy }) => requestedBy))]);
  return runs.map((run) => presentRun(run, people.get(run.requestedBy)?.name ?? null));
}

function msOf(instant: string | undefined): number | undefined {
  return instant === undefined ? undefined : Date.parse(instant);
}

const noFile = () =>
  conflict(
    'audit_export_has_no_file',
    'This run has no file: it is not done, or its file was kept long enough. Export again.',
  );
