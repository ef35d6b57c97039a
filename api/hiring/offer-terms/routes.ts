import type { OpenAPIHono } from '@hono/zod-openapi';
import { hasRole, type MemberRole } from '../../platform/auth/actor.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { forbidden, notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { type HiringMember, requireReader } from '../grants.ts';
import { archiveTemplate, createTemplate, restoreTemplate, saveTemplate, type TemplateDeps } from './save-template.ts';
import * as definitions from './schema.ts';
import { standardTemplate } from './standard-template.ts';
import { findTemplate, listTemplates, listTemplateVersions, type TermsTemplateRecord } from './store.ts';
import { standardTemplateId } from './terms-template.ts';

/** What everybody's offers say is for who answers for the account. */
const keepers = ['owner', 'accountAdmin'] as const satisfies MemberRole[];

export function termsTemplateRoutes(deps: TemplateDeps & { database: Database }): OpenAPIHono<HttpEnv> {
  const { database } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listTermsTemplatesRoute, async (c) => {
    const { scope } = requireReader(c);
    const rows = await listTemplates(db, scope);
    const hasDefault = rows.some(({ isDefault }) => isDefault === 1);
    const own = await presentAll(db, rows);
    const standard = { ...standardTemplate, isDefault: !hasDefault };
    return c.json({ items: hasDefault ? [...own, standard] : [standard, ...own] }, 200);
  });

  routes.openapi(definitions.createTermsTemplateRoute, async (c) => {
    const member = requireKeeper(c);
    const row = await database.transaction((trx) => createTemplate(trx, deps, member, doerOf(c), c.req.valid('json')));
    return c.json(await presentOne(db, row), 201, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.getTermsTemplateRoute, async (c) => {
    const { scope } = requireReader(c);
    const { id } = c.req.valid('param');
    if (id === standardTemplateId) return c.json(standardTemplate, 200);
    const row = found(await findTemplate(db, scope, id));
    return c.json(await presentOne(db, row), 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.saveTermsTemplateRoute, async (c) => {
    const member = requireKeeper(c);
    const row = await database.transaction(async (trx) => {
      const known = found(await findTemplate(trx, member.scope, c.req.valid('param').id));
      requireIfMatch(c, revisionEtag(known.id, known.revision));
      return saveTemplate(trx, deps, member, doerOf(c), known, c.req.valid('json'));
    });
    return c.json(await presentOne(db, row), 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.deleteTermsTemplateRoute, async (c) => {
    const member = requireKeeper(c);
    await database.transaction((trx) => archiveTemplate(trx, deps, member, doerOf(c), c.req.valid('param').id));
    return c.body(null, 204);
  });

  routes.openapi(definitions.restoreTermsTemplateRoute, async (c) => {
    const member = requireKeeper(c);
    const { id } = c.req.valid('param');
    const row = await database.transaction((trx) => restoreTemplate(trx, deps, member, doerOf(c), id));
    return c.json(await presentOne(db, row), 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.listTermsTemplateVersionsRoute, async (c) => {
    const { scope } = requireReader(c);
    const { id } = c.req.valid('param');
    if (id === standardTemplateId) return c.json({ items: [standardTemplate].map(versionOfStandard) }, 200);
    const versions = await listTemplateVersions(db, scope, id);
    if (versions.length === 0) throw notFound();
    const people = await peopleById(db, [...new Set(versions.map(({ savedBy }) => savedBy))]);
    const items = versions.map(({ version, hash, text, savedBy, savedAt }) => ({
      version,
      hash,
      text,
      savedBy: people.get(savedBy)?.name ?? null,
      savedAt: isoInstant(savedAt),
    }));
    return c.json({ items }, 200);
  });

  return routes;
}

function versionOfStandard({ version, hash, text, savedBy, savedAt }: definitions.TermsTemplate) {
  return { version, hash, text, savedBy, savedAt };
}

function requireKeeper(c: HttpContext): HiringMember {
  const member = requireReader(c);
  if (!hasRole(member.person, ...keepers))
    throw forbidden('Terms are kept by owners and account admins. Ask one of them.');
  return member;
}

function found(row: TermsTemplateRecord | undefined): TermsTemplateRecord {
  if (!row) throw notFound();
  return row;
}

async function presentOne(db: Executor, row: TermsTemplateRecord): Promise<definitions.TermsTemplate> {
  return (await presentAll(db, [row]))[0]!;
}

async function presentAll(db: Executor, rows: readonly TermsTemplateRecord[]): Promise<definitions.TermsTemplate[]> {
  const people = await peopleById(db, [...new Set(rows.map(({ savedBy }) => savedBy))]);
  return rows.map(({ id, name, version, hash, text, isDefault, savedBy, savedAt }) => ({
    id,
    name,
    version,
    hash,
    text,
    isDefault: isDefault === 1,
    isStandard: false,
    savedBy: people.get(savedBy)?.name ?? null,
    savedAt: isoInstant(savedAt),
  }));
}

function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}
