import type { Authority } from '../../platform/auth/authority.ts';
import type { Executor } from '../../platform/database/database.ts';
import { planIncludes } from '../../platform/tenants/plan.ts';
import { type TeamReach, teamReach } from '../../platform/tenants/teams.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { TenantReport } from './definition.ts';

/** What somebody may see of a report now, for work that is done in their name; undefined for nothing. */
export async function reachOfPerson(
  db: Executor,
  { authority, directory }: { authority: Pick<Authority, 'person'>; directory: Pick<TenantDirectory, 'byId'> },
  scope: TenantScope,
  personId: string,
  { readers }: TenantReport,
): Promise<TeamReach | undefined> {
  const [person, tenant] = [await authority.person(personId), await directory.byId(scope.tenantId)];
  const membership = person?.memberships.find(({ tenantId }) => tenantId === scope.tenantId);
  if (!person || person.isDisabled || !membership || !tenant || !planIncludes(tenant.plan, 'reports')) return undefined;
  const reach = await teamReach(db, scope, membership, readers);
  return reach === 'all' || reach.length > 0 ? reach : undefined;
}

/** Whether one sees all that another does. */
export function coversReach(reach: TeamReach | undefined, needed: TeamReach): boolean {
  if (reach === undefined) return false;
  return reach === 'all' || (needed !== 'all' && needed.every((team) => reach.includes(team)));
}
