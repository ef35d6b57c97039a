import type { OpenAPIHono } from '@hono/zod-openapi';
import { hasRole } from '../../platform/auth/actor.ts';
import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { forbidden } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { requireReader } from '../grants.ts';
import { readFieldSet } from './read-fields.ts';
import { replaceFields } from './replace-fields.ts';
import { readJobFieldsRoute, replaceJobFieldsRoute } from './schema.ts';

export function customFieldRoutes(deps: { database: Database; clock: Clock; newId: NewId }): OpenAPIHono<HttpEnv> {
  const { database } = deps;
  const routes = newRoutes();

  routes.openapi(readJobFieldsRoute, async (c) => {
    const { scope } = requireReader(c, 'jobPost.draft');
    const { fields, revision } = await readFieldSet(database.db, scope);
    return c.json({ fields }, 200, { etag: etagOf(scope, revision) });
  });

  routes.openapi(replaceJobFieldsRoute, async (c) => {
    const { scope, person } = requireReader(c);
    if (!hasRole(person, 'owner', 'accountAdmin'))
      throw forbidden('Only account admins decide which fields job posts have; nothing was changed.');
    const doer = { actor: person, requestId: c.get('requestId') };
    const { fields, revision } = await database.transaction(async (trx) => {
      const before = await readFieldSet(trx, scope);
      requireIfMatch(c, etagOf(scope, before.revision));
      const fields = await replaceFields(trx, deps, scope, doer, before, c.req.valid('json').fields);
      return { fields, revision: before.revision + 1 };
    });
    return c.json({ fields }, 200, { etag: etagOf(scope, revision) });
  });

  return routes;
}

function etagOf({ tenantId }: TenantScope, revision: number): string {
  return revisionEtag(`jobFields.${tenantId}`, revision);
}
