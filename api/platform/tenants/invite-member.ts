import { type Doer, recordAudit } from '../audit/record-audit.ts';
import type { MemberRole, Person } from '../auth/actor.ts';
import { authInstant, fromAuthInstant } from '../auth/auth-instant.ts';
import { rolesOf } from '../auth/role-list.ts';
import { conflict, forbidden, notFound } from '../http/problem.ts';
import type { JobRunner } from '../jobs/run-jobs.ts';
import { requireMayTouch } from './change-member.ts';
import type { TenantCommandDeps } from './command-deps.ts';
import { addMember } from './create-tenant.ts';
import { findMemberByEmail } from './members.ts';
import { cancelInvitationsTo, findInvitation, findMemberRow, insertInvitation, moveInvitation } from './store.ts';
import type { MemberInvitationRow } from './table.ts';
import type { TenantScope } from './tenant-scope.ts';

export const invitationDays = 7;
export const invitationMailJob = 'tenants.mailInvitation';
const dayMs = 24 * 60 * 60 * 1000;

type By = Doer & { actor: Person };

/** A new invitation to the same address replaces the one before. The mail goes out by a job, so it is not lost. */
export function inviteMember(
  deps: TenantCommandDeps & { jobs: JobRunner },
  scope: TenantScope,
  by: By,
  invited: { email: string; roles: readonly MemberRole[] },
): Promise<MemberInvitationRow> {
  requireMayTouch(by.actor, invited.roles);
  const email = invited.email.toLowerCase();
  const nowMs = deps.clock.now();
  return deps.database.transaction(async (trx) => {
    if (await findMemberByEmail(trx, scope, email)) throw alreadyMember();
    const id = deps.newId('mi');
    await recordAudit(trx, deps, scope, by, {
      action: 'member.invited',
      object: { kind: 'memberInvitation', id },
      details: { email, roles: invited.roles },
    });
    await cancelInvitationsTo(trx, scope, email);
    const row = {
      id,
      email,
      role: invited.roles.join(','),
      inviterId: by.actor.personId,
      createdAt: authInstant(nowMs),
      expiresAt: authInstant(nowMs + invitationDays * dayMs),
    };
    await insertInvitation(trx, scope, row);
    await deps.jobs.enqueue(trx, invitationMailJob, id, { invitationId: id }, nowMs, scope.tenantId);
    return { ...row, tenantId: scope.tenantId, teamId: null, status: 'pending' };
  });
}

export function cancelInvitation(deps: TenantCommandDeps, scope: TenantScope, by: By, id: string): Promise<void> {
  return deps.database.transaction(async (trx) => {
    if (!(await moveInvitation(trx, scope, id, 'canceled'))) throw notFound();
    await recordAudit(trx, deps, scope, by, {
      action: 'member.invitationCanceled',
      object: { kind: 'memberInvitation', id },
    });
  });
}

/** Only whoever was invited, by the verified e-mail of their own account. */
export function acceptInvitation(deps: TenantCommandDeps, scope: TenantScope, by: By, id: string): Promise<string> {
  return deps.authority.change(async (trx) => {
    const invitation = await findInvitation(trx, scope, id);
    if (invitation?.status !== 'pending') throw notFound();
    if (invitation.email !== by.actor.email)
      throw forbidden('This invitation is for another e-mail address. Sign in with the one that was invited.');
    if (fromAuthInstant(invitation.expiresAt) <= deps.clock.now())
      throw conflict('invitation_expired', 'This invitation has expired. Ask for a new one.');
    if (await findMemberRow(trx, scope, { personId: by.actor.personId })) throw alreadyMember();
    if (!(await moveInvitation(trx, scope, id, 'accepted'))) throw notFound();
    const roles = rolesOf(invitation.role ?? '');
    const memberId = await addMember(trx, deps, scope.tenantId, by.actor.personId, roles);
    await recordAudit(trx, deps, scope, by, {
      action: 'member.joined',
      object: { kind: 'member', id: memberId },
      details: { personId: by.actor.personId, roles },
    });
    await deps.authority.record(trx, { personId: by.actor.personId });
    return memberId;
  });
}

const alreadyMember = () =>
  conflict('already_member', 'This person is a member already. An account admin can change their roles.');
