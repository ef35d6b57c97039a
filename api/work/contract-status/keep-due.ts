import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { noDueAt, type Owner, readStaleContracts, recordDue } from '../contracts/read-contract-lists.ts';
import { dueOf } from './next-step.ts';
import { readFacts, stepFactsOf } from './read-facts.ts';
import { stepsOf } from './steps-of.ts';

type DueDeps = { database: Database; clock: Clock };

const everyMs = 15_000;
const rowsAtOnce = 200;

/**
 * Works out anew whom changed contracts wait for, which is what lists filter by. A filtered list does it for its own
 * before it reads, so that nobody sees what they have just done still waiting.
 * @returns how many there were
 */
export async function refreshDue(deps: DueDeps, owner: Owner | undefined): Promise<number> {
  const { db } = deps.database;
  const stale = await readStaleContracts(db, owner, rowsAtOnce);
  for (const facts of await readFacts(db, deps, stale)) {
    const steps = stepsOf(stepFactsOf(facts));
    await recordDue(db, facts.contract, {
      clientDueAt: dueOf(steps, 'client', noDueAt),
      freelancerDueAt: dueOf(steps, 'freelancer', noDueAt),
    });
  }
  return stale.length;
}

/** ⏱ Whatever no list asked for. */
export function watchDue(deps: DueDeps & { jobs: JobRunner }): void {
  deps.jobs.every({
    kind: 'contractStatus.due',
    everyMs,
    run: async () => {
      // A contract that changes all the time must not keep the job from ending.
      for (let batches = 0; batches < 50; batches++) if ((await refreshDue(deps, undefined)) < rowsAtOnce) return;
    },
  });
}
