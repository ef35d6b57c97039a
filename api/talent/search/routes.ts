import type { OpenAPIHono } from '@hono/zod-openapi';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { createFoundReads } from '../freelancers/read-for-search.ts';
import { readAsker } from './asker.ts';
import { compareTalent } from './compare-talent.ts';
import { requireSearchGrant } from './grants.ts';
import { createHitMarks } from './hit-marks.ts';
import { compareTalentRoute, searchTalentRoute, suggestTalentRoute } from './schema.ts';
import { type SearchDeps, searchTalent } from './search-talent.ts';
import { suggestTalent } from './suggest-talent.ts';
import { nobodyYet, type WorkedWithUs } from './worked-with-us.ts';

export type TalentSearchDeps = Omit<SearchDeps, 'readFound' | 'readMarks'> & { workedWithUs?: WorkedWithUs };

export function talentSearchRoutes(ports: TalentSearchDeps): OpenAPIHono<HttpEnv> {
  const { database, workedWithUs = nobodyYet } = ports;
  const deps: SearchDeps = { ...ports, readFound: createFoundReads(database.db), readMarks: createHitMarks() };
  const routes = newRoutes();

  routes.openapi(searchTalentRoute, async (c) => {
    requireSearchGrant(c.get('actor'));
    const asker = await readAsker(c, database.db, workedWithUs);
    const result = await searchTalent(deps, asker, c.req.valid('query'), c.req.header('accept-language'));
    return c.json(result, 200, answerHeaders);
  });

  routes.openapi(suggestTalentRoute, async (c) => {
    requireSearchGrant(c.get('actor'));
    const asker = await readAsker(c, database.db, workedWithUs);
    return c.json(await suggestTalent(deps, asker, c.req.valid('query').q), 200, answerHeaders);
  });

  routes.openapi(compareTalentRoute, async (c) => {
    const actor = c.get('actor');
    requireSearchGrant(actor, 'compare');
    const asker = await readAsker(c, database.db, workedWithUs);
    return c.json(
      { items: await compareTalent(database.db, actor, asker, c.req.valid('query').id) },
      200,
      answerHeaders,
    );
  });

  return routes;
}

/** What is found depends on who asks and on the language of the labels. */
const answerHeaders = { 'cache-control': 'no-store', vary: 'Accept-Language' };
