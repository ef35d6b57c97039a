import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { type FreelancerPolicy, freelancerPolicy } from './freelancer.ts';
import { hideIdle, listIdle, markIdleWarned } from './idle-store.ts';

export type IdleDeps = { database: Database; outbox: Outbox; clock: Clock };

const dayMs = 24 * 60 * 60 * 1000;
const hourMs = 60 * 60 * 1000;
const batchMax = 200;

/** ⏱ Once an hour: warns who will become private, then makes private who was warned in time and stayed away. */
export function watchIdleFreelancers(deps: IdleDeps & { jobs: JobRunner }, policy = freelancerPolicy): void {
  deps.jobs.every({
    kind: 'hideIdleFreelancers',
    everyMs: hourMs,
    run: async () => {
      await hideIdleFreelancers(deps, policy);
      await warnIdleFreelancers(deps, policy);
    },
  });
}

export async function warnIdleFreelancers({ database, outbox, clock }: IdleDeps, policy: FreelancerPolicy) {
  const warningMs = policy.idleWarningDays * dayMs;
  while (true) {
    const nowMs = clock.now();
    const idleSinceMs = nowMs - (policy.idleDaysUntilPrivate * dayMs - warningMs);
    const idle = await listIdle(database.db, { idleSinceMs, warnedBeforeMs: null }, batchMax);
    await database.transaction(async (trx) => {
      for (const { id, personId, name, lastActiveAt } of idle) {
        if (!(await markIdleWarned(trx, id, idleSinceMs, nowMs))) continue;
        const privateAtMs = Math.max(lastActiveAt + policy.idleDaysUntilPrivate * dayMs, nowMs + warningMs);
        await outbox.record(trx, 'freelancerIdleWarned', null, { id, personId, name, privateAtMs }, nowMs);
      }
    });
    if (idle.length < batchMax) return;
  }
}

export async function hideIdleFreelancers({ database, outbox, clock }: IdleDeps, policy: FreelancerPolicy) {
  while (true) {
    const nowMs = clock.now();
    const idleSinceMs = nowMs - policy.idleDaysUntilPrivate * dayMs;
    const warnedBeforeMs = nowMs - policy.idleWarningDays * dayMs;
    const idle = await listIdle(database.db, { idleSinceMs, warnedBeforeMs }, batchMax);
    await database.transaction(async (trx) => {
      for (const { id, personId, name } of idle) {
        const revision = await hideIdle(trx, id, idleSinceMs, nowMs);
        if (revision === undefined) continue;
        await outbox.record(trx, 'freelancerChanged', null, { id, revision }, nowMs);
        await outbox.record(trx, 'freelancerHiddenForIdleness', null, { id, personId, name }, nowMs);
      }
    });
    if (idle.length < batchMax) return;
  }
}
