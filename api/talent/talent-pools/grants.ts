import { type Actor, hasRole, isGranted, isMember, isOperator, type Person } from '../../platform/auth/actor.ts';
import { type HttpContext, type RequestTenant, requirePerson, requireScope } from '../../platform/http/environment.ts';
import { forbidden, notFound } from '../../platform/http/problem.ts';
import { planIncludes } from '../../platform/tenants/plan.ts';
import { requirePlan } from '../../platform/tenants/require-feature.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { poolAdmins, poolEditors, poolNoteTakers } from './pool-roles.ts';
import { poolReach } from './read-for-search.ts';
import type { PoolReach } from './store.ts';
import type { TalentPoolRow } from './table.ts';

/** Somebody who looks at pools, and which they may see. */
export type PoolReader = {
  scope: TenantScope;
  /** undefined at the operator's desk. */
  tenant: RequestTenant | undefined;
  person: Person;
  reach: PoolReach;
};

type PoolFeature = 'read' | 'note' | 'offer';

/**
 * People of the tenant, as far as its plan reaches; at a tenant's address the vetting desk sees the installation's
 * pools alone.
 * @throws 401, 403 plan_does_not_include, 404
 */
export function requirePoolReader(c: HttpContext, feature: PoolFeature = 'read'): PoolReader {
  const { tenant, ...reader } = poolMemberOf(c);
  requirePoolGrant(reader.person, feature);
  return { ...reader, tenant };
}

/** Naming pools is a part of searching talent and of writing a post too. @throws as requirePoolReader */
export function requirePoolNames(c: HttpContext): PoolReader {
  const reader = poolMemberOf(c);
  const { via } = reader.person;
  if (via.kind === 'embed' && !via.grants.talentSearch && !via.grants.jobPost) requirePoolGrant(reader.person, 'read');
  return reader;
}

/** At the portal alone: making pools, inviting, taking out. @throws as requirePoolReader */
export function requirePoolEditor(c: HttpContext): PoolReader {
  const reader = poolMemberOf(c);
  if (reader.person.via.kind !== 'cookie') throw forbidden('This is done in the portal, not in a widget.');
  if (!hasRole(reader.person, ...poolEditors) && !isOperator(reader.person, 'vetter')) throw readsOnly();
  return reader;
}

/** Tags, notes and ratings. @throws as requirePoolReader */
export function requirePoolNoteTaker(c: HttpContext): PoolReader {
  const reader = requirePoolReader(c, 'note');
  if (!hasRole(reader.person, ...poolNoteTakers) && !isOperator(reader.person, 'vetter')) throw readsOnly();
  return reader;
}

function readsOnly() {
  return forbidden('Your role reads this but does not change it. Ask an account admin for the right role.');
}

function poolMemberOf(c: HttpContext): PoolReader {
  const person = requirePerson(c);
  const scope = requireScope(c);
  const tenant = c.get('tenant');
  if (!tenant) throw notFound();
  const isDesk = isOperator(person, 'vetter');
  if (!isMember(person) && !isDesk) throw forbidden('Only people of this company see its pools.');
  if (!isMember(person)) return { scope, tenant, person, reach: { own: false, installation: true } };
  if (!planIncludes(tenant.plan, 'talentPools')) requirePlan(tenant.plan, 'vettedTalent');
  return { scope, tenant, person, reach: poolReach(tenant.plan) };
}

function requirePoolGrant(person: Person, feature: PoolFeature): void {
  if (isGranted(person, 'talentPool', feature)) return;
  throw forbidden(
    `This widget session was not granted talentPool.${feature}. Your server asks for it when it makes the session.`,
  );
}

/** A tenant's own pool is kept by its people, the installation's by its vetting desk. */
export function isKeptBy(actor: Actor, { tenantId }: Pick<TalentPoolRow, 'tenantId'>): boolean {
  return tenantId === null ? isOperator(actor, 'vetter') : isMember(actor);
}

export function mayEditPool(
  actor: Actor,
  { tenantId, editing, ownerIds }: Pick<TalentPoolRow, 'tenantId' | 'editing' | 'ownerIds'>,
): boolean {
  if (tenantId === null) return isOperator(actor, 'vetter');
  if (!hasRole(actor, ...poolEditors)) return false;
  if (editing === 'hirers' || hasRole(actor, ...poolAdmins)) return true;
  const owners: string[] = JSON.parse(ownerIds);
  return actor.kind === 'person' && owners.includes(actor.personId);
}
