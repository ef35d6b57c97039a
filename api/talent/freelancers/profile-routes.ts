import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Database } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { matchesIfNoneMatch, revisionEtag } from '../../platform/http/etag.ts';
import { notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { isFreelancerId } from './freelancer.ts';
import { maySee } from './present-freelancer.ts';
import { createProfileBodies } from './profile-bodies.ts';
import { createHeadReads } from './profile-heads.ts';
import { getFreelancer } from './schema.ts';

export type ProfilePorts = {
  /** Whether the asking member has the profile in their default list; asked for members only. */
  isSaved?(c: HttpContext, freelancerId: string): Promise<boolean>;
};

export function profileRoutes({ database }: { database: Database }, { isSaved }: ProfilePorts): OpenAPIHono<HttpEnv> {
  const headOf = createHeadReads(database.db);
  const bodyOf = createProfileBodies(database.db);
  const routes = newRoutes();

  // The most asked-for route by far: registered by hand, because its answer is JSON that is written already.
  routes.openAPIRegistry.registerPath(getFreelancer);
  routes.get('/v1/freelancers/:id', async (c) => {
    const id = c.req.param('id');
    const actor = c.get('actor');
    while (true) {
      const head = isFreelancerId(id) ? await headOf(id) : undefined;
      if (!head || !maySee(actor, head)) throw notFound();
      const saved = actor.kind === 'person' && actor.roles.length > 0 && ((await isSaved?.(c, id)) ?? false);
      const etag = saved ? `"${id}.${head.revision}.saved"` : revisionEtag(id, head.revision);
      if (matchesIfNoneMatch(c, etag)) return c.body(null, 304, { etag, ...caching });
      const json = await bodyOf(head, saved);
      // Changed since the head was read, perhaps in who may see it: decided anew.
      if (json === undefined) continue;
      return c.body(json, 200, { etag, ...caching, 'content-type': 'application/json' });
    }
  });
  return routes;
}

/** What one sees depends on who asks, so that only the asking browser may keep it, and must ask again. */
const caching = { 'cache-control': 'private, no-cache', vary: 'Cookie, Authorization' };
