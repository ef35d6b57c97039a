import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { moveRefused } from '../../platform/moves/require-move.ts';
import { requireVisible } from '../freelancers/require-visible.ts';
import { admitMember, moveAndTell } from './admit-member.ts';
import { getEditablePool } from './change-pools.ts';
import type { PoolDeps } from './deps.ts';
import type { PoolReader } from './grants.ts';
import { applyMemberMove } from './move-member.ts';
import { endedByThem, poolMemberCan } from './pool-member.ts';
import { findMember } from './store.ts';
import type { TalentPoolRow } from './table.ts';

/** What happens to one place, and by whom. */
export type MemberChange = { reader: PoolReader; doer: Doer; poolId: string; freelancerId: string };

/**
 * Takes somebody in by hand: only whom the company has worked with, and who did not leave or decline; all others are
 * asked first.
 * @throws 403, 404, 409 consent_required, pool_member_suspended, talent_pool_archived
 */
export async function takeIntoPool(
  trx: Executor,
  deps: PoolDeps,
  { reader, doer, poolId, freelancerId }: MemberChange,
  hasWorkedWithUs: boolean,
): Promise<void> {
  const pool = await getEditablePool(trx, reader, poolId);
  requireInUse(pool);
  await requireVisible(trx, reader.person, freelancerId);
  const known = await findMember(trx, pool.id, freelancerId);
  if (known?.state === 'active') return;
  if (known?.state === 'suspended') throw moveRefused('poolMember', 'admit', known.state);
  const saidNo = known !== undefined && endedByThem.some((state) => state === known.state);
  if (pool.tenantId === null || !hasWorkedWithUs || saidNo)
    throw conflict(
      'consent_required',
      'Nobody is put into a pool without having agreed or worked with you, so nobody was. Invite them instead.',
    );
  await admitMember(trx, deps, doer, { poolId: pool.id, freelancerId, by: 'hand' });
}

/** Takes a member out, or an unanswered invitation back; somebody who is not there stays out. @throws 403, 404 */
export async function takeOutOfPool(
  trx: Executor,
  deps: PoolDeps,
  { reader, doer, poolId, freelancerId }: MemberChange,
  reason: string | null,
): Promise<void> {
  const pool = await getEditablePool(trx, reader, poolId);
  const known = await findMember(trx, pool.id, freelancerId);
  if (!known || !poolMemberCan.remove(known)) return;
  if (known.state === 'invited')
    await applyMemberMove(trx, deps, doer, pool, known, 'remove', { reason, change: { endReason: reason } });
  else await moveAndTell(trx, deps, doer, pool, known, 'remove', reason);
}

/** @throws 403, 404, 409 by state */
export async function haltMember(
  trx: Executor,
  deps: PoolDeps,
  { reader, doer, poolId, freelancerId }: MemberChange,
  move: 'suspend' | 'resume',
  reason: string | null,
): Promise<void> {
  const pool = await getEditablePool(trx, reader, poolId);
  const known = await findMember(trx, pool.id, freelancerId);
  if (!known) throw notFound();
  if (!poolMemberCan[move](known)) throw moveRefused('poolMember', move, known.state);
  await moveAndTell(trx, deps, doer, pool, known, move, reason);
}

/** @throws 409 talent_pool_archived */
export function requireInUse({ state }: Pick<TalentPoolRow, 'state'>): void {
  if (state === 'archived') throw moveRefused('talentPool', 'takeMembers', state);
}
