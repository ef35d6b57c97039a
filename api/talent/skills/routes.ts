import type { OpenAPIHono } from '@hono/zod-openapi';
import { isOperator } from '../../platform/auth/actor.ts';
import { type Clock, isoInstant } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { type HttpContext, type HttpEnv, requirePerson } from '../../platform/http/environment.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { forbidden } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { acceptSuggestion, rejectSuggestion } from './decide-suggestion.ts';
import {
  acceptSuggestionRoute,
  listCategoriesRoute,
  listSuggestionsRoute,
  rejectSuggestionRoute,
  type SkillSuggestionBody,
  suggestSkillsRoute,
} from './schema.ts';
import { listSuggestions, type SuggestionPosition } from './store.ts';
import { suggestSkills } from './suggest-skills.ts';
import type { SkillSuggestionRow } from './table.ts';
import { skillCategories } from './taxonomy.ts';

export type SkillRoutesDeps = { database: Database; clock: Clock; cursors: Cursors };

export function skillRoutes({ database, clock, cursors }: SkillRoutesDeps): OpenAPIHono<HttpEnv> {
  const routes = newRoutes();

  routes.openapi(suggestSkillsRoute, async (c) => {
    const { q, with: chosenNames, limit } = c.req.valid('query');
    const ranked = await suggestSkills(database.db, { text: q, chosenNames, limit });
    const items = ranked.map(({ skill: { id, name, categoryId }, alias }) => ({ id, name, categoryId, alias }));
    return c.json({ items }, 200);
  });

  routes.openapi(listCategoriesRoute, (c) => {
    const items = skillCategories.map((category) => ({ ...category, specializations: [...category.specializations] }));
    return c.json({ items }, 200);
  });

  routes.openapi(listSuggestionsRoute, async (c) => {
    requireDesk(c);
    const { state, limit, cursor } = c.req.valid('query');
    const list = `skill-suggestions ${state}`;
    const after = cursor === undefined ? undefined : (cursors.decode(list, cursor) as SuggestionPosition);
    const found = await listSuggestions(database.db, { state, limit: limit + 1, after });
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const nextCursor = last ? cursors.encode(list, { posts: last.posts, id: last.id }) : null;
    return c.json({ items: page.map(present), nextCursor }, 200);
  });

  routes.openapi(acceptSuggestionRoute, async (c) => {
    const { personId } = requireDesk(c);
    const { id } = c.req.valid('param');
    const body: unknown = c.req.valid('json');
    const place = isPlace(body) ? body : undefined;
    await database.transaction((trx) => acceptSuggestion(trx, { id, personId, place, nowMs: clock.now() }));
    return c.body(null, 204);
  });

  routes.openapi(rejectSuggestionRoute, async (c) => {
    const { personId } = requireDesk(c);
    const { id } = c.req.valid('param');
    await database.transaction((trx) => rejectSuggestion(trx, { id, personId, nowMs: clock.now() }));
    return c.body(null, 204);
  });

  return routes;
}

/** Without a body the validator hands over an empty object. */
function isPlace(body: unknown): body is { categoryId: string; specializationId: string } {
  return typeof body === 'object' && body !== null && 'categoryId' in body;
}

/** @throws 401, 403 */
function requireDesk(c: HttpContext) {
  const person = requirePerson(c);
  if (!isOperator(person, 'vetter')) throw forbidden('Only the operator’s vetting desk decides on skills.');
  return person;
}

function present({ skillIds, createdAt, decidedAt, decidedBy: _, ...row }: SkillSuggestionRow): SkillSuggestionBody {
  return {
    ...row,
    skillIds: JSON.parse(skillIds) as string[],
    createdAt: isoInstant(createdAt),
    decidedAt: decidedAt === null ? null : isoInstant(decidedAt),
  };
}
