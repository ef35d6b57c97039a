import { type Actor, hasRole } from '../../platform/auth/actor.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { isKeptBy, mayEditPool } from './grants.ts';
import { type PoolMemberState, poolMemberStates } from './pool-member.ts';
import { poolEditors } from './pool-roles.ts';
import type { TalentPool, TalentPoolDetail } from './schema.ts';
import { type CountedPool, countMembers, listRates } from './store.ts';
import type { TalentPoolRow } from './table.ts';

export function mayMakePools(actor: Actor): boolean {
  return hasRole(actor, ...poolEditors);
}

export function presentPool(pool: CountedPool, actor: Actor): TalentPool {
  return {
    id: pool.id,
    name: pool.name,
    description: pool.description,
    owner: pool.tenantId === null ? 'installation' : 'tenant',
    state: pool.state,
    memberCount: Number(pool.memberCount),
    invitedCount: isKeptBy(actor, pool) ? Number(pool.invitedCount) : 0,
    admitsFirstContract: pool.admitsFirstContract === 1,
    mayEdit: mayEditPool(actor, pool),
    updatedAt: isoInstant(pool.updatedAt),
  };
}

export async function presentPoolDetail(db: Executor, pool: TalentPoolRow, actor: Actor): Promise<TalentPoolDetail> {
  const ownerIds: string[] = JSON.parse(pool.ownerIds);
  const [people, rates, found] = [
    await peopleById(db, ownerIds),
    await listRates(db, pool.id),
    await countMembers(db, pool.id),
  ];
  const isKept = isKeptBy(actor, pool);
  const counts = Object.fromEntries(poolMemberStates.map((state) => [state, 0])) as Record<PoolMemberState, number>;
  for (const { state, count } of found) if (isKept || state === 'active') counts[state] = count;
  return {
    ...presentPool({ ...pool, memberCount: counts.active, invitedCount: counts.invited }, actor),
    criteria: pool.criteria,
    editing: pool.editing,
    owners: isKept ? ownerIds.map((id) => ({ id, name: people.get(id)?.name ?? '' })) : [],
    rateCard: isKept
      ? rates.map(({ role, skillId, skillName, level, rateMinor, rateCurrency }) => ({
          role,
          skill: skillId === null ? null : { id: skillId, name: skillName ?? '' },
          level,
          rate: { amountMinor: rateMinor, currency: rateCurrency },
        }))
      : [],
    counts,
    isKept,
  };
}
