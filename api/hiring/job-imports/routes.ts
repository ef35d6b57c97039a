import { Readable } from 'node:stream';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Uploader } from '../../platform/files/attach-uploads.ts';
import { type HttpContext, type HttpEnv, requireScope } from '../../platform/http/environment.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { forbidden, unprocessable } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import { findMemberByEmail, peopleWithRoles } from '../../platform/tenants/members.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { hirers, requireHirer, requireReader } from '../grants.ts';
import type { JobPostDeps } from '../job-posts/deps.ts';
import { cancelImport } from './cancel-import.ts';
import { inspectFile, mappingFor } from './inspect-file.ts';
import { getImport, presentImports, presentRow, rowsAsCsv } from './read-imports.ts';
import * as definitions from './schema.ts';
import { type StartDeps, startImport } from './start-import.ts';
import { listImportRows, listImports } from './store.ts';

export type JobImportDeps = StartDeps & JobPostDeps & { cursors: Cursors };

export function jobImportRoutes(deps: JobImportDeps): OpenAPIHono<HttpEnv> {
  const { database, cursors } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.previewImportRoute, async (c) => {
    const { scope, uploader } = requireImporter(c);
    const { name: _, ...file } = await inspectFile(db, deps, scope, uploader, c.req.valid('query').fileId);
    return c.json({ ...file, ...(await mappingFor(db, scope, file.columns, undefined)) }, 200);
  });

  routes.openapi(definitions.startImportRoute, async (c) => {
    const importer = requireImporter(c);
    const { fileId, ...settings } = c.req.valid('json');
    const ownerId = await ownerOf(importer, settings.ownerEmail);
    const row = await startImport(deps, { ...importer, ownerId }, fileId, settings);
    return c.json(await getImport(db, importer.scope, row.id), 202);
  });

  routes.openapi(definitions.listImportsRoute, async (c) => {
    const scope = requireImportReader(c);
    const { cursor, limit } = c.req.valid('query');
    const binding = `jobImports ${scope.tenantId}`;
    const before = cursor === undefined ? undefined : (cursors.decode(binding, cursor) as Place);
    const rows = await listImports(db, scope, before, limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const nextCursor = last ? cursors.encode(binding, { createdAt: last.createdAt, id: last.id }) : null;
    return c.json({ items: await presentImports(db, page), nextCursor }, 200);
  });

  routes.openapi(definitions.getImportRoute, async (c) =>
    c.json(await getImport(db, requireImportReader(c), c.req.valid('param').id), 200),
  );

  routes.openapi(definitions.listImportedRowsRoute, async (c) => {
    const scope = requireImportReader(c);
    const { outcome, after, limit } = c.req.valid('query');
    const { id } = await getImport(db, scope, c.req.valid('param').id);
    const rows = await listImportRows(db, scope, id, { outcome, after, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const nextAfter = rows.length > limit ? page.at(-1)!.row : null;
    return c.json({ items: page.map(presentRow), nextAfter }, 200);
  });

  routes.openapi(definitions.downloadRowsRoute, async (c) => {
    const scope = requireImportReader(c);
    const { id } = await getImport(db, scope, c.req.valid('param').id);
    const lines = Readable.from(rowsAsCsv(db, scope, id, c.req.valid('query').outcome), { objectMode: false });
    return c.body(Readable.toWeb(lines) as ReadableStream, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="import-${id}.csv"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  routes.openapi(definitions.importTimelineRoute, async (c) => {
    const scope = requireImportReader(c);
    const { id } = await getImport(db, scope, c.req.valid('param').id);
    return c.json({ items: await readTimeline(db, scope, { kind: 'jobImport', id }, 'team') }, 200);
  });

  routes.openapi(definitions.cancelImportRoute, async (c) => {
    const { scope, doer } = requireImporter(c);
    const { id } = c.req.valid('param');
    await database.transaction((trx) => cancelImport(trx, deps, scope, doer, id));
    return c.json(await getImport(db, scope, id), 200);
  });

  /** @throws 422 owner_missing, owner_may_not_post */
  async function ownerOf({ scope, uploader }: Importing, email: string | undefined): Promise<string> {
    if (email === undefined) {
      if ('personId' in uploader) return uploader.personId;
      throw ownerRefused('owner_missing', 'Say by ownerEmail whose posts they become.');
    }
    const member = await findMemberByEmail(db, scope, email);
    const mayPost = await peopleWithRoles(db, scope, hirers);
    if (member && mayPost.includes(member.personId)) return member.personId;
    throw ownerRefused('owner_may_not_post', 'Nobody of this address may post jobs here.');
  }

  return routes;
}

type Place = { createdAt: number; id: string };
type Importing = { scope: TenantScope; uploader: Uploader; doer: Doer };

/** Whoever writes posts, at the portal, or the tenant's own server. @throws 401, 403, 404 */
function requireImporter(c: HttpContext): Importing {
  const actor = c.get('actor');
  const doer = { actor, requestId: c.get('requestId') };
  if (actor.kind === 'secretKey') return { scope: requireScope(c), uploader: { tenantId: actor.tenantId }, doer };
  const { scope, person } = requireHirer(c);
  return { scope, uploader: { personId: person.personId }, doer };
}

/** @throws 401, 403, 404 */
function requireImportReader(c: HttpContext): TenantScope {
  const actor = c.get('actor');
  if (actor.kind !== 'secretKey') return requireReader(c).scope;
  const scope = requireScope(c);
  if (scope.tenantId !== actor.tenantId) throw forbidden();
  return scope;
}

function ownerRefused(code: string, message: string) {
  return unprocessable(code, `${message} Nothing was imported.`, [{ pointer: '/ownerEmail', code, message }]);
}
