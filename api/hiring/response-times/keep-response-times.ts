import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { recordStatistics } from '../../talent/freelancers/change-freelancer.ts';
import { readAnswersSince } from '../invitations/read-invitations.ts';
import { readFirstAnswers } from '../proposal-messages/read-threads.ts';
import { medianHours } from './median-hours.ts';
import { responseTimePolicy } from './policy.ts';
import { findResponseTime, listToRecount, putResponseTime } from './store.ts';

export type ResponseTimeDeps = { database: Database; clock: Clock; outbox: Outbox; jobs: JobRunner };

const dayMs = 86_400_000;
const batchSize = 100;

/**
 * Keeps the figure on profiles: counted anew when somebody answers an invitation or a client's first message, and ⏱
 * when an answer leaves the span. Reading a profile costs nothing for it.
 */
export function keepResponseTimes(deps: ResponseTimeDeps): void {
  const { database, clock, jobs } = deps;
  jobs.listen({
    kind: 'responseTimes.answered',
    on: 'freelancerAnswered',
    run: ({ payload }) => recount(deps, payload.freelancerId),
  });
  jobs.every({
    kind: 'responseTimes.recount',
    everyMs: dayMs,
    run: async () => {
      while (true) {
        const due = await listToRecount(database.db, clock.now(), batchSize);
        for (const { freelancerId } of due) await recount(deps, freelancerId);
        if (due.length < batchSize) return;
      }
    },
  });
}

/** A profile changes, and tells search of it, only when the figure does. */
function recount({ database, clock, outbox }: ResponseTimeDeps, freelancerId: string): Promise<void> {
  return database.transaction(async (trx) => {
    const nowMs = clock.now();
    const { spanDays, answersMin } = await readPolicy(trx, undefined, responseTimePolicy);
    const sinceMs = nowMs - spanDays * dayMs;
    const answered = [
      ...(await readAnswersSince(trx, freelancerId, sinceMs)),
      ...(await readFirstAnswers(trx, freelancerId, sinceMs)),
    ];
    const waits = answered.map(({ askedAtMs, answeredAtMs }) => answeredAtMs - askedAtMs);
    const hours = answered.length < answersMin ? null : medianHours(waits);
    const before = (await findResponseTime(trx, freelancerId))?.hours ?? null;
    // One millisecond later, so that the one that leaves is no longer counted then.
    const recountAt = answered.length === 0 ? null : Math.min(...answered.map(leavesAt)) + 1;
    await putResponseTime(trx, { freelancerId, answers: answered.length, hours, recountAt, countedAt: nowMs });
    if (hours !== before) await recordStatistics(trx, outbox, freelancerId, { responseTimeHours: hours }, nowMs);

    function leavesAt({ askedAtMs }: { askedAtMs: number }): number {
      return askedAtMs + spanDays * dayMs;
    }
  });
}
