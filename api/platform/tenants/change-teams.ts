import { type Doer, recordAudit } from '../audit/record-audit.ts';
import type { MemberRole } from '../auth/actor.ts';
import type { Executor } from '../database/database.ts';
import { conflict, notFound } from '../http/problem.ts';
import type { TenantCommandDeps } from './command-deps.ts';
import { findMemberRow } from './store.ts';
import type { TeamRow } from './table.ts';
import {
  deleteTeamMember,
  deleteTeamRow,
  findTeamRow,
  insertTeam,
  listTeamMemberRows,
  listTeamRows,
  putTeamMember,
} from './team-store.ts';
import type { TenantScope } from './tenant-scope.ts';

/** @throws 409 team_exists, whatever the case of its letters */
export function createTeam(deps: TenantCommandDeps, scope: TenantScope, by: Doer, name: string): Promise<string> {
  const row: TeamRow = { id: deps.newId('tm'), tenantId: scope.tenantId, name, createdAt: deps.clock.now() };
  return deps.database.transaction(async (trx) => {
    // First, because it lets one change of the tenant pass at a time.
    await recordAudit(trx, deps, scope, by, {
      action: 'team.created',
      object: { kind: 'team', id: row.id },
      details: { name },
    });
    const isTaken = (await listTeamRows(trx, scope)).some((team) => sameName(team.name, name));
    if (isTaken) throw conflict('team_exists', `There is a team “${name}” already. Nothing was changed.`);
    await insertTeam(trx, row);
    return row.id;
  });
}

/** @throws 404 */
export function dissolveTeam(deps: TenantCommandDeps, scope: TenantScope, by: Doer, id: string): Promise<void> {
  return deps.authority.change(async (trx) => {
    const { name } = await getTeam(trx, scope, id);
    const members = (await listTeamMemberRows(trx, scope)).filter(({ teamId }) => teamId === id);
    await recordAudit(trx, deps, scope, by, {
      action: 'team.dissolved',
      object: { kind: 'team', id },
      details: { name, members: members.map(({ personId, role }) => ({ personId, role })) },
    });
    await deleteTeamRow(trx, scope, id);
    for (const { personId } of members) await deps.authority.record(trx, { personId });
  });
}

/** @throws 404; 409 not_a_member */
export function setTeamRoles(
  deps: TenantCommandDeps,
  scope: TenantScope,
  by: Doer,
  { id, personId, roles }: { id: string; personId: string; roles: readonly MemberRole[] },
): Promise<void> {
  return deps.authority.change(async (trx) => {
    const { name } = await getTeam(trx, scope, id);
    if (!(await findMemberRow(trx, scope, { personId })))
      throw conflict('not_a_member', 'Only members of the company hold roles in its teams. Invite them first.');
    await recordAudit(trx, deps, scope, by, {
      action: 'team.rolesChanged',
      object: { kind: 'team', id },
      details: { name, personId, roles },
    });
    const row = { teamId: id, personId, tenantId: scope.tenantId, role: roles.join(','), createdAt: deps.clock.now() };
    await putTeamMember(trx, row);
    await deps.authority.record(trx, { personId });
  });
}

/** Nothing to take away is no error. @throws 404 */
export function endTeamRoles(
  deps: TenantCommandDeps,
  scope: TenantScope,
  by: Doer,
  { id, personId }: { id: string; personId: string },
): Promise<void> {
  return deps.authority.change(async (trx) => {
    const { name } = await getTeam(trx, scope, id);
    await recordAudit(trx, deps, scope, by, {
      action: 'team.rolesEnded',
      object: { kind: 'team', id },
      details: { name, personId },
    });
    await deleteTeamMember(trx, scope, id, personId);
    await deps.authority.record(trx, { personId });
  });
}

async function getTeam(trx: Executor, scope: TenantScope, id: string): Promise<TeamRow> {
  const team = await findTeamRow(trx, scope, id);
  if (!team) throw notFound();
  return team;
}

const sameName = (one: string, other: string) =>
  one.localeCompare(other, 'en', { sensitivity: 'accent', usage: 'search' }) === 0;
