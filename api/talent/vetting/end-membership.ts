import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import { admitMember, endMember, resumeMember, suspendMember } from '../talent-pools/admit-member.ts';
import type { CaseFacts } from './case-facts.ts';
import { dayMs, type VettingDeps } from './deps.ts';
import type { Desk } from './desk.ts';
import { hideBadge, showBadge } from './expert-badge.ts';
import { requireAction } from './hindrances.ts';
import { moveApplication } from './move-application.ts';
import type { RevokeBody, SuspendBody } from './schema.ts';
import { settleAppeals } from './settle-appeals.ts';
import type { VettingApplicationRow } from './table.ts';
import { keepDecision } from './take-decision.ts';
import { dayText, reasonText, tellApplicant } from './tell.ts';

/** @throws 403 own_application, 409 by state, 422 suspension_end_past */
export async function suspendMembership(
  trx: Executor,
  deps: VettingDeps,
  desk: Desk,
  doer: Doer,
  facts: CaseFacts,
  { reasons, internalNote, until }: SuspendBody,
): Promise<void> {
  requireAction('suspend', facts, desk, deps.clock.now());
  const suspendedUntil = Temporal.Instant.from(until).epochMilliseconds;
  if (suspendedUntil <= deps.clock.now())
    throw unprocessable('suspension_end_past', 'A suspension ends in the future; nothing was changed.', [
      { pointer: '/until', code: 'suspension_end_past', message: 'This is over.' },
    ]);
  const decided = { outcome: 'suspended', reasons, internalNote, until: suspendedUntil } as const;
  const { id: decisionId } = await keepDecision(trx, deps, doer, facts, decided);
  const reason = reasonText(reasons);
  const change = { decisionId, suspendedUntil };
  const suspended = await moveApplication(trx, deps, doer, facts.application, 'suspend', change, { reason });
  await suspendMember(trx, deps, doer, { ...placeOf(suspended), reason });
  await hideBadge(trx, deps, suspended);
  await tellApplicant(trx, deps, suspended, 'vetting.suspended', { reason, date: dayText(suspendedUntil) });
}

/** By the desk, or ⏱ when the suspension is over. @throws 409 by state */
export async function reinstateMembership(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  facts: CaseFacts,
  reason: string | null,
): Promise<void> {
  const reasons = reason === null ? [] : [{ category: 'other', text: reason } as const];
  const decided = { outcome: 'reinstated', reasons, internalNote: '' } as const;
  const { id: decisionId } = await keepDecision(trx, deps, doer, facts, decided);
  const change = { decisionId, suspendedUntil: null };
  const member = await moveApplication(trx, deps, doer, facts.application, 'reinstate', change, { reason });
  await settleAppeals(trx, deps, doer, facts);
  await resumeMember(trx, deps, doer, placeOf(member));
  await showBadge(trx, deps, member, member.memberSince!, member);
  await tellApplicant(trx, deps, member, 'vetting.reinstated', {});
}

/** @throws 403 own_application, 409 by state */
export async function revokeMembership(
  trx: Executor,
  deps: VettingDeps,
  desk: Desk,
  doer: Doer,
  facts: CaseFacts,
  { reasons, internalNote }: RevokeBody,
): Promise<void> {
  requireAction('revoke', facts, desk, deps.clock.now());
  await settleAppeals(trx, deps, doer, facts);
  const until = deps.clock.now() + facts.rules.coolDownDays * dayMs;
  const decided = { outcome: 'revoked', reasons, internalNote, until } as const;
  const { id: decisionId } = await keepDecision(trx, deps, doer, facts, decided);
  const reason = reasonText(reasons);
  const change = { decisionId, suspendedUntil: null, coolDownUntil: until };
  const revoked = await moveApplication(trx, deps, doer, facts.application, 'revoke', change, { reason });
  await endMember(trx, deps, doer, { ...placeOf(revoked), reason });
  await hideBadge(trx, deps, revoked);
  await tellApplicant(trx, deps, revoked, 'vetting.revoked', { reason });
}

/** An appeal was heard: back in the pool as before. */
export async function restoreMembership(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  { application }: CaseFacts,
  reason: string,
): Promise<void> {
  const change = { coolDownUntil: null, suspendedUntil: null };
  const member = await moveApplication(
    trx,
    deps,
    doer,
    application,
    application.state === 'suspended' ? 'reinstate' : 'restore',
    change,
    { reason },
  );
  if (application.state === 'suspended') await resumeMember(trx, deps, doer, placeOf(member));
  else
    await admitMember(trx, deps, doer, {
      ...placeOf(member),
      by: 'vetting',
      vettingApplicationId: member.id,
      expiresAt: member.expiresAt,
      score: member.scoreBasisPoints === null ? null : member.scoreBasisPoints / 100,
    });
  await showBadge(trx, deps, member, member.memberSince!, member);
}

/** ⏱ */
export async function expireMembership(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  { application }: CaseFacts,
): Promise<void> {
  const expired = await moveApplication(trx, deps, doer, application, 'expire');
  await endMember(trx, deps, doer, { ...placeOf(expired), how: 'expire' });
  await hideBadge(trx, deps, expired);
  await tellApplicant(trx, deps, expired, 'vetting.expired', {});
}

/** ⏱ */
export async function tellOfExpiry(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  { application }: CaseFacts,
): Promise<void> {
  const expiring = await moveApplication(trx, deps, doer, application, 'nearExpiry');
  await tellApplicant(trx, deps, expiring, 'vetting.expiring', { date: dayText(expiring.expiresAt!) });
}

function placeOf({ poolId, freelancerId }: VettingApplicationRow) {
  return { poolId, freelancerId };
}
