import type { OpenAPIHono } from '@hono/zod-openapi';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { type DeskKind, requireDesk, requireReviewer } from './desk.ts';
import type { DeskDefinitions } from './desk-definitions.ts';
import { poolsOf } from './desk-pools.ts';
import { beginProgram, changeProgram, getProgram } from './edit-program.ts';
import { changeRubric, draftRubric, dropDraft, getRubric, publishRubric } from './edit-rubric.ts';
import { presentPrograms, presentRubrics } from './present-programs.ts';
import { listPrograms, listRubrics } from './program-store.ts';
import { doerOf, type VettingRouteDeps } from './route-deps.ts';

/** Programs and the versions of their rubrics. */
export function programRoutes(
  deps: VettingRouteDeps,
  kind: DeskKind,
  definitions: DeskDefinitions,
): OpenAPIHono<HttpEnv> {
  const { database } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.pools, async (c) => {
    const desk = requireDesk(c, kind);
    return c.json({ items: await poolsOf(db, desk.scope) }, 200);
  });

  routes.openapi(definitions.listPrograms, async (c) => {
    const desk = requireDesk(c, kind);
    return c.json({ items: await presentPrograms(db, desk.scope, await listPrograms(db, desk.scope)) }, 200);
  });

  routes.openapi(definitions.postProgram, async (c) => {
    const desk = requireReviewer(c, kind);
    const body = c.req.valid('json');
    const row = await database.transaction((trx) => beginProgram(trx, deps, desk, doerOf(c), body));
    const [program] = await presentPrograms(db, desk.scope, [row]);
    return c.json(program!, 201, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.getProgram, async (c) => {
    const desk = requireDesk(c, kind);
    const row = await getProgram(db, desk, c.req.valid('param').id);
    const [program] = await presentPrograms(db, desk.scope, [row]);
    return c.json(program!, 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.patchProgram, async (c) => {
    const desk = requireReviewer(c, kind);
    const before = await getProgram(db, desk, c.req.valid('param').id);
    requireIfMatch(c, revisionEtag(before.id, before.revision));
    const body = c.req.valid('json');
    await database.transaction((trx) => changeProgram(trx, deps, desk, doerOf(c), before, body));
    const row = await getProgram(db, desk, before.id);
    const [program] = await presentPrograms(db, desk.scope, [row]);
    return c.json(program!, 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.listRubrics, async (c) => {
    const desk = requireDesk(c, kind);
    const program = await getProgram(db, desk, c.req.valid('param').id);
    const rows = await listRubrics(db, desk.scope, program.id);
    return c.json({ items: await presentRubrics(db, desk.scope, rows) }, 200);
  });

  routes.openapi(definitions.postRubric, async (c) => {
    const desk = requireReviewer(c, kind);
    const { id } = c.req.valid('param');
    const row = await database.transaction(async (trx) => {
      const program = await getProgram(trx, desk, id);
      return draftRubric(trx, deps, desk, doerOf(c), program.id);
    });
    const [rubric] = await presentRubrics(db, desk.scope, [row]);
    return c.json(rubric!, 201, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.getRubric, async (c) => {
    const desk = requireDesk(c, kind);
    const row = await getRubric(db, desk, c.req.valid('param').id);
    const [rubric] = await presentRubrics(db, desk.scope, [row]);
    return c.json(rubric!, 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.putRubric, async (c) => {
    const desk = requireReviewer(c, kind);
    const before = await getRubric(db, desk, c.req.valid('param').id);
    requireIfMatch(c, revisionEtag(before.id, before.revision));
    const body = c.req.valid('json');
    await database.transaction((trx) => changeRubric(trx, deps, desk, doerOf(c), before, body));
    const row = await getRubric(db, desk, before.id);
    const [rubric] = await presentRubrics(db, desk.scope, [row]);
    return c.json(rubric!, 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.deleteRubric, async (c) => {
    const desk = requireReviewer(c, kind);
    const { id } = c.req.valid('param');
    await database.transaction(async (trx) => dropDraft(trx, deps, desk, doerOf(c), await getRubric(trx, desk, id)));
    return c.body(null, 204);
  });

  routes.openapi(definitions.publishRubric, async (c) => {
    const desk = requireReviewer(c, kind);
    const { id } = c.req.valid('param');
    await database.transaction(async (trx) =>
      publishRubric(trx, deps, desk, doerOf(c), await getRubric(trx, desk, id)),
    );
    const row = await getRubric(db, desk, id);
    const [rubric] = await presentRubrics(db, desk.scope, [row]);
    return c.json(rubric!, 200, { etag: revisionEtag(row.id, row.revision) });
  });

  return routes;
}
