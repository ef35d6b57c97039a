import type { OpenAPIHono } from '@hono/zod-openapi';
import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { doerOf } from './acting.ts';
import type { OnboardingDeps } from './deps.ts';
import { requireKeeper, requireReader } from './grants.ts';
import { askedOf, reusable } from './plan-onboarding.ts';
import { archiveTemplate, createTemplate, restoreTemplate, saveTemplate } from './save-template.ts';
import * as definitions from './template-schema.ts';
import { findTemplate, listTemplates, listTemplateVersions, type TemplateRecord } from './template-store.ts';

export function onboardingTemplateRoutes(deps: OnboardingDeps & { database: Database }): OpenAPIHono<HttpEnv> {
  const { database, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listTemplatesRoute, async (c) => {
    const { scope } = requireReader(c);
    return c.json({ items: await presentAll(db, await listTemplates(db, scope)) }, 200);
  });

  routes.openapi(definitions.createTemplateRoute, async (c) => {
    const { scope, person } = requireKeeper(c);
    const by = { ...doerOf(c), actor: person };
    const row = await database.transaction((trx) => createTemplate(trx, deps, scope, by, c.req.valid('json')));
    return c.json(await presentOne(db, row), 201, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.getTemplateRoute, async (c) => {
    const { scope } = requireReader(c);
    const row = found(await findTemplate(db, scope, c.req.valid('param').id));
    return c.json(await presentOne(db, row), 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.saveTemplateRoute, async (c) => {
    const { scope, person } = requireKeeper(c);
    const row = await database.transaction(async (trx) => {
      const known = found(await findTemplate(trx, scope, c.req.valid('param').id));
      requireIfMatch(c, revisionEtag(known.id, known.revision));
      return saveTemplate(trx, deps, scope, { ...doerOf(c), actor: person }, known, c.req.valid('json'));
    });
    return c.json(await presentOne(db, row), 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.deleteTemplateRoute, async (c) => {
    const { scope, person } = requireKeeper(c);
    const by = { ...doerOf(c), actor: person };
    await database.transaction((trx) => archiveTemplate(trx, deps, scope, by, c.req.valid('param').id));
    return c.body(null, 204);
  });

  routes.openapi(definitions.restoreTemplateRoute, async (c) => {
    const { scope, person } = requireKeeper(c);
    const by = { ...doerOf(c), actor: person };
    const row = await database.transaction((trx) => restoreTemplate(trx, deps, scope, by, c.req.valid('param').id));
    return c.json(await presentOne(db, row), 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.listTemplateVersionsRoute, async (c) => {
    const { scope } = requireReader(c);
    const versions = await listTemplateVersions(db, scope, c.req.valid('param').id);
    if (versions.length === 0) throw notFound();
    const people = await peopleById(db, [...new Set(versions.map(({ savedBy }) => savedBy))]);
    const items = versions.map(({ version, applies, tasks, savedBy, savedAt }) => ({
      version,
      applies: JSON.parse(applies),
      tasks: JSON.parse(tasks),
      savedBy: people.get(savedBy)?.name ?? null,
      savedAt: isoInstant(savedAt),
    }));
    return c.json({ items }, 200);
  });

  routes.openapi(definitions.previewRoute, async (c) => {
    const { scope } = requireReader(c);
    const { freelancerId, ...traits } = c.req.valid('json');
    const nowMs = clock.now();
    const items = [];
    for (const { template, task, reuseKey } of await askedOf(db, scope, traits)) {
      const contract = freelancerId ? { freelancerId, startsAtMs: nowMs } : undefined;
      const done = contract && (await reusable(db, scope, contract, reuseKey, nowMs));
      const reusedUntil = done?.validUntil ? isoInstant(done.validUntil) : null;
      items.push({ templateId: template.id, templateName: template.name, task, reusedUntil });
    }
    return c.json({ items }, 200);
  });

  return routes;
}

function found(row: TemplateRecord | undefined): TemplateRecord {
  if (!row) throw notFound();
  return row;
}

async function presentOne(db: Executor, row: TemplateRecord): Promise<definitions.OnboardingTemplateBody> {
  return (await presentAll(db, [row]))[0]!;
}

async function presentAll(
  db: Executor,
  rows: readonly TemplateRecord[],
): Promise<definitions.OnboardingTemplateBody[]> {
  const people = await peopleById(db, [...new Set(rows.map(({ savedBy }) => savedBy))]);
  return rows.map(({ id, name, version, applies, tasks, savedBy, savedAt }) => ({
    id,
    name,
    version,
    applies: JSON.parse(applies),
    tasks: JSON.parse(tasks),
    savedBy: people.get(savedBy)?.name ?? null,
    savedAt: isoInstant(savedAt),
  }));
}
