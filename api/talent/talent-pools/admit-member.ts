import { actorId, type Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { memberKey, type PoolDeps, scopeOfPool } from './deps.ts';
import { applyMemberMove, tellMember } from './move-member.ts';
import { newMember } from './new-member.ts';
import { type Admission, poolMemberCan } from './pool-member.ts';
import { endSharesOf } from './share-member.ts';
import { findMember, findPoolAnywhere, insertMemberOnce, keepAboutMember } from './store.ts';
import type { TalentPoolMemberRow, TalentPoolRow } from './table.ts';

export type NewAdmission = {
  poolId: string;
  freelancerId: string;
  by: Admission;
  vettingApplicationId?: string;
  /** When the place ends by itself; epoch milliseconds. */
  expiresAt?: number | null;
  /** 0–100, of the vetting. */
  score?: number | null;
};

/**
 * Makes somebody an active member; the caller has made sure that they asked for it, agreed, or worked with the tenant.
 * For a member it renews expiry and score, and a suspended one stays suspended.
 * @throws 404 when there is no such pool
 */
export async function admitMember(
  trx: Executor,
  deps: PoolDeps,
  doer: Doer,
  { poolId, freelancerId, by, vettingApplicationId, expiresAt = null, score }: NewAdmission,
): Promise<void> {
  const pool = await getPoolAnywhere(trx, poolId);
  const nowMs = deps.clock.now();
  const admitted = {
    admittedBy: by,
    memberSince: nowMs,
    invitationExpiresAt: null,
    endReason: null,
    expiresAt,
    ...vettedAs(by, vettingApplicationId, score, nowMs),
  };
  const addedBy = actorId(doer.actor) ?? '';
  const row: TalentPoolMemberRow = {
    ...newMember({ poolId, freelancerId, state: 'active', admittedBy: by, addedBy }, nowMs),
    ...admitted,
  };
  if (await insertMemberOnce(trx, row)) {
    await recordMove(trx, deps, scopeOfPool(pool), doer, {
      subject: { kind: 'poolMember', id: memberKey(row) },
      move: 'admit',
      to: 'active',
      details: { poolId, freelancerId, by },
      audience: 'team',
    });
    return tellMember(trx, deps, pool, freelancerId, 'pool.admitted');
  }
  const known = (await findMember(trx, poolId, freelancerId))!;
  if (poolMemberCan.admit(known)) {
    await applyMemberMove(trx, deps, doer, pool, known, 'admit', { change: admitted });
    return tellMember(trx, deps, pool, freelancerId, 'pool.admitted');
  }
  const { expiresAt: _, memberSince: __, admittedBy: ___, ...renewed } = admitted;
  await keepAboutMember(trx, known, { ...renewed, expiresAt, updatedAt: nowMs });
}

/**
 * A member ranks no more until they are resumed; somebody who is no active member is left alone.
 * @throws 404 when there is no such pool
 */
export async function suspendMember(trx: Executor, deps: PoolDeps, doer: Doer, ended: EndedPlace): Promise<void> {
  await moveIfPossible(trx, deps, doer, ended, 'suspend');
}

/** @throws 404 when there is no such pool */
export async function resumeMember(trx: Executor, deps: PoolDeps, doer: Doer, ended: EndedPlace): Promise<void> {
  await moveIfPossible(trx, deps, doer, ended, 'resume');
}

/**
 * Takes a member out for good, what was shared of them too; `expire` where their time was over.
 * @throws 404 when there is no such pool
 */
export async function endMember(
  trx: Executor,
  deps: PoolDeps,
  doer: Doer,
  { how = 'remove', ...ended }: EndedPlace & { how?: 'remove' | 'expire' },
): Promise<void> {
  await moveIfPossible(trx, deps, doer, ended, how);
}

export type EndedPlace = { poolId: string; freelancerId: string; reason?: string | null };

const newsOf = {
  suspend: 'pool.suspended',
  resume: 'pool.resumed',
  remove: 'pool.removed',
  expire: 'pool.expired',
} as const;

async function moveIfPossible(
  trx: Executor,
  deps: PoolDeps,
  doer: Doer,
  { poolId, freelancerId, reason = null }: EndedPlace,
  move: keyof typeof newsOf,
): Promise<void> {
  const pool = await getPoolAnywhere(trx, poolId);
  const row = await findMember(trx, poolId, freelancerId);
  if (!row || !poolMemberCan[move](row)) return;
  await moveAndTell(trx, deps, doer, pool, row, move, reason);
}

/** @throws 409 by state */
export async function moveAndTell(
  trx: Executor,
  deps: PoolDeps,
  doer: Doer,
  pool: TalentPoolRow,
  row: TalentPoolMemberRow,
  move: keyof typeof newsOf,
  reason: string | null,
): Promise<void> {
  const ends = move === 'remove' || move === 'expire';
  await applyMemberMove(trx, deps, doer, pool, row, move, { reason, change: { endReason: reason } });
  if (ends) await endSharesOf(trx, deps, doer, pool, row.freelancerId);
  await tellMember(trx, deps, pool, row.freelancerId, newsOf[move]);
}

/** @throws 404 */
export async function getPoolAnywhere(trx: Executor, id: string): Promise<TalentPoolRow> {
  const pool = await findPoolAnywhere(trx, id);
  if (!pool) throw notFound();
  return pool;
}

function vettedAs(by: Admission, applicationId: string | undefined, score: number | null | undefined, nowMs: number) {
  if (by !== 'vetting') return {};
  return { vettingApplicationId: applicationId ?? null, vettedAt: nowMs, score: score ?? null };
}
