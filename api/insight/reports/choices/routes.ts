import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Database } from '../../../platform/database/database.ts';
import { type HttpEnv, requirePerson, requireScope } from '../../../platform/http/environment.ts';
import { forbidden } from '../../../platform/http/problem.ts';
import { newRoutes } from '../../../platform/http/routes.ts';
import { requireFeature } from '../../../platform/tenants/require-feature.ts';
import { teamReach } from '../../../platform/tenants/teams.ts';
import { figureReaders } from '../definition.ts';
import { listChoices } from './list-choices.ts';
import { listChoicesRoute } from './schema.ts';

export function choiceRoutes({ database }: { database: Database }): OpenAPIHono<HttpEnv> {
  return newRoutes().openapi(listChoicesRoute, async (c) => {
    const person = requirePerson(c);
    const scope = requireScope(c);
    requireFeature(c, 'reports');
    // Widgets bring their own choices; names of contracts and people are not among their grants.
    if (person.via.kind !== 'cookie') throw forbidden('This is done in the portal, not in a widget.');
    const reach = await teamReach(database.db, scope, person, figureReaders);
    if (reach !== 'all' && reach.length === 0) throw forbidden('Your role reads no figures of this company.');
    return c.json(await listChoices(database.db, scope, reach, c.req.valid('query')), 200);
  });
}
