import type { Executor } from '../../platform/database/database.ts';
import { listActiveRoles } from '../../platform/tenants/members.ts';
import { readTeams } from '../../platform/tenants/teams.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';

/** Ids of everybody who has a role in the company or in one of its teams, and can sign in. */
export async function peopleOf(db: Executor, scope: TenantScope): Promise<Set<string>> {
  const everywhere = (await listActiveRoles(db, scope)).map(({ personId }) => personId);
  const inTeams = (await readTeams(db, scope)).flatMap(({ members }) => members.map(({ personId }) => personId));
  return new Set([...everywhere, ...inTeams]);
}
