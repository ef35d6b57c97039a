import type { OpenAPIHono } from '@hono/zod-openapi';
import { isTeamMember } from '../auth/actor.ts';
import { peopleById } from '../auth/people.ts';
import { requireRole } from '../auth/require-role.ts';
import type { Executor } from '../database/database.ts';
import { type HttpContext, type HttpEnv, requirePerson, requireScope } from '../http/environment.ts';
import { forbidden, notFound } from '../http/problem.ts';
import { newRoutes } from '../http/routes.ts';
import { createTeam, dissolveTeam, endTeamRoles, setTeamRoles } from './change-teams.ts';
import type { TenantCommandDeps } from './command-deps.ts';
import {
  deleteTeamMemberRoute,
  deleteTeamRoute,
  listTeamsRoute,
  postTeamRoute,
  putTeamMemberRoute,
  type TeamBody,
} from './team-schema.ts';
import { readTeams } from './teams.ts';
import type { TenantScope } from './tenant-scope.ts';

export function teamRoutes(deps: TenantCommandDeps): OpenAPIHono<HttpEnv> {
  const { db } = deps.database;
  const by = (c: HttpContext) => ({ actor: c.get('actor'), requestId: c.get('requestId') });
  const changer = (c: HttpContext) => {
    const scope = requireScope(c);
    requireRole(c, 'owner', 'accountAdmin');
    return scope;
  };

  return newRoutes()
    .openapi(listTeamsRoute, async (c) => {
      const scope = requireScope(c);
      if (!isTeamMember(requirePerson(c))) throw forbidden('Only people of this company see its teams.');
      return c.json({ items: await presentTeams(db, scope) }, 200);
    })
    .openapi(postTeamRoute, async (c) => {
      const scope = changer(c);
      const id = await createTeam(deps, scope, by(c), c.req.valid('json').name);
      return c.json(await getTeam(db, scope, id), 201);
    })
    .openapi(deleteTeamRoute, async (c) => {
      await dissolveTeam(deps, changer(c), by(c), c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(putTeamMemberRoute, async (c) => {
      const scope = changer(c);
      const change = { ...c.req.valid('param'), ...c.req.valid('json') };
      await setTeamRoles(deps, scope, by(c), change);
      return c.json(await getTeam(db, scope, change.id), 200);
    })
    .openapi(deleteTeamMemberRoute, async (c) => {
      await endTeamRoles(deps, changer(c), by(c), c.req.valid('param'));
      return c.body(null, 204);
    });
}

async function getTeam(db: Executor, scope: TenantScope, id: string): Promise<TeamBody> {
  const team = (await presentTeams(db, scope)).find((one) => one.id === id);
  if (!team) throw notFound();
  return team;
}

async function presentTeams(db: Executor, scope: TenantScope): Promise<TeamBody[]> {
  const teams = await readTeams(db, scope);
  const people = await peopleById(db, [
    ...new Set(teams.flatMap(({ members }) => members.map(({ personId }) => personId))),
  ]);
  return teams.map(({ id, name, members }) => ({
    id,
    name,
    members: members.map(({ personId, roles }) => ({
      personId,
      name: people.get(personId)?.name ?? '',
      roles: [...roles],
    })),
  }));
}
