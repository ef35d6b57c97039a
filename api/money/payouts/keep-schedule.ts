import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import { conflict, Refusal, unprocessable } from '../../platform/http/problem.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readBalance } from '../ledger/read-ledger.ts';
import { type Money, money } from '../money.ts';
import { recordPayeeMove } from '../payees/record-payee-move.ts';
import { tellPayee } from '../payees/tell-payee.ts';
import { getOwnMethod } from '../payout-methods/read-methods.ts';
import type { PayoutDeps } from './deps.ts';
import type { PayoutFrequency } from './payout.ts';
import { requestPayout } from './request-payout.ts';
import { nextPayoutDay } from './schedule.ts';
import { advanceSchedule, findSchedule, insertScheduleOnce, listDue, updateSchedule } from './schedule-store.ts';
import { settlePayout } from './settle-payout.ts';
import type { PayoutScheduleRow } from './table.ts';

const minuteMs = 60_000;
const batchMax = 100;

/**
 * How often, where to and from which sum on money goes out by itself.
 * @throws 404 for a method that is not theirs, 409 changed_meanwhile, 422
 */
export async function setSchedule(
  trx: Executor,
  deps: PayoutDeps,
  doer: Doer,
  key: { freelancerId: string; currency: string; revision: number },
  wanted: { methodId: string | null; frequency: PayoutFrequency; minimum: Money },
): Promise<PayoutScheduleRow> {
  const { freelancerId, currency, revision } = key;
  const { methodId, frequency, minimum } = wanted;
  if (minimum.currency !== currency) throw mismatch('/minimum/currency', currency);
  if (frequency !== 'manual' && methodId === null) throw methodMissing();
  if (methodId !== null && (await getOwnMethod(trx, freelancerId, methodId)).currency !== currency)
    throw mismatch('/methodId', currency);
  const updatedAt = deps.clock.now();
  const row: PayoutScheduleRow = {
    freelancerId,
    currency,
    methodId,
    frequency,
    minimumMinor: minimum.amountMinor,
    revision: revision + 1,
    nextRunAt: nextPayoutDay(frequency, updatedAt) ?? null,
    updatedAt,
  };
  const isKept = revision === 0 ? await insertScheduleOnce(trx, row) : await updateSchedule(trx, key, row);
  if (!isKept) throw changedMeanwhile();
  const subject = { kind: 'payoutSchedule', id: `${freelancerId} ${currency}` } as const;
  await recordPayeeMove(trx, deps, doer, { freelancerId, subject, move: 'set', to: frequency });
  return row;
}

/** ⏱ Each minute: what is due goes out, once for each day of it; the rail is asked by the job that asks rails. */
export function watchSchedules(deps: PayoutDeps & { database: Database; jobs: JobRunner }): void {
  deps.jobs.every({
    kind: 'payouts.scheduled',
    everyMs: minuteMs,
    run: async ({ id }) => {
      const list = () => listDue(deps.database.db, deps.clock.now(), batchMax);
      for (let rows = await list(); rows.length > 0; rows = await list())
        for (const row of rows) {
          const payoutId = await runOne(deps, row, id);
          if (payoutId) await settlePayout(deps, payoutId);
        }
    },
  });
}

async function runOne(deps: PayoutDeps, row: PayoutScheduleRow, jobId: string): Promise<string | undefined> {
  const next = nextPayoutDay(row.frequency, deps.clock.now()) ?? null;
  try {
    return await deps.database.transaction(async (trx) =>
      (await advanceSchedule(trx, row, next)) ? payOut(trx, deps, row, jobId) : undefined,
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code } = error;
    await deps.database.transaction(async (trx) => {
      if (await advanceSchedule(trx, row, next)) await tellWhyNot(trx, deps, row, code);
    });
    return undefined;
  }
}

/** @returns the payout; undefined where there is too little for one */
async function payOut(
  trx: Executor,
  deps: PayoutDeps,
  row: PayoutScheduleRow,
  jobId: string,
): Promise<string | undefined> {
  const { freelancerId, currency, methodId, minimumMinor } = row;
  const account = { kind: 'freelancerAvailable', ownerId: freelancerId } as const;
  const { availableMinor } = await readBalance(trx, account, currency);
  if (availableMinor === 0 || availableMinor < minimumMinor) return undefined;
  if (methodId === null) throw conflict('payout_method_missing', 'No payout method is chosen.');
  const amount = money(availableMinor, currency);
  const asked = { freelancerId, methodId, amount, origin: 'schedule' } as const;
  return (await requestPayout(trx, deps, clockDoer(jobId), asked)).id;
}

async function tellWhyNot(trx: Executor, deps: PayoutDeps, row: PayoutScheduleRow, code: string): Promise<void> {
  const reason = /^(payout_method_|not_found)/.test(code) ? 'payout_method_not_usable' : code;
  await tellPayee(trx, deps, row.freelancerId, {
    kind: 'payout.notScheduled',
    subject: { kind: 'payoutSchedule', id: `${row.freelancerId} ${row.currency}` },
    words: { currency: row.currency, reason },
    path: portalPaths.payouts(),
  });
}

export async function readSchedule(db: Executor, freelancerId: string, currency: string): Promise<PayoutScheduleRow> {
  const none = { methodId: null, frequency: 'manual', minimumMinor: 0, revision: 0, nextRunAt: null } as const;
  return (await findSchedule(db, freelancerId, currency)) ?? { freelancerId, currency, ...none, updatedAt: 0 };
}

const mismatch = (pointer: string, currency: string) =>
  unprocessable(
    'payout_currency_mismatch',
    `This schedule is for ${currency}; nothing was changed. Choose what is in ${currency}.`,
    [{ pointer, code: 'payout_currency_mismatch', message: `In ${currency}.` }],
  );
const methodMissing = () =>
  unprocessable('payout_method_missing', 'Say where the money goes; nothing was changed.', [
    { pointer: '/methodId', code: 'payout_method_missing', message: 'Choose a payout method.' },
  ]);
const changedMeanwhile = () =>
  conflict('changed_meanwhile', 'The schedule was changed meanwhile; yours was not saved. Read it again.');
