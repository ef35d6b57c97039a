import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Person } from '../auth/actor.ts';
import { fromAuthInstant } from '../auth/auth-instant.ts';
import { requireRole } from '../auth/require-role.ts';
import { rolesOf } from '../auth/role-list.ts';
import { isoInstant } from '../clock/clock.ts';
import { type HttpContext, type HttpEnv, requirePerson, requireScope } from '../http/environment.ts';
import type { Cursors } from '../http/paging.ts';
import { forbidden, notFound } from '../http/problem.ts';
import { newRoutes } from '../http/routes.ts';
import type { JobRunner } from '../jobs/run-jobs.ts';
import { changeMember, removeMember } from './change-member.ts';
import type { TenantCommandDeps } from './command-deps.ts';
import { acceptInvitation, cancelInvitation, inviteMember } from './invite-member.ts';
import { findMember, listMembers, type MemberWithPerson } from './members.ts';
import {
  deleteInvitation,
  deleteMemberRoute,
  type InvitationBody,
  listInvitationsRoute,
  listMembersRoute,
  type MemberBody,
  patchMember,
  postAcceptance,
  postInvitation,
} from './schema.ts';
import { listPendingInvitations } from './store.ts';
import type { MemberInvitationRow } from './table.ts';

export type MemberRoutesDeps = TenantCommandDeps & { jobs: JobRunner; cursors: Cursors };

export function memberRoutes(deps: MemberRoutesDeps): OpenAPIHono<HttpEnv> {
  const { database, cursors } = deps;
  const by = (c: HttpContext, actor: Person) => ({ actor, requestId: c.get('requestId') });

  return newRoutes()
    .openapi(listMembersRoute, async (c) => {
      const scope = requireScope(c);
      requireRole(c, 'owner', 'accountAdmin', 'auditor', 'financeAdmin', 'approver', 'hiringManager', 'recruiter');
      const { limit, cursor } = c.req.valid('query');
      const binding = `members ${scope.tenantId}`;
      const afterId = cursor === undefined ? '' : (cursors.decode(binding, cursor) as string);
      const rows = await listMembers(database.db, scope, afterId, limit + 1);
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      const nextCursor = rows.length > limit && last ? cursors.encode(binding, last.id) : null;
      return c.json({ items: items.map(presentMember), nextCursor }, 200);
    })
    .openapi(listInvitationsRoute, async (c) => {
      const scope = requireScope(c);
      requireRole(c, 'owner', 'accountAdmin', 'auditor');
      const rows = await listPendingInvitations(database.db, scope);
      return c.json({ items: rows.map(presentInvitation) }, 200);
    })
    .openapi(postInvitation, async (c) => {
      const scope = requireScope(c);
      const actor = requireRole(c, 'owner', 'accountAdmin');
      const invitation = await inviteMember(deps, scope, by(c, actor), c.req.valid('json'));
      return c.json(presentInvitation(invitation), 201);
    })
    .openapi(deleteInvitation, async (c) => {
      const scope = requireScope(c);
      const actor = requireRole(c, 'owner', 'accountAdmin');
      await cancelInvitation(deps, scope, by(c, actor), c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(postAcceptance, async (c) => {
      const scope = requireScope(c);
      const actor = requirePerson(c);
      if (actor.via.kind !== 'cookie') throw forbidden();
      const memberId = await acceptInvitation(deps, scope, by(c, actor), c.req.valid('param').id);
      const member = await findMember(database.db, scope, memberId);
      if (!member) throw notFound();
      return c.json(presentMember(member), 201);
    })
    .openapi(patchMember, async (c) => {
      const scope = requireScope(c);
      const actor = requireRole(c, 'owner', 'accountAdmin');
      const member = await changeMember(deps, scope, by(c, actor), c.req.valid('param').id, c.req.valid('json'));
      return c.json(presentMember(member), 200);
    })
    .openapi(deleteMemberRoute, async (c) => {
      const scope = requireScope(c);
      const actor = requireRole(c, 'owner', 'accountAdmin');
      await removeMember(deps, scope, by(c, actor), c.req.valid('param').id);
      return c.body(null, 204);
    });
}

function presentMember({ id, personId, name, email, role, disabledAt, createdAt }: MemberWithPerson): MemberBody {
  const memberSince = isoInstant(fromAuthInstant(createdAt));
  return { id, personId, name, email, roles: rolesOf(role), disabled: disabledAt !== null, memberSince };
}

function presentInvitation({ id, email, role, createdAt, expiresAt }: MemberInvitationRow): InvitationBody {
  return {
    id,
    email,
    roles: rolesOf(role ?? ''),
    createdAt: isoInstant(fromAuthInstant(createdAt)),
    expiresAt: isoInstant(fromAuthInstant(expiresAt)),
  };
}
