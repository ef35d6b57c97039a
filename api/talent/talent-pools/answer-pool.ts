import type { Doer } from '../../platform/audit/record-audit.ts';
import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { PoolDeps } from './deps.ts';
import { applyMemberMove, tellKeepers } from './move-member.ts';
import { endSharesOf } from './share-member.ts';
import { findOwnPlace } from './store.ts';

const newsOf = { accept: 'pool.accepted', decline: 'pool.declined', leave: 'pool.left' } as const;

/** A freelancer joins, declines or leaves a pool. @throws 404, 409 by state: `pool_member_expired` */
export async function answerPool(
  trx: Executor,
  deps: PoolDeps,
  doer: Doer,
  { freelancer, tenant }: ActingFreelancer,
  poolId: string,
  answer: keyof typeof newsOf,
  reason: string | null,
): Promise<void> {
  const found = await findOwnPlace(trx, freelancer, tenant, poolId);
  if (!found) throw notFound();
  const { pool, ...place } = found;
  const nowMs = deps.clock.now();
  const change =
    answer === 'accept'
      ? { memberSince: nowMs, answeredAt: nowMs, invitationExpiresAt: null }
      : { answeredAt: nowMs, endReason: reason };
  await applyMemberMove(trx, deps, doer, pool, place, answer, { change, reason });
  if (answer === 'leave') await endSharesOf(trx, deps, doer, pool, place.freelancerId);
  await tellKeepers(trx, deps, pool, place, newsOf[answer]);
}
