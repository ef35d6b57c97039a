import type { OpenAPIHono } from '@hono/zod-openapi';
import { isGranted } from '../../platform/auth/actor.ts';
import { requireFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import type { Database } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { onceIfKeyed } from '../../platform/http/idempotency.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { type Grant, requireHirer, requireReader } from '../grants.ts';
import { getJobPost } from '../job-posts/read-job-posts.ts';
import { answerInvitation, type InvitationAnswer } from './answer-invitation.ts';
import type { InvitationDeps } from './deps.ts';
import { inviteFreelancers } from './invite-freelancers.ts';
import { presentCounts, presentInvitations, presentOwnInvitations } from './present-invitations.ts';
import * as definitions from './schema.ts';
import {
  countInvitations,
  countOwnInvitations,
  findInvitation,
  findOwnInvitation,
  listInvitations,
  listOwnInvitations,
} from './store.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

export type InvitationRouteDeps = InvitationDeps & {
  database: Database;
  cursors: Cursors;
  directory: Pick<TenantDirectory, 'byId'>;
};

export function invitationRoutes(deps: InvitationRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, directory, cursors, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.inviteRoute, async (c) => {
    const member = requireHirer(c, firstGranted(c, 'talentSearch.invite', 'jobPost.publish'));
    const { freelancerIds, message } = c.req.valid('json');
    const clientName = await clientNameOf(c);
    const { body } = await onceIfKeyed(c, database, member.scope.tenantId, clock.now(), async (trx) => ({
      status: 200,
      body: await inviteFreelancers(trx, deps, member, doerOf(c), c.req.valid('param').id, {
        freelancerIds,
        message,
        clientName,
      }),
    }));
    return c.json(body as definitions.InviteAnswer, 200);
  });

  routes.openapi(definitions.listInvitationsRoute, async (c) => {
    const { scope } = requireReader(c, firstGranted(c, 'talentSearch.invite', 'proposals.read', 'jobPost.read'));
    const post = await getJobPost(db, scope, c.req.valid('param').id);
    const rows = await listInvitations(db, scope, post.id, c.req.valid('query').state);
    const counts = presentCounts(await countInvitations(db, scope, post.id));
    return c.json({ items: await presentInvitations(db, scope, rows), counts }, 200);
  });

  routes.openapi(definitions.withdrawInvitationRoute, async (c) => {
    const { scope } = requireHirer(c, firstGranted(c, 'talentSearch.invite', 'jobPost.publish'));
    const { reason = null } = c.req.valid('json');
    const clientName = await clientNameOf(c);
    const row = await database.transaction((trx) =>
      withdrawInvitation(trx, deps, scope, doerOf(c), c.req.valid('param').id, { reason, clientName }),
    );
    return c.json((await presentInvitations(db, scope, [row]))[0]!, 200);
  });

  routes.openapi(definitions.invitationTimelineRoute, async (c) => {
    const { scope } = requireReader(c, firstGranted(c, 'talentSearch.invite', 'proposals.read', 'jobPost.read'));
    const { id } = c.req.valid('param');
    if (!(await findInvitation(db, scope, id))) throw notFound();
    return c.json({ items: await readTimeline(db, scope, { kind: 'invitation', id }, 'team') }, 200);
  });

  routes.openapi(definitions.listOwnInvitationsRoute, async (c) => {
    const { freelancer, tenant } = requireFreelancer(c);
    const { state, limit, cursor } = c.req.valid('query');
    const binding = `invitations ${freelancer.freelancerId} ${tenant?.tenantId ?? ''} ${state ?? ''}`;
    const after = cursor ? (cursors.decode(binding, cursor) as { createdAt: number; id: string }) : undefined;
    const rows = await listOwnInvitations(db, freelancer, tenant, { state, after, limit: limit + 1 });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    const items = await presentOwnInvitations(db, directory, freelancer, rows.slice(0, limit));
    const counts = presentCounts(await countOwnInvitations(db, freelancer, tenant));
    const nextCursor = last ? cursors.encode(binding, { createdAt: last.createdAt, id: last.id }) : null;
    return c.json({ items, counts, nextCursor }, 200);
  });

  routes.openapi(definitions.getOwnInvitationRoute, async (c) => {
    const { freelancer, tenant } = requireFreelancer(c);
    const row = await findOwnInvitation(db, freelancer, tenant, c.req.valid('param').id);
    if (!row) throw notFound();
    return c.json((await presentOwnInvitations(db, directory, freelancer, [row]))[0]!, 200);
  });

  routes.openapi(definitions.ownInvitationTimelineRoute, async (c) => {
    const { freelancer, tenant } = requireFreelancer(c);
    const row = await findOwnInvitation(db, freelancer, tenant, c.req.valid('param').id);
    if (!row) throw notFound();
    const subject = { kind: 'invitation', id: row.id };
    return c.json({ items: await readTimeline(db, tenantOfFound(freelancer, row), subject, 'freelancer') }, 200);
  });

  routes.openapi(definitions.acceptInvitationRoute, async (c) =>
    c.json(await answered(c, c.req.valid('param').id, { kind: 'accept' }), 200),
  );

  routes.openapi(definitions.declineInvitationRoute, async (c) =>
    c.json(await answered(c, c.req.valid('param').id, { kind: 'decline', ...c.req.valid('json') }), 200),
  );

  async function answered(c: HttpContext, id: string, answer: InvitationAnswer) {
    const acting = requireFreelancer(c);
    const row = await database.transaction((trx) => answerInvitation(trx, deps, acting, doerOf(c), id, answer));
    return (await presentOwnInvitations(db, directory, acting.freelancer, [row]))[0]!;
  }

  async function clientNameOf(c: HttpContext): Promise<string> {
    const tenant = c.get('tenant');
    return (tenant && (await directory.byId(tenant.id))?.brandName) ?? tenant?.slug ?? '';
  }

  return routes;
}

function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}

/** The one that a widget session has, else the first: several widgets invite. */
function firstGranted(c: HttpContext, ...grants: [Grant, ...Grant[]]): Grant {
  const has = (grant: Grant) => {
    const [widget = '', feature = ''] = grant.split('.');
    return isGranted(c.get('actor'), widget, feature);
  };
  return grants.find(has) ?? grants[0];
}
