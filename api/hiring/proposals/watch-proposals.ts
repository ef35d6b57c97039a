import type { Database } from '../../platform/database/database.ts';
import type { RecordedEvent } from '../../platform/events/events.ts';
import type { Job } from '../../platform/jobs/job.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer, recordMove } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { closeProposal, returnConnects, returnReasonOf } from './close-proposals.ts';
import type { ProposalDeps } from './move-proposal.ts';
import { editableProposalStates, livingProposalStates } from './proposal.ts';
import { endWaiting, findProposalRow, listProposalsInStates, listUnopened } from './store.ts';
import type { ProposalRow } from './table.ts';

export type WatchDeps = ProposalDeps & { database: Database; jobs: JobRunner };

const everyMs = 15 * 60 * 1000;
const batchSize = 100;

/** ⏱ What waited unopened for too long gives its connects back; what stands on a post that ended is closed. */
export function watchProposals(deps: WatchDeps): void {
  deps.jobs.every({ kind: 'proposals.returnUnopened', everyMs, run: (job) => returnUnopened(deps, job) });
  deps.jobs.listen({
    kind: 'proposals.postEnded',
    on: 'jobPostEnded',
    run: (event) => closeAll(deps, event),
  });
}

/** Each in a transaction of its own; a repeat after a crash goes on where it stopped. */
async function closeAll(deps: WatchDeps, { id: eventId, payload }: RecordedEvent<'jobPostEnded'>): Promise<void> {
  const { database } = deps;
  const scope = tenantScope(payload.tenantId);
  const reason = returnReasonOf(payload.how, payload.hadHire);
  // An offer stands on its own until it ends; only a removed post takes even that away.
  const closable: readonly ProposalRow['state'][] =
    payload.how === 'removed' ? livingProposalStates : editableProposalStates;
  const states: ProposalRow['state'][] = [...closable, ...(reason ? (['declined', 'closed'] as const) : [])];
  for (const { id } of await listProposalsInStates(database.db, scope, payload.id, states)) {
    await database.transaction(async (trx) => {
      const row = await findProposalRow(trx, scope, id);
      if (!row || !states.includes(row.state)) return;
      if (closable.includes(row.state)) await closeProposal(trx, deps, scope, clockDoer(eventId), id, payload.how);
      if (reason) await returnConnects(trx, deps, scope, id, reason);
    });
  }
}

async function returnUnopened(deps: WatchDeps, job: Job): Promise<void> {
  while (true) {
    const due = await listUnopened(deps.database.db, deps.clock.now(), batchSize);
    for (const row of due) await giveBack(deps, job, row);
    if (due.length < batchSize) return;
  }
}

function giveBack(deps: WatchDeps, job: Job, { id, tenantId }: ProposalRow): Promise<void> {
  const scope = tenantScope(tenantId);
  return deps.database.transaction(async (trx) => {
    // Opened at this very moment: it stays spent.
    if (!(await endWaiting(trx, scope, id))) return;
    await returnConnects(trx, deps, scope, id, 'unopened');
    const subject = { kind: 'proposal', id };
    await recordMove(trx, deps, scope, clockDoer(job.id), { subject, move: 'connectsReturned', reason: 'unopened' });
  });
}
