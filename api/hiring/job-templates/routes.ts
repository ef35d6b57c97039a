import type { OpenAPIHono } from '@hono/zod-openapi';
import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import { type Database, isUniqueViolation } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { requireHirer, requireReader } from '../grants.ts';
import * as change from './change-templates.ts';
import * as definitions from './schema.ts';
import { listTemplates } from './store.ts';
import type { JobTemplateRow } from './table.ts';

export function jobTemplateRoutes(deps: change.TemplateDeps & { database: Database }): OpenAPIHono<HttpEnv> {
  const { database } = deps;
  const routes = newRoutes();

  routes.openapi(definitions.listJobTemplatesRoute, async (c) => {
    const { scope } = requireReader(c, 'jobPost.draft');
    return c.json({ items: await present(await listTemplates(database.db, scope)) }, 200);
  });

  routes.openapi(definitions.createJobTemplateRoute, async (c) => {
    const author = requireAuthor(c);
    const row = await named(() =>
      database.transaction((trx) => change.createTemplate(trx, deps, author, c.req.valid('json'))),
    );
    return c.json(await presentOne(row), 201, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.getJobTemplateRoute, async (c) => {
    const { scope } = requireReader(c, 'jobPost.draft');
    const row = await change.getTemplate(database.db, scope, c.req.valid('param').id);
    return c.json(await presentOne(row), 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.changeJobTemplateRoute, async (c) => {
    const author = requireAuthor(c);
    const row = await named(() =>
      database.transaction(async (trx) => {
        const known = await change.getTemplate(trx, author.scope, c.req.valid('param').id);
        requireIfMatch(c, revisionEtag(known.id, known.revision));
        return change.changeTemplate(trx, deps, author, known, c.req.valid('json'));
      }),
    );
    return c.json(await presentOne(row), 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.deleteJobTemplateRoute, async (c) => {
    const author = requireAuthor(c);
    await database.transaction((trx) => change.removeTemplate(trx, deps, author, c.req.valid('param').id));
    return c.body(null, 204);
  });

  routes.openapi(definitions.restoreJobTemplateRoute, async (c) => {
    const author = requireAuthor(c);
    const row = await named(() =>
      database.transaction((trx) => change.restoreTemplate(trx, deps, author, c.req.valid('param').id)),
    );
    return c.json(await presentOne(row), 200, { etag: revisionEtag(row.id, row.revision) });
  });

  async function present(rows: readonly JobTemplateRow[]): Promise<definitions.JobTemplate[]> {
    const owners = await peopleById(database.db, [...new Set(rows.map(({ ownerId }) => ownerId))]);
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      fields: JSON.parse(row.fields),
      owner: { id: row.ownerId, name: owners.get(row.ownerId)?.name ?? '' },
      createdAt: isoInstant(row.createdAt),
      updatedAt: isoInstant(row.updatedAt),
    }));
  }
  const presentOne = async (row: JobTemplateRow) => (await present([row]))[0]!;

  return routes;
}

/** Two of one name at the same moment: the index lets one of them be. */
async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw conflict('template_name_taken', 'There is a template of this name; nothing was changed. Take another name.');
  }
}

/** @throws 401, 403, 404 */
function requireAuthor(c: HttpContext): change.TemplateAuthor {
  const { scope, person } = requireHirer(c, 'jobPost.draft');
  const tenant = c.get('tenant');
  if (!tenant) throw notFound();
  return { scope, tenant, personId: person.personId, doer: { actor: person, requestId: c.get('requestId') } };
}
