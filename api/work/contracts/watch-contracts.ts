import { isoInstant } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { applyMove } from './apply-move.ts';
import { isStillIdle, listFeedbackOver, listIdle, listInState, markIdleTold } from './clock-store.ts';
import { type EndDeps, settleContract } from './end-contract.ts';
import { sidesOf } from './open-contract.ts';
import { pauseRow } from './pause-contract.ts';
import { insertPause } from './pause-store.ts';
import { contractsPolicy } from './policy.ts';
import { findContract } from './store.ts';
import type { ContractRow } from './table.ts';

type ClockDeps = EndDeps & { database: Database; jobs: JobRunner };

const everyMs = 60_000;
const rowsAtOnce = 200;
const dayMs = 86_400_000;

/** ⏱ Idle contracts rest, ending ones end when their money is settled, ended ones take feedback and close. */
export function watchContracts(deps: ClockDeps): void {
  const { jobs } = deps;
  jobs.every({ kind: 'contracts.tellIdle', everyMs, run: () => tellIdle(deps) });
  jobs.every({ kind: 'contracts.pauseIdle', everyMs, run: (job) => pauseIdle(deps, job.id) });
  jobs.every({ kind: 'contracts.settle', everyMs, run: (job) => settleEnding(deps, job.id) });
  jobs.every({ kind: 'contracts.openFeedback', everyMs, run: (job) => openFeedback(deps, job.id) });
  jobs.every({ kind: 'contracts.close', everyMs, run: (job) => closeFeedback(deps, job.id) });
}

async function tellIdle(deps: ClockDeps): Promise<void> {
  const { database, clock } = deps;
  const { idleDays, idleToldDaysBefore } = await readPolicy(database.db, undefined, contractsPolicy);
  const sinceMs = clock.now() - (idleDays - idleToldDaysBefore) * dayMs;
  const date = isoInstant(clock.now() + idleToldDaysBefore * dayMs).slice(0, 10);
  await inBatches(
    () => listIdle(database.db, sinceMs, undefined, rowsAtOnce),
    (contract) =>
      database.transaction(async (trx) => {
        const scope = tenantScope(contract.tenantId);
        if (!(await markIdleTold(trx, scope, contract.id, sinceMs, clock.now()))) return;
        const words = { title: contract.title, date };
        for (const side of sidesOf(contract)) await notify(trx, deps, { ...side, kind: 'contract.idleSoon', words });
      }),
  );
}

/** Only who was told the days before: a server that slept for months warns first. */
async function pauseIdle(deps: ClockDeps, jobId: string): Promise<void> {
  const { database, clock } = deps;
  const { idleDays, idleToldDaysBefore } = await readPolicy(database.db, undefined, contractsPolicy);
  const sinceMs = clock.now() - idleDays * dayMs;
  const toldByMs = clock.now() - idleToldDaysBefore * dayMs;
  await inBatches(
    () => listIdle(database.db, sinceMs, toldByMs, rowsAtOnce),
    (contract) =>
      database.transaction(async (trx) => {
        const scope = tenantScope(contract.tenantId);
        if (!(await isStillIdle(trx, scope, contract.id, sinceMs, toldByMs))) return;
        await applyMove(trx, deps, scope, clockDoer(jobId), contract, 'pauseIdle');
        await insertPause(trx, pauseRow(deps, contract, 'idle', null));
        const words = { title: contract.title };
        for (const side of sidesOf(contract)) await notify(trx, deps, { ...side, kind: 'contract.pausedIdle', words });
      }),
  );
}

async function settleEnding(deps: ClockDeps, jobId: string): Promise<void> {
  await eachInState(deps, 'ending', (contract) => settleOne(deps, contract, jobId));
}

async function settleOne(deps: ClockDeps, { id, tenantId }: ContractRow, jobId: string): Promise<void> {
  await deps.database.transaction(async (trx) => {
    const scope = tenantScope(tenantId);
    const contract = await findContract(trx, scope, id);
    if (contract?.state === 'ending') await settleContract(trx, deps, scope, clockDoer(jobId), contract);
  });
}

async function openFeedback(deps: ClockDeps, jobId: string): Promise<void> {
  const { database } = deps;
  const { feedbackDays } = await readPolicy(database.db, undefined, contractsPolicy);
  await eachInState(deps, 'ended', (contract) =>
    database.transaction(async (trx) => {
      const scope = tenantScope(contract.tenantId);
      const now = await findContract(trx, scope, contract.id);
      if (now?.state !== 'ended') return;
      const feedbackUntil = now.endedAt! + feedbackDays * dayMs;
      await applyMove(trx, deps, scope, clockDoer(jobId), now, 'openFeedback', { feedbackUntil });
    }),
  );
}

async function closeFeedback(deps: ClockDeps, jobId: string): Promise<void> {
  const { database, clock } = deps;
  await inBatches(
    () => listFeedbackOver(database.db, clock.now(), rowsAtOnce),
    (contract) =>
      database.transaction(async (trx) => {
        const scope = tenantScope(contract.tenantId);
        const now = await findContract(trx, scope, contract.id);
        if (now?.state !== 'feedbackOpen') return;
        await applyMove(trx, deps, scope, clockDoer(jobId), now, 'close', { closedAt: clock.now() });
      }),
  );
}

async function eachInState(
  { database }: ClockDeps,
  state: 'ending' | 'ended',
  work: (contract: ContractRow) => Promise<void>,
): Promise<void> {
  for (let lastId = ''; ; ) {
    const found = await listInState(database.db, state, lastId, rowsAtOnce);
    for (const contract of found) await work(contract);
    if (found.length < rowsAtOnce) return;
    lastId = found.at(-1)!.id;
  }
}

/** Each piece of work takes its row out of the list; a batch that comes back unchanged ends the run. */
async function inBatches(list: () => Promise<ContractRow[]>, work: (row: ContractRow) => Promise<void>): Promise<void> {
  for (let before = ''; ; ) {
    const found = await list();
    const ids = found.map(({ id }) => id).join();
    for (const row of found) await work(row);
    if (found.length < rowsAtOnce || ids === before) return;
    before = ids;
  }
}
