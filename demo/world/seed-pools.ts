import { tenantScope } from '@portico/api/platform/tenants/tenant-scope.ts';
import { createPool, fillPool } from '@portico/api/talent/talent-pools/change-pools.ts';
import { readPools } from '@portico/api/talent/talent-pools/read-for-search.ts';
import type { PoolCandidate } from './seed-freelancers.ts';
import { getHostMember, getHostTenant, type SeededApp } from './seed-tenants.ts';

/** Two pools of the enterprise and one of the installation, which Pro clients browse. */
export async function seedPools(app: SeededApp, candidates: readonly PoolCandidate[]): Promise<void> {
  const { database, newId, clock } = app.deps;
  const tenant = await getHostTenant(app);
  const { id: addedBy } = await getHostMember(app, 'recruiter');
  const known = new Set((await readPools(database.db, tenantScope(tenant.id), tenant)).map(({ name }) => name));
  const inCategory = (pattern: RegExp) => candidates.filter(({ categoryId }) => pattern.test(categoryId));
  const pools = [
    { tenantId: tenant.id, name: 'Frame agreement 2026', members: candidates.filter((_, index) => index % 3 === 0) },
    { tenantId: tenant.id, name: 'Plant software', members: inCategory(/software|web|data|engineering/).slice(0, 14) },
    // Filled by the vetting desk alone.
    { tenantId: null, name: 'Vetted talent', members: [] },
  ];
  await database.transaction(async (trx) => {
    for (const { tenantId, name, members } of pools.filter((pool) => !known.has(pool.name))) {
      const id = newId('pl');
      await createPool(trx, { id, tenantId, name }, clock.now());
      await fillPool(trx, { poolId: id, freelancerIds: members.map((member) => member.id), addedBy }, clock.now());
    }
  });
}
