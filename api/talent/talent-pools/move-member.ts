import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { Move } from '../../platform/moves/move.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readFreelancerRows } from '../freelancers/read-freelancers.ts';
import { memberKey, type PoolDeps, scopeOfPool } from './deps.ts';
import { type PoolMemberMove, type PoolMemberState, poolMemberMoves } from './pool-member.ts';
import { findMember, moveMember } from './store.ts';
import type { TalentPoolMemberRow, TalentPoolRow } from './table.ts';

/**
 * One move of a member, guarded by the table and again by the update.
 * @param reason the team's own: freelancers do not read it
 * @throws 409 by state: `pool_member_left`
 */
export async function applyMemberMove(
  trx: Executor,
  deps: PoolDeps,
  doer: Doer,
  pool: TalentPoolRow,
  row: TalentPoolMemberRow,
  name: PoolMemberMove,
  { change = {}, reason = null }: { change?: Partial<TalentPoolMemberRow>; reason?: string | null } = {},
): Promise<TalentPoolMemberRow> {
  const move: Move<PoolMemberState> = requireMove(poolMemberMoves, 'poolMember', name, row.state);
  const moved = { ...change, state: move.to, updatedAt: deps.clock.now() };
  if (!(await moveMember(trx, row, move.from, moved))) {
    const now = await findMember(trx, row.poolId, row.freelancerId);
    throw moveRefused('poolMember', name, now?.state ?? row.state);
  }
  await recordMove(trx, deps, scopeOfPool(pool), doer, {
    subject: { kind: 'poolMember', id: memberKey(row) },
    move: name,
    from: row.state,
    to: move.to,
    reason,
    details: { poolId: pool.id, freelancerId: row.freelancerId },
    audience: 'team',
  });
  return { ...row, ...moved, revision: row.revision + 1 };
}

type FreelancerNews =
  | 'pool.invited'
  | 'pool.admitted'
  | 'pool.suspended'
  | 'pool.resumed'
  | 'pool.removed'
  | 'pool.expired';

/** What a freelancer hears of their place; whose pool it is the notice says by its brand. */
export async function tellMember(
  trx: Executor,
  deps: PoolDeps,
  pool: TalentPoolRow,
  freelancerId: string,
  kind: FreelancerNews,
): Promise<void> {
  const personId = (await readFreelancerRows(trx, [freelancerId])).get(freelancerId)?.personId;
  if (!personId) return;
  await notify(trx, deps, {
    personIds: [personId],
    kind,
    subject: { kind: 'talentPool', id: pool.id },
    words: { pool: pool.name },
    path: portalPaths.ownPools(),
    tenantId: pool.tenantId,
  });
}

type KeeperNews = 'pool.accepted' | 'pool.declined' | 'pool.left' | 'pool.invitationExpired';

/** Whoever asked somebody in hears what became of it, and so do the pool's owners. */
export async function tellKeepers(
  trx: Executor,
  deps: PoolDeps,
  pool: TalentPoolRow,
  { freelancerId, addedBy }: Pick<TalentPoolMemberRow, 'freelancerId' | 'addedBy'>,
  kind: KeeperNews,
): Promise<void> {
  const freelancer = (await readFreelancerRows(trx, [freelancerId])).get(freelancerId)?.name ?? '';
  const owners: string[] = JSON.parse(pool.ownerIds);
  await notify(trx, deps, {
    personIds: [...new Set([addedBy, ...owners])].filter((id) => id !== ''),
    kind,
    subject: { kind: 'talentPool', id: pool.id },
    words: { freelancer, pool: pool.name },
    path: portalPaths.talentPool(pool.id),
    tenantId: pool.tenantId,
  });
}
