import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound, Refusal, unprocessable } from '../../platform/http/problem.ts';
import type { Move } from '../../platform/moves/move.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { peopleWithRoles } from '../../platform/tenants/members.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readFreelancerRows } from '../freelancers/read-freelancers.ts';
import { dayMs, type PoolDeps, scopeOfPool } from './deps.ts';
import { talentPoolsPolicy } from './policy.ts';
import { poolEditors } from './pool-roles.ts';
import { type PoolShareMove, type PoolShareState, poolShareCan, poolShareMoves } from './pool-share.ts';
import { insertShareOnce, listSharesOfMember, listUnanswered, moveShare } from './share-store.ts';
import { findMember } from './store.ts';
import type { TalentPoolRow, TalentPoolShareRow } from './table.ts';

/** How a company is known to those outside of it. */
export type Company = { id: string; brandName: string };

/**
 * Asks a member whether another company may see them. It sees nothing until they agree.
 * @throws 404, 409 pool_member_…, share_open, profile_not_claimed; 422 unknown_company
 */
export async function requestShare(
  trx: Executor,
  deps: PoolDeps,
  doer: Doer,
  { pool, freelancerId, to, personId, message }: NewShare,
): Promise<TalentPoolShareRow> {
  const member = await findMember(trx, pool.id, freelancerId);
  if (!member) throw notFound();
  if (member.state !== 'active') throw moveRefused('poolMember', 'share', member.state);
  if (to.id === pool.tenantId)
    throw unprocessable('unknown_company', 'Name another company than your own; nobody was asked.', [
      { pointer: '/company', code: 'unknown_company', message: 'This is your own company.' },
    ]);
  const profile = (await readFreelancerRows(trx, [freelancerId])).get(freelancerId);
  if (!profile?.personId)
    throw conflict('profile_not_claimed', 'Nobody has claimed this profile, so nobody could agree; nobody was asked.');
  const { consentDays } = await readPolicy(trx, scopeOfPool(pool), talentPoolsPolicy);
  const nowMs = deps.clock.now();
  const row: TalentPoolShareRow = {
    id: deps.newId('ps'),
    poolId: pool.id,
    tenantId: pool.tenantId ?? '',
    freelancerId,
    toTenantId: to.id,
    state: 'requested',
    requestedBy: personId,
    message,
    createdAt: nowMs,
    expiresAt: nowMs + consentDays * dayMs,
    answeredAt: null,
    endedAt: null,
  };
  if (!(await insertShareOnce(trx, row)))
    throw conflict('share_open', `${profile.name} was asked about this company already; nothing was changed.`);
  await recordMove(trx, deps, scopeOfPool(pool), doer, {
    subject: { kind: 'poolShare', id: row.id },
    move: 'request',
    to: 'requested',
    details: { poolId: pool.id, freelancerId, toTenantId: to.id },
  });
  await notify(trx, deps, {
    personIds: [profile.personId],
    kind: 'pool.consentAsked',
    subject: { kind: 'poolShare', id: row.id },
    words: { company: to.brandName, pool: pool.name },
    path: portalPaths.ownPools(),
    tenantId: pool.tenantId,
  });
  return row;
}
export type NewShare = { pool: TalentPoolRow; freelancerId: string; to: Company; personId: string; message: string };

/** The freelancer's own answer. @throws 409 by state: `pool_share_expired` */
export async function answerShare(
  trx: Executor,
  deps: PoolDeps,
  doer: Doer,
  row: TalentPoolShareRow,
  answer: 'consent' | 'decline' | 'end',
  names: { client: string; company: string },
): Promise<TalentPoolShareRow> {
  const moved = await applyShareMove(trx, deps, doer, row, answer);
  const freelancer = (await readFreelancerRows(trx, [row.freelancerId])).get(row.freelancerId)?.name ?? '';
  const subject = { kind: 'poolShare', id: row.id };
  await notify(trx, deps, {
    personIds: [row.requestedBy],
    kind: answer === 'consent' ? 'pool.consentGiven' : 'pool.consentRefused',
    subject,
    words: { freelancer, company: names.company },
    path: portalPaths.talentPool(row.poolId),
    tenantId: row.tenantId,
  });
  if (answer === 'consent')
    await notify(trx, deps, {
      personIds: await peopleWithRoles(trx, tenantScope(row.toTenantId), poolEditors),
      kind: 'pool.shared',
      subject,
      words: { freelancer, company: names.client },
      path: portalPaths.sharedTalent(),
      tenantId: row.toTenantId,
    });
  return moved;
}

/** The sharing company's own: back before an answer, or no longer after it. @throws 409 by state */
export function stopSharing(
  trx: Executor,
  deps: PoolDeps,
  doer: Doer,
  row: TalentPoolShareRow,
): Promise<TalentPoolShareRow> {
  return applyShareMove(trx, deps, doer, row, poolShareCan.withdraw(row) ? 'withdraw' : 'end');
}

/** Whoever is no member is shown to nobody from this pool. */
export async function endSharesOf(
  trx: Executor,
  deps: PoolDeps,
  doer: Doer,
  pool: TalentPoolRow,
  freelancerId: string,
): Promise<void> {
  for (const row of await listSharesOfMember(trx, pool.id, freelancerId)) {
    if (poolShareCan.end(row)) await applyShareMove(trx, deps, doer, row, 'end');
    else if (poolShareCan.withdraw(row)) await applyShareMove(trx, deps, doer, row, 'withdraw');
  }
}

/** ⏱ Without an answer nothing was agreed. */
export async function expireShares(trx: Executor, deps: PoolDeps, doer: Doer, limit: number): Promise<number> {
  const due = await listUnanswered(trx, deps.clock.now(), limit);
  for (const row of due) await applyShareMove(trx, deps, doer, row, 'expire');
  return due.length;
}

/** For whoever is to see somebody. @throws 403 consent_required */
export function requireConsent({ state }: TalentPoolShareRow): void {
  if (state === 'consented') return;
  throw new Refusal(
    403,
    'consent_required',
    'This person has not agreed to be shown to your company, so nothing of them is shown. They were asked, or took it back.',
  );
}

async function applyShareMove(
  trx: Executor,
  deps: PoolDeps,
  doer: Doer,
  row: TalentPoolShareRow,
  name: PoolShareMove,
): Promise<TalentPoolShareRow> {
  const move: Move<PoolShareState> = requireMove(poolShareMoves, 'poolShare', name, row.state);
  const nowMs = deps.clock.now();
  const isAnswer = name === 'consent' || name === 'decline';
  const change = {
    state: move.to,
    ...(isAnswer ? { answeredAt: nowMs } : { endedAt: nowMs }),
  };
  if (!(await moveShare(trx, row.id, move.from, change))) throw moveRefused('poolShare', name, row.state);
  await recordMove(trx, deps, tenantScope(row.tenantId), doer, {
    subject: { kind: 'poolShare', id: row.id },
    move: name,
    from: row.state,
    to: move.to,
    details: { poolId: row.poolId, freelancerId: row.freelancerId, toTenantId: row.toTenantId },
  });
  return { ...row, ...change };
}
