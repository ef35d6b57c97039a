import type { OpenAPIHono } from '@hono/zod-openapi';
import { isoInstant, type NewId } from '../../platform/clock/clock.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readAsker } from '../search/asker.ts';
import { requireTalentKeeper, requireTalentMember } from '../search/grants.ts';
import { nobodyYet, type WorkedWithUs } from '../search/worked-with-us.ts';
import { changeSearch, saveSearch } from './change-saved-searches.ts';
import { findNewMatches, type MatchDeps } from './find-new-matches.ts';
import * as definitions from './schema.ts';
import { type CountedSearch, deleteSearch, listSearches } from './store.ts';
import { stopAlert } from './unsubscribe.ts';

export type SavedSearchDeps = MatchDeps & { newId: NewId; cursors: Cursors; workedWithUs?: WorkedWithUs };

export function savedSearchRoutes(deps: SavedSearchDeps): OpenAPIHono<HttpEnv> {
  const { database, workedWithUs = nobodyYet } = deps;
  const routes = newRoutes();

  routes.openapi(definitions.listSavedSearchesRoute, async (c) => {
    const { scope, person } = requireTalentMember(c);
    const asker = await readAsker(c, database.db, workedWithUs);
    for (const search of await listSearches(database.db, scope, person.personId)) {
      await findNewMatches(deps, asker, search);
    }
    const searches = await listSearches(database.db, scope, person.personId);
    return c.json({ items: searches.map(presentSearch) }, 200);
  });

  routes.openapi(definitions.createSavedSearchRoute, async (c) => {
    const member = requireTalentKeeper(c);
    const asker = await readAsker(c, database.db, workedWithUs);
    return c.json(presentSearch(await saveSearch(deps, member, asker, c.req.valid('json'))), 201);
  });

  routes.openapi(definitions.changeSavedSearchRoute, async (c) => {
    const member = requireTalentKeeper(c);
    const changed = await changeSearch(deps, member, c.req.valid('param').id, c.req.valid('json'));
    return c.json(presentSearch(changed), 200);
  });

  routes.openapi(definitions.deleteSavedSearchRoute, async (c) => {
    const { scope, person } = requireTalentKeeper(c);
    const isDeleted = await deleteSearch(database.db, scope, person.personId, c.req.valid('param').id);
    if (!isDeleted) throw notFound();
    return c.body(null, 204);
  });

  routes.openapi(definitions.stopAlertRoute, async (c) =>
    c.json(await stopAlert(deps, c.req.valid('query').token), 200),
  );

  return routes;
}

function presentSearch(search: CountedSearch): definitions.SavedSearch {
  return {
    id: search.id,
    name: search.name,
    query: JSON.parse(search.query),
    alert: search.alert,
    createdAt: isoInstant(search.createdAt),
    newCount: search.newCount,
  };
}
