import { isGranted, isTeamMember, type Person, rolesAnywhere } from '../../platform/auth/actor.ts';
import type { EpochMs } from '../../platform/database/database.ts';
import { type HttpContext, requirePerson, requireScope } from '../../platform/http/environment.ts';
import { forbidden } from '../../platform/http/problem.ts';
import { requireFeature } from '../../platform/tenants/require-feature.ts';
import { approverRoles } from './approval-policy.ts';
import type { Reader } from './read-approvals.ts';

/** A feature of the approvals widget; `portal`: never in a widget. */
type Grant = 'approvals.read' | 'approvals.decide' | 'portal';

/** Everybody of the company reads, or of one of its teams. @throws 401, 403, 404 */
export function requireReader(c: HttpContext, nowMs: EpochMs, grant: Grant = 'approvals.read'): Reader {
  const person = requirePerson(c);
  const scope = requireScope(c);
  if (!isTeamMember(person)) throw forbidden('Only people of this company see its approvals.');
  requireGrant(person, grant);
  requireFeature(c, 'approvals');
  return { scope, person, nowMs };
}

/** Somebody whose role may decide at all; whether this step asks them is decided where it is read. @throws 401, 403, 404 */
export function requireApprover(c: HttpContext, nowMs: EpochMs, grant: Grant = 'approvals.decide'): Reader {
  const reader = requireReader(c, nowMs, grant);
  const roles = rolesAnywhere(reader.person);
  if (!approverRoles.some((role) => roles.includes(role)))
    throw forbidden('Your role reads this but decides nothing. Ask an account admin for the right role.');
  return reader;
}

function requireGrant(person: Person, grant: Grant): void {
  if (person.via.kind === 'cookie') return;
  if (grant === 'portal') throw forbidden('This is done in the portal, not in a widget.');
  const [widget, feature] = grant.split('.') as ['approvals', string];
  if (isGranted(person, widget, feature)) return;
  throw forbidden(`This widget session was not granted ${grant}. Your server asks for it when it makes the session.`);
}
