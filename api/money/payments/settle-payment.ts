import type { Logger } from 'pino';
import type { Database, Executor } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import type { LedgerDeps } from '../ledger/post-transfer.ts';
import { settleTransfer } from '../ledger/settle-transfer.ts';
import type { ChargeAnswer, PaymentProcessor } from './processor.ts';
import { findPayment, listToLookAt, updatePending } from './store.ts';
import type { PaymentRow } from './table.ts';

/**
 * What a payment was for hears of its end in the transaction that books it; handed in at assembly, as it lives in a
 * higher wing. `isLate`: whoever paid is no longer waiting for the answer.
 */
export type PaymentPurpose = {
  description: string;
  posted(trx: Executor, payment: PaymentRow, isLate: boolean): Promise<void>;
  voided(trx: Executor, payment: PaymentRow, isLate: boolean): Promise<void>;
};

export type PaymentDeps = LedgerDeps & {
  database: Database;
  log: Logger;
  processor: PaymentProcessor;
  purposes: Readonly<Record<string, PaymentPurpose>>;
  /** How long a processor may be silent before its payer is told to wait. */
  processorTimeoutMs?: number;
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const batchMax = 50;

/** ⏱ Each minute: asks how payments stand that were not decided at once, or whose answer a crash swallowed. */
export function watchPayments(deps: PaymentDeps & { jobs: JobRunner }): void {
  deps.jobs.every({
    kind: 'payments.lookAgain',
    everyMs: minuteMs,
    run: async () => {
      const ids = await listToLookAt(deps.database.db, deps.clock.now(), batchMax);
      for (const id of ids) await settlePayment(deps, id, true);
    },
  });
}

/**
 * Asks the processor and books its answer; harmless to repeat, at the same time too. A processor that is silent, or
 * says what cannot be, leaves the payment pending.
 */
export async function settlePayment(deps: PaymentDeps, id: string, isLate = false): Promise<PaymentRow> {
  const { database, log } = deps;
  const payment = (await findPayment(database.db, id))!;
  if (payment.state !== 'pending') return payment;
  const answer = await askProcessor(deps, payment).catch((error: unknown) => {
    log.warn({ err: error, payment: id }, 'the processor did not answer');
    return undefined;
  });
  const isBelieved = answer !== undefined && believes(deps.processor, payment, answer);
  if (answer && !isBelieved) log.error({ payment: id, answer }, 'the processor answered what cannot be: not booked');
  if (!isBelieved || answer.state === 'processing')
    return lookAgainLater(deps, payment, isBelieved ? answer : undefined);
  try {
    await database.transaction((trx) => book(trx, deps, payment, answer, isLate));
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'external_id_used')) throw error;
    log.error({ payment: id, answer }, 'the processor gave one id for two payments: not booked');
    return lookAgainLater(deps, payment, undefined);
  }
  return (await findPayment(database.db, id))!;
}

async function askProcessor(
  { processor, purposes, processorTimeoutMs = 20_000 }: PaymentDeps,
  { id, amountMinor, currency, methodToken, externalId, purpose }: PaymentRow,
): Promise<ChargeAnswer> {
  const signal = AbortSignal.timeout(processorTimeoutMs);
  const silence = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const amount = { amountMinor, currency };
  const { description } = purposes[purpose]!;
  const asked = externalId
    ? processor.lookUp(externalId, signal)
    : processor.charge({ idempotencyKey: id, amount, methodToken, description }, signal);
  return Promise.race([asked, silence]);
}

/** A processor was seen to answer with the wrong object and to call an error a success. */
function believes(processor: PaymentProcessor, payment: PaymentRow, { externalId, amount, state }: ChargeAnswer) {
  return (
    externalId.startsWith(processor.idPrefix) &&
    (payment.externalId === null || payment.externalId === externalId) &&
    amount.amountMinor === payment.amountMinor &&
    amount.currency === payment.currency &&
    ['succeeded', 'declined', 'processing'].includes(state)
  );
}

async function book(
  trx: Executor,
  deps: PaymentDeps,
  payment: PaymentRow,
  { state, externalId, refusal }: ChargeAnswer,
  isLate: boolean,
): Promise<void> {
  const outcome = state === 'succeeded' ? 'posted' : 'voided';
  const settledAt = deps.clock.now();
  const change = { state: outcome, externalId, refusal: refusal ?? null, settledAt, nextLookAt: null } as const;
  if (!(await updatePending(trx, payment.id, change))) return;
  // Before the ledger: a purpose takes its turn at what it keeps first, as it does everywhere.
  await deps.purposes[payment.purpose]![outcome](trx, payment, isLate);
  await settleTransfer(trx, deps, payment.transferId, outcome, externalId);
}

/** The longer it takes the more seldom: after as long again as it took so far, at least a minute, at most an hour. */
async function lookAgainLater(
  { database, clock }: PaymentDeps,
  { id, createdAt, externalId }: PaymentRow,
  answer: ChargeAnswer | undefined,
): Promise<PaymentRow> {
  const nowMs = clock.now();
  const nextLookAt = nowMs + Math.min(hourMs, Math.max(minuteMs, nowMs - createdAt));
  await updatePending(database.db, id, { nextLookAt, externalId: answer?.externalId ?? externalId });
  return (await findPayment(database.db, id))!;
}
