import { isoInstant } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { connectsPolicy } from './policy.ts';
import * as store from './store.ts';
import { tellFreelancer } from './tell-freelancer.ts';
import { type ConnectsDeps, monthOf, takeTurn } from './wallet.ts';

type JobDeps = ConnectsDeps & { database: Database; jobs: JobRunner };

const hourMs = 3_600_000;
const dayMs = 86_400_000;
const batchMax = 200;

/** ⏱ Once an hour: this month's grants, lots that expired, and word of those that will. */
export function watchConnects(deps: JobDeps): void {
  deps.jobs.every({
    kind: 'connects.hourly',
    everyMs: hourMs,
    run: async () => {
      const { database, clock } = deps;
      const month = monthOf(clock.now());
      await takeTurns(deps, () => store.listWalletsToGrant(database.db, month, batchMax));
      await takeTurns(deps, () => store.listOwnersOfExpired(database.db, clock.now(), batchMax));
      await warnOfExpiry(deps);
    },
  });
}

/** A turn brings a wallet up to date, so that none is found twice. */
async function takeTurns(deps: JobDeps, list: () => Promise<string[]>): Promise<void> {
  for (let owners = await list(); owners.length > 0; owners = await list()) {
    for (const owner of owners) await deps.database.transaction((trx) => takeTurn(trx, deps, owner));
    if (owners.length < batchMax) return;
  }
}

async function warnOfExpiry(deps: JobDeps): Promise<void> {
  const { database, clock } = deps;
  const { warningDays } = await readPolicy(database.db, undefined, connectsPolicy);
  const nowMs = clock.now();
  const list = () => store.listUnwarnedLots(database.db, nowMs, nowMs + warningDays * dayMs, batchMax);
  for (let lots = await list(); lots.length > 0; lots = await list()) {
    await database.transaction(async (trx) => {
      for (const { id, freelancerId, remaining, expiresAt } of lots) {
        if (!(await store.markWarned(trx, id, nowMs))) continue;
        await tellFreelancer(trx, deps, freelancerId, {
          kind: 'connects.expiring',
          subject: { kind: 'connectsLot', id },
          words: { count: String(remaining), date: isoInstant(expiresAt).slice(0, 10) },
          path: portalPaths.connects(),
          tenantId: null,
        });
      }
    });
  }
}
