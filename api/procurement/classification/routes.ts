import type { OpenAPIHono } from '@hono/zod-openapi';
import type { MemberRole, Person } from '../../platform/auth/actor.ts';
import { memberRoles } from '../../platform/auth/actor.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { requireRole } from '../../platform/auth/require-role.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import { type HttpContext, type HttpEnv, requireScope } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { notFound, unprocessable } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { requireFeature } from '../../platform/tenants/require-feature.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { classify } from './questionnaire.ts';
import {
  archiveQuestionnaire,
  type ClassificationDeps,
  createQuestionnaire,
  publishDraft,
  restoreQuestionnaire,
  saveDraft,
} from './save-questionnaire.ts';
import * as definitions from './schema.ts';
import { starters } from './starters.ts';
import { findQuestionnaire, listQuestionnaires, listVersions, listVersionsOf } from './store.ts';
import type { QuestionnaireRow } from './table.ts';

/** Who answers for the account says how people are classified. */
const keepers = ['owner', 'accountAdmin'] as const satisfies MemberRole[];

export function classificationRoutes(deps: ClassificationDeps & { database: Database }): OpenAPIHono<HttpEnv> {
  const { database } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listStartersRoute, (c) => {
    requireReader(c);
    return c.json({ items: structuredClone(starters) as definitions.ClassificationStarter[] }, 200);
  });

  routes.openapi(definitions.listQuestionnairesRoute, async (c) => {
    const { scope } = requireReader(c);
    return c.json({ items: await presentAll(db, scope, await listQuestionnaires(db, scope)) }, 200);
  });

  routes.openapi(definitions.createQuestionnaireRoute, async (c) => {
    const { scope } = requireKeeper(c);
    const row = await database.transaction((trx) =>
      createQuestionnaire(trx, deps, scope, doerOf(c), c.req.valid('json')),
    );
    return c.json(await presentOne(db, scope, row), 201, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.getQuestionnaireRoute, async (c) => {
    const { scope } = requireReader(c);
    const row = found(await findQuestionnaire(db, scope, c.req.valid('param').id));
    return c.json(await presentOne(db, scope, row), 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.saveQuestionnaireRoute, async (c) => {
    const { scope } = requireKeeper(c);
    const row = await database.transaction(async (trx) => {
      const known = found(await findQuestionnaire(trx, scope, c.req.valid('param').id));
      requireIfMatch(c, revisionEtag(known.id, known.revision));
      return saveDraft(trx, deps, scope, doerOf(c), known, c.req.valid('json'));
    });
    return c.json(await presentOne(db, scope, row), 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.publishQuestionnaireRoute, async (c) => {
    const { scope, person } = requireKeeper(c);
    const row = await database.transaction(async (trx) => {
      const known = found(await findQuestionnaire(trx, scope, c.req.valid('param').id));
      requireIfMatch(c, revisionEtag(known.id, known.revision));
      return publishDraft(trx, deps, scope, { ...doerOf(c), actor: person }, known);
    });
    return c.json(await presentOne(db, scope, row), 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.deleteQuestionnaireRoute, async (c) => {
    const { scope } = requireKeeper(c);
    await database.transaction((trx) => archiveQuestionnaire(trx, deps, scope, doerOf(c), c.req.valid('param').id));
    return c.body(null, 204);
  });

  routes.openapi(definitions.restoreQuestionnaireRoute, async (c) => {
    const { scope } = requireKeeper(c);
    const { id } = c.req.valid('param');
    const row = await database.transaction((trx) => restoreQuestionnaire(trx, deps, scope, doerOf(c), id));
    return c.json(await presentOne(db, scope, row), 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.listQuestionnaireVersionsRoute, async (c) => {
    const { scope } = requireReader(c);
    const { id } = c.req.valid('param');
    const versions = await listVersions(db, scope, id);
    if (versions.length === 0) found(await findQuestionnaire(db, scope, id));
    const people = await peopleById(db, [...new Set(versions.map(({ publishedBy }) => publishedBy))]);
    const items = versions.map(({ version, hash, definition, publishedBy, publishedAt }) => ({
      version,
      hash,
      definition: JSON.parse(definition),
      publishedBy: people.get(publishedBy)?.name ?? null,
      publishedAt: isoInstant(publishedAt),
    }));
    return c.json({ items }, 200);
  });

  routes.openapi(definitions.tryQuestionnaireRoute, (c) => {
    requireReader(c);
    const { definition, answers } = c.req.valid('json');
    const classified = classify(definition, answers);
    if (!classified) throw unprocessable('answers_incomplete', 'Answer every question to see what they come to.');
    return c.json(classified, 200);
  });

  return routes;
}

function requireReader(c: HttpContext): { scope: TenantScope; person: Person } {
  const person = requireRole(c, ...memberRoles);
  requireFeature(c, 'procurement');
  return { scope: requireScope(c), person };
}

function requireKeeper(c: HttpContext): { scope: TenantScope; person: Person } {
  const person = requireRole(c, ...keepers);
  requireFeature(c, 'procurement');
  return { scope: requireScope(c), person };
}

function found(row: QuestionnaireRow | undefined): QuestionnaireRow {
  if (!row) throw notFound();
  return row;
}

async function presentOne(
  db: Executor,
  scope: TenantScope,
  row: QuestionnaireRow,
): Promise<definitions.ClassificationQuestionnaire> {
  return (await presentAll(db, scope, [row]))[0]!;
}

async function presentAll(
  db: Executor,
  scope: TenantScope,
  rows: readonly QuestionnaireRow[],
): Promise<definitions.ClassificationQuestionnaire[]> {
  const versions = await listVersionsOf(
    db,
    scope,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, name, publishedVersion, draft, createdAt }) => {
    const published = versions.find((one) => one.questionnaireId === id && one.version === publishedVersion);
    return {
      id,
      name,
      state: draft === null ? ('published' as const) : ('draft' as const),
      publishedVersion: published?.version ?? null,
      publishedHash: published?.hash ?? null,
      published: published ? JSON.parse(published.definition) : null,
      draft: draft === null ? null : JSON.parse(draft),
      savedAt: isoInstant(published?.publishedAt ?? createdAt),
    };
  });
}

function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}
