import type { Deps } from '@portico/api/app.ts';
import { createPool, fillPool } from '@portico/api/talent/talent-pools/change-pools.ts';
import type { PoolCandidate } from './seed-freelancers.ts';

export type SeedPools = { tenantId: string; addedBy: string; candidates: readonly PoolCandidate[] };

/** Two pools of the enterprise and one of the installation, which Pro clients browse. */
export async function seedPools(deps: Deps, { tenantId, addedBy, candidates }: SeedPools): Promise<void> {
  const inCategory = (pattern: RegExp) => candidates.filter(({ categoryId }) => pattern.test(categoryId));
  const pools = [
    { tenantId, name: 'Frame agreement 2026', members: candidates.filter((_, index) => index % 3 === 0) },
    { tenantId, name: 'Plant software', members: inCategory(/software|web|data|engineering/).slice(0, 14) },
    { tenantId: null, name: 'Vetted talent', members: candidates },
  ];
  await deps.database.transaction(async (trx) => {
    for (const { tenantId: owner, name, members } of pools) {
      const id = deps.newId('pl');
      await createPool(trx, { id, tenantId: owner, name }, deps.clock.now());
      await fillPool(trx, { poolId: id, freelancerIds: members.map((member) => member.id), addedBy }, deps.clock.now());
    }
  });
}
