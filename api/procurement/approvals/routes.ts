import type { OpenAPIHono } from '@hono/zod-openapi';
import { memberRoles } from '../../platform/auth/actor.ts';
import { requireRole } from '../../platform/auth/require-role.ts';
import type { Database } from '../../platform/database/database.ts';
import { type HttpContext, type HttpEnv, requireScope } from '../../platform/http/environment.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import type { ApprovalSubjects } from './approval-subjects.ts';
import { type Decision, decideApproval, takeBackApproval } from './decide-approval.ts';
import { countWaiting, getApproval, type Place, type Reader, readApprovals } from './read-approvals.ts';
import type { ApprovalDeps } from './request-approval.ts';
import * as definitions from './schema.ts';

export type ApprovalRouteDeps = ApprovalDeps & { database: Database; cursors: Cursors };

/** @param subjects by kind, handed in by the wings above */
export function approvalRoutes(deps: ApprovalRouteDeps, subjects: ApprovalSubjects): OpenAPIHono<HttpEnv> {
  const { database, cursors } = deps;
  const { db } = database;
  const routes = newRoutes();

  const decide = async (c: HttpContext, id: string, decision: Decision) => {
    const reader = requireReader(c);
    const doer = { actor: c.get('actor'), requestId: c.get('requestId') };
    await database.transaction((trx) => decideApproval(trx, deps, subjects, reader, doer, id, decision));
    return getApproval(db, subjects, reader, id);
  };

  routes.openapi(definitions.listApprovalsRoute, async (c) => {
    const reader = requireReader(c);
    const { view, state, cursor, limit } = c.req.valid('query');
    const binding = `approvals ${reader.scope.tenantId} ${reader.person.personId} ${view} ${state ?? ''}`;
    const after = cursor === undefined ? undefined : (cursors.decode(binding, cursor) as Place);
    const { items, next } = await readApprovals(db, subjects, reader, { view, state }, after, limit);
    const waitingForMe = await countWaiting(db, reader);
    return c.json({ items, nextCursor: next ? cursors.encode(binding, next) : null, waitingForMe }, 200);
  });

  routes.openapi(definitions.getApprovalRoute, async (c) => {
    const reader = requireReader(c);
    return c.json(await getApproval(db, subjects, reader, c.req.valid('param').id), 200);
  });

  routes.openapi(definitions.approvalTimelineRoute, async (c) => {
    const reader = requireReader(c);
    const { id } = await getApproval(db, subjects, reader, c.req.valid('param').id);
    return c.json({ items: await readTimeline(db, reader.scope, { kind: 'approval', id }, 'team') }, 200);
  });

  routes.openapi(definitions.approveRoute, async (c) => {
    const { hash, reason } = c.req.valid('json');
    return c.json(await decide(c, c.req.valid('param').id, { move: 'approve', hash, reason: reason || null }), 200);
  });

  routes.openapi(definitions.rejectRoute, async (c) => {
    const { hash, reason } = c.req.valid('json');
    return c.json(await decide(c, c.req.valid('param').id, { move: 'reject', hash, reason }), 200);
  });

  routes.openapi(definitions.requestChangesRoute, async (c) => {
    const { hash, reason } = c.req.valid('json');
    return c.json(await decide(c, c.req.valid('param').id, { move: 'requestChanges', hash, reason }), 200);
  });

  routes.openapi(definitions.cancelApprovalRoute, async (c) => {
    const reader = requireReader(c);
    const { id } = c.req.valid('param');
    const reason = c.req.valid('json').reason || null;
    const doer = { actor: c.get('actor'), requestId: c.get('requestId') };
    await database.transaction((trx) => takeBackApproval(trx, deps, subjects, reader, doer, id, reason));
    return c.json(await getApproval(db, subjects, reader, id), 200);
  });

  return routes;
}

/** Everybody of the tenant reads, at the portal. @throws 401, 403, 404 */
function requireReader(c: HttpContext): Reader {
  const person = requireRole(c, ...memberRoles);
  return { scope: requireScope(c), person };
}
