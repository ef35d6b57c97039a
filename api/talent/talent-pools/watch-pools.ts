import type { Database } from '../../platform/database/database.ts';
import type { Job } from '../../platform/jobs/job.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { admitMember, endMember, getPoolAnywhere } from './admit-member.ts';
import type { PoolDeps } from './deps.ts';
import { applyMemberMove, tellKeepers } from './move-member.ts';
import { poolMemberCan } from './pool-member.ts';
import { expireShares } from './share-member.ts';
import { findMember, listEndedPlaces, listFirstContractPools, listLapsed } from './store.ts';

const everyMs = 15 * 60 * 1000;
const batchSize = 100;

/** ⏱ Invitations, places and requests for consent end; a first contract makes a member where the pool says so. */
export function watchPools(deps: PoolDeps & { database: Database; jobs: JobRunner }): void {
  const { database, jobs } = deps;
  jobs.every({ kind: 'talentPools.expire', everyMs, run: (job) => expireDue(deps, job) });
  jobs.listen({
    kind: 'talentPools.firstContract',
    on: 'contractStarted',
    run: ({ id, payload }) =>
      database.transaction(async (trx) => {
        const { tenantId, freelancerId } = payload;
        for (const pool of await listFirstContractPools(trx, tenantScope(tenantId))) {
          // Whoever was ever in it, or said no, has had their say.
          if (await findMember(trx, pool.id, freelancerId)) continue;
          await admitMember(trx, deps, clockDoer(id), { poolId: pool.id, freelancerId, by: 'firstContract' });
        }
      }),
  });
}

/** Each in a transaction of its own: one that was answered meanwhile leaves the others alone. */
async function expireDue(deps: PoolDeps & { database: Database }, job: Job): Promise<void> {
  const { database, clock } = deps;
  const doer = clockDoer(job.id);
  while (true) {
    const lapsed = await listLapsed(database.db, clock.now(), batchSize);
    for (const { poolId, freelancerId } of lapsed)
      await database.transaction(async (trx) => {
        const row = await findMember(trx, poolId, freelancerId);
        if (!row || !poolMemberCan.lapse(row)) return;
        const pool = await getPoolAnywhere(trx, poolId);
        await applyMemberMove(trx, deps, doer, pool, row, 'lapse');
        await tellKeepers(trx, deps, pool, row, 'pool.invitationExpired');
      });
    const ended = await listEndedPlaces(database.db, clock.now(), batchSize);
    for (const { poolId, freelancerId } of ended)
      await database.transaction((trx) => endMember(trx, deps, doer, { poolId, freelancerId, how: 'expire' }));
    const unanswered = await database.transaction((trx) => expireShares(trx, deps, doer, batchSize));
    if (lapsed.length < batchSize && ended.length < batchSize && unanswered < batchSize) return;
  }
}
