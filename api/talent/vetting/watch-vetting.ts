import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type CaseFacts, getFacts } from './case-facts.ts';
import { dayMs, readRules, type VettingDeps } from './deps.ts';
import { expireMembership, reinstateMembership, tellOfExpiry } from './end-membership.ts';
import { lapseInvitation, withdrawApplication } from './leave-application.ts';
import { vettingPolicy } from './policy.ts';
import { listDueApplications } from './store.ts';
import type { VettingApplicationRow } from './table.ts';
import type { ApplicationState } from './vetting-application.ts';

type WatchDeps = VettingDeps & { database: Database; jobs: JobRunner };
type Column = Parameters<typeof listDueApplications>[2];
type Timed = (trx: Executor, deps: VettingDeps, doer: Doer, facts: CaseFacts) => Promise<void>;

const everyMs = 5 * 60_000;
const rowsAtOnce = 100;
/** No tenant may set a longer notice, so that these are all who could be due. */
const longestNoticeMs = vettingPolicy.schema.shape.expiringNoticeDays.maxValue! * dayMs;

/** ⏱ Unanswered invitations lapse, unanswered questions withdraw, places near their end and end, suspensions end. */
export function watchVetting(deps: WatchDeps): void {
  const watch = (kind: string, states: readonly ApplicationState[], column: Column, move: Timed, aheadMs = 0) =>
    deps.jobs.every({
      kind: `vetting.${kind}`,
      everyMs,
      run: (job) => eachDue(deps, states, column, aheadMs, clockDoer(job.id), move),
    });
  watch('lapse', ['invited'], 'answerBy', lapseInvitation);
  watch('giveUp', ['needsMore'], 'answerBy', (trx, own, doer, facts) =>
    withdrawApplication(trx, own, doer, facts, 'Nobody answered in time'),
  );
  watch('nearExpiry', ['member'], 'expiresAt', tellWhenNear, longestNoticeMs);
  watch('expire', ['member', 'expiring'], 'expiresAt', expireMembership);
  watch('reinstate', ['suspended'], 'suspendedUntil', (trx, own, doer, facts) =>
    reinstateMembership(trx, own, doer, facts, null),
  );
}

async function tellWhenNear(trx: Executor, deps: VettingDeps, doer: Doer, facts: CaseFacts): Promise<void> {
  const { application } = facts;
  const { expiringNoticeDays } = await readRules(trx, tenantScope(application.tenantId));
  const leftMs = application.expiresAt! - deps.clock.now();
  if (leftMs > 0 && leftMs <= expiringNoticeDays * dayMs) await tellOfExpiry(trx, deps, doer, facts);
}

async function eachDue(
  deps: WatchDeps,
  states: readonly ApplicationState[],
  column: Column,
  aheadMs: number,
  doer: Doer,
  move: Timed,
): Promise<void> {
  const { database, clock } = deps;
  const failures: unknown[] = [];
  for (let afterId = ''; ; ) {
    const due = await listDueApplications(database.db, states, column, clock.now() + aheadMs, afterId, rowsAtOnce);
    for (const row of due)
      await one(deps, row, states, doer, move).catch((error: unknown) => {
        // A person was faster.
        if (!(error instanceof Refusal)) failures.push(error);
      });
    if (due.length < rowsAtOnce) break;
    afterId = due.at(-1)!.id;
  }
  if (failures.length > 0) throw failures[0];
}

function one(
  deps: WatchDeps,
  { id, tenantId }: VettingApplicationRow,
  states: readonly ApplicationState[],
  doer: Doer,
  move: Timed,
): Promise<void> {
  return deps.database.transaction(async (trx) => {
    const facts = await getFacts(trx, tenantScope(tenantId), id);
    if (states.includes(facts.application.state)) await move(trx, deps, doer, facts);
  });
}
