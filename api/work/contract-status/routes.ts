import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { revisionEtag } from '../../platform/http/etag.ts';
import { Refusal } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import {
  getContractRow,
  getOwnContractRow,
  ownerOfFreelancer,
  ownerOfTenant,
} from '../contracts/read-contract-lists.ts';
import { requireContractReader } from '../grants.ts';
import type { ChangeStreams, Listener } from './change-streams.ts';
import { readStatus, readStatusPage, readStatusTimeline, type StatusDeps } from './read-status.ts';
import * as definitions from './schema.ts';

const read = 'contractStatus.read';
const streamsPerPerson = 6;

export function contractStatusRoutes(deps: StatusDeps, streams: ChangeStreams): OpenAPIHono<HttpEnv> {
  const { db } = deps.database;
  const routes = newRoutes();

  routes.openapi(definitions.listStatusRoute, async (c) => {
    const { scope } = requireContractReader(c, read);
    return c.json(await readStatusPage(deps, ownerOfTenant(scope), c.req.valid('query')), 200);
  });

  // Before the one with a contract's id in its place.
  routes.openapi(definitions.statusChangesRoute, async (c) => {
    const { scope, person } = requireContractReader(c, read);
    const { via } = person;
    return stream(c, {
      personId: person.personId,
      sessionId: via.sessionId,
      sourceIds: via.kind === 'embed' ? via.sourceIds : undefined,
      isWidget: via.kind === 'embed',
      owner: ownerOfTenant(scope),
    });
  });

  routes.openapi(definitions.getStatusRoute, async (c) => {
    const { scope, person } = requireContractReader(c, read);
    const row = await getContractRow(db, scope, c.req.valid('param').contractId);
    const status = await readStatus(deps, scope, row, { side: 'client', actor: person });
    return c.json(status, 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.statusTimelineRoute, async (c) => {
    const { scope } = requireContractReader(c, read);
    const row = await getContractRow(db, scope, c.req.valid('param').contractId);
    return c.json({ items: await readStatusTimeline(deps, scope, row, 'client', 500) }, 200);
  });

  routes.openapi(definitions.listMyStatusRoute, async (c) => {
    const { freelancer, tenant } = requireFreelancer(c);
    return c.json(await readStatusPage(deps, ownerOfFreelancer(freelancer, tenant), c.req.valid('query')), 200);
  });

  routes.openapi(definitions.myStatusChangesRoute, async (c) => {
    const { freelancer, tenant, person } = requireFreelancer(c);
    return stream(c, {
      personId: person.personId,
      sessionId: person.via.sessionId,
      isWidget: false,
      owner: ownerOfFreelancer(freelancer, tenant),
    });
  });

  routes.openapi(definitions.getMyStatusRoute, async (c) => {
    const acting = requireFreelancer(c);
    const row = await getOwnContractRow(db, acting, c.req.valid('param').contractId);
    const scope = tenantOfFound(acting.freelancer, row);
    const status = await readStatus(deps, scope, row, { side: 'freelancer', actor: acting.person });
    return c.json(status, 200, { etag: revisionEtag(row.id, row.revision) });
  });

  routes.openapi(definitions.myStatusTimelineRoute, async (c) => {
    const acting = requireFreelancer(c);
    const row = await getOwnContractRow(db, acting, c.req.valid('param').contractId);
    const scope = tenantOfFound(acting.freelancer, row);
    return c.json({ items: await readStatusTimeline(deps, scope, row, 'freelancer', 500) }, 200);
  });

  function stream(c: HttpContext, listener: Listener) {
    const events = streams.open(listener, streamsPerPerson);
    if (!events) throw tooManyStreams();
    return c.body(events, 200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      // A proxy that gathers the answer before it passes it on would hold back every event.
      'x-accel-buffering': 'no',
      // Its connection ends with it, or a server that closes would wait for another request on it.
      connection: 'close',
    });
  }

  return routes;
}

function tooManyStreams(): Refusal {
  return new Refusal(
    429,
    'too_many_streams',
    'Changes already come to as many of your pages as they can; this one asks for them now and then instead.',
    { headers: { 'retry-after': '60' } },
  );
}
