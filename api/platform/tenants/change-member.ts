import { type Doer, recordAudit } from '../audit/record-audit.ts';
import type { MemberRole, Person } from '../auth/actor.ts';
import { rolesOf } from '../auth/role-list.ts';
import type { Executor } from '../database/database.ts';
import { conflict, forbidden, notFound } from '../http/problem.ts';
import type { TenantCommandDeps } from './command-deps.ts';
import { findMember, type MemberWithPerson } from './members.ts';
import { deleteMember, listActiveRoleLists, updateMember } from './store.ts';
import type { TenantScope } from './tenant-scope.ts';

export type MemberChange = { roles?: readonly MemberRole[] | undefined; disabled?: boolean | undefined };
type By = Doer & { actor: Person };

/** Roles or access of a member change; the next request anywhere sees it, widget sessions included. */
export function changeMember(deps: TenantCommandDeps, scope: TenantScope, by: By, id: string, change: MemberChange) {
  return deps.authority.change(async (trx) => {
    const member = await getMember(trx, scope, id);
    const before = rolesOf(member.role);
    const after = change.roles ?? before;
    requireMayTouch(by.actor, [...before, ...after]);
    const disabledAt = disabledAtAfter(member, change.disabled, deps.clock.now());
    await recordAudit(trx, deps, scope, by, {
      action: 'member.changed',
      object: { kind: 'member', id },
      details: { personId: member.personId, before, after, disabled: disabledAt !== null },
      before: { roles: before, disabledAt: member.disabledAt },
      after: { roles: after, disabledAt },
    });
    await updateMember(trx, scope, id, { role: after.join(','), disabledAt });
    await requireOwnerRemains(trx, scope);
    await deps.authority.record(trx, { personId: member.personId });
    return { ...member, role: after.join(','), disabledAt };
  });
}

export function removeMember(deps: TenantCommandDeps, scope: TenantScope, by: By, id: string): Promise<void> {
  return deps.authority.change(async (trx) => {
    const member = await getMember(trx, scope, id);
    requireMayTouch(by.actor, rolesOf(member.role));
    await recordAudit(trx, deps, scope, by, {
      action: 'member.removed',
      object: { kind: 'member', id },
      details: { personId: member.personId, roles: rolesOf(member.role) },
      before: { roles: rolesOf(member.role), disabledAt: member.disabledAt },
      after: null,
    });
    await deleteMember(trx, scope, member);
    await requireOwnerRemains(trx, scope);
    await deps.authority.record(trx, { personId: member.personId });
  });
}

/** An account admin manages everybody but owners, and makes nobody one. */
export function requireMayTouch(actor: Person, roles: readonly MemberRole[]): void {
  if (roles.includes('owner') && !actor.roles.includes('owner'))
    throw forbidden('Only an owner can make, change or remove an owner.');
}

/** Runs after the audit entry, which lets one change of the tenant pass at a time: two owners cannot remove each other. */
async function requireOwnerRemains(trx: Executor, scope: TenantScope): Promise<void> {
  const lists = await listActiveRoleLists(trx, scope);
  if (!lists.some(({ role }) => rolesOf(role).includes('owner')))
    throw conflict('last_owner', 'This is the last owner. Make somebody else an owner first; nothing was changed.');
}

async function getMember(trx: Executor, scope: TenantScope, id: string): Promise<MemberWithPerson> {
  const member = await findMember(trx, scope, id);
  if (!member) throw notFound();
  return member;
}

function disabledAtAfter(member: MemberWithPerson, disabled: boolean | undefined, nowMs: number): number | null {
  if (disabled === undefined) return member.disabledAt;
  return disabled ? (member.disabledAt ?? nowMs) : null;
}
