import type { OpenAPIHono } from '@hono/zod-openapi';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readFreelancerRows } from '../freelancers/read-freelancers.ts';
import { type DeskKind, requireDesk, requireReviewer } from './desk.ts';
import type { DeskDefinitions } from './desk-definitions.ts';
import { offerSlots, removeSlot } from './interview-slots.ts';
import { listInterviewsIn, listSlots } from './interview-store.ts';
import { namesOf } from './present-case.ts';
import { presentSlot } from './present-parts.ts';
import { doerOf, type VettingRouteDeps } from './route-deps.ts';
import { listCases } from './store.ts';

const slotsShownMax = 500;

/** Times of reviewers. */
export function slotRoutes(deps: VettingRouteDeps, kind: DeskKind, definitions: DeskDefinitions): OpenAPIHono<HttpEnv> {
  const { database, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listSlots, async (c) => {
    const { scope, person } = requireDesk(c, kind);
    const { reviewer } = c.req.valid('query');
    const reviewerId = reviewer === 'me' ? person.personId : reviewer;
    const filter = { states: ['open', 'taken'], fromMs: clock.now(), reviewerId } as const;
    const slots = await listSlots(db, scope, filter, slotsShownMax);
    const taken = slots.filter(({ state }) => state === 'taken').map(({ id }) => id);
    const interviews = taken.length === 0 ? [] : await listInterviewsIn(db, scope, taken);
    const ids = interviews.map(({ applicationId }) => applicationId);
    const cases = ids.length === 0 ? [] : await listCases(db, scope, { ids }, { after: undefined, limit: ids.length });
    const freelancers = await readFreelancerRows(db, [...new Set(cases.map(({ freelancerId }) => freelancerId))]);
    const named = await namesOf(
      db,
      slots.map(({ reviewerId: id }) => id),
    );
    const items = slots.map((slot) => {
      const interview = interviews.find(({ slotId }) => slotId === slot.id);
      const found = cases.find(({ id }) => id === interview?.applicationId);
      const name = found && freelancers.get(found.freelancerId)?.name;
      return { ...presentSlot(slot, named), application: found ? { id: found.id, name: name ?? '' } : null };
    });
    return c.json({ items }, 200);
  });

  routes.openapi(definitions.postSlots, async (c) => {
    const desk = requireReviewer(c, kind);
    const body = c.req.valid('json');
    const rows = await database.transaction((trx) => offerSlots(trx, deps, desk, doerOf(c), body));
    const named = await namesOf(db, [desk.person.personId]);
    return c.json({ items: rows.map((row) => presentSlot(row, named)) }, 201);
  });

  routes.openapi(definitions.deleteSlot, async (c) => {
    const desk = requireReviewer(c, kind);
    await database.transaction((trx) => removeSlot(trx, deps, desk, doerOf(c), c.req.valid('param').id));
    return c.body(null, 204);
  });

  return routes;
}
