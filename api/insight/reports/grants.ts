import { isGranted, isTeamMember, type Person } from '../../platform/auth/actor.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type HttpContext, requirePerson, requireScope } from '../../platform/http/environment.ts';
import { forbidden, Refusal } from '../../platform/http/problem.ts';
import { requireFeature } from '../../platform/tenants/require-feature.ts';
import { type TeamReach, teamReach } from '../../platform/tenants/teams.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { TenantReport } from './definition.ts';

export type ReportMember = { scope: TenantScope; person: Person };

/** Somebody of the tenant at the portal, or in a widget that was granted spend. @throws 401, 403, 404 */
export function requireReportMember(c: HttpContext): ReportMember {
  const person = requirePerson(c);
  const scope = requireScope(c);
  requireFeature(c, 'reports');
  const { via } = person;
  if (via.kind === 'embed' && !isGranted(person, 'spend', 'read'))
    throw forbidden('This widget session was not granted reports. Your server asks for it when it makes the session.');
  if (!isTeamMember(person)) throw forbidden('Only people of this company see its reports.');
  return { scope, person };
}

/** Also keeps views, files and schedules, which no widget does. @throws 401, 403, 404 */
export function requirePortalMember(c: HttpContext): ReportMember {
  const member = requireReportMember(c);
  if (member.person.via.kind !== 'cookie') throw forbidden('This is done in the portal, not in a widget.');
  return member;
}

/** @throws 403 report_not_yours */
export async function requireReach(
  db: Executor,
  { scope, person }: ReportMember,
  definition: TenantReport,
): Promise<TeamReach> {
  const reach = await reachOf(db, scope, person, definition);
  if (reach === undefined) throw reportNotYours();
  return reach;
}

/** Undefined for who may not open it at all. A widget shows spend and nothing else. */
export async function reachOf(
  db: Executor,
  scope: TenantScope,
  person: Person,
  { slug, readers }: TenantReport,
): Promise<TeamReach | undefined> {
  if (person.via.kind === 'embed' && slug !== 'spend') return undefined;
  const reach = await teamReach(db, scope, person, readers);
  return reach === 'all' || reach.length > 0 ? reach : undefined;
}

/** @throws 403 team_not_yours */
export function requireTeams(reach: TeamReach, asked: readonly string[]): void {
  if (reach === 'all') return;
  const beyond = asked.find((team) => !reach.includes(team));
  if (beyond !== undefined)
    throw new Refusal(
      403,
      'team_not_yours',
      `You see figures of ${reach.join(', ')} only; nothing was read. Ask an account admin for a role in the other team.`,
    );
}

export const reportNotYours = () =>
  new Refusal(
    403,
    'report_not_yours',
    'Your role does not open this report; nothing was read. Ask an account admin for the right role.',
  );
