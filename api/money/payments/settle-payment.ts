import type { Logger } from 'pino';
import type { Database, Executor } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import { Refusal } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { LedgerDeps } from '../ledger/post-transfer.ts';
import { settleTransfer } from '../ledger/settle-transfer.ts';
import { type AskDeps, askProcessor, nextLookAfter } from './ask-processor.ts';
import { paymentsPolicy } from './policy.ts';
import type { ChargeAnswer, PaymentProcessor } from './processor.ts';
import type { PaymentPurposes } from './purpose.ts';
import { recordPaymentMove } from './record-payment-move.ts';
import { findPayment, updateOpen } from './store.ts';
import type { PaymentRow } from './table.ts';
import { tellPosted, tellToConfirm } from './tell-of-payment.ts';

export type PaymentDeps = LedgerDeps &
  AskDeps & {
    database: Database;
    log: Logger;
    outbox: Outbox;
    purposes: PaymentPurposes;
  };

type Ask = (processor: PaymentProcessor, signal: AbortSignal) => Promise<ChargeAnswer>;

const hourMs = 3_600_000;

/**
 * Asks the processor and books its answer; harmless to repeat, at the same time too. A processor that is silent, or
 * says what cannot be, leaves the payment as it is. What balance or credit paid is settled already.
 */
export async function settlePayment(deps: PaymentDeps, id: string, isLate = false): Promise<PaymentRow> {
  const payment = (await findPayment(deps.database.db, id))!;
  return settleBy(deps, payment, isLate, (processor, signal) =>
    payment.externalId
      ? processor.lookUp(payment.externalId, signal)
      : processor.charge(
          {
            idempotencyKey: id,
            amount: { amountMinor: payment.amountMinor, currency: payment.currency },
            customerToken: payment.customerToken,
            methodToken: payment.methodToken,
            description: payment.description,
            recordedAtMs: payment.createdAt,
          },
          signal,
        ),
  );
}

/** Another way to ask, as when its payer answers the bank or gives up. */
export async function settleBy(deps: PaymentDeps, payment: PaymentRow, isLate: boolean, ask: Ask): Promise<PaymentRow> {
  const { database, log, processor } = deps;
  const { id } = payment;
  if (payment.state === 'posted' || payment.state === 'voided') return payment;
  if (payment.processor !== processor.name) {
    log.error({ payment: id, processor: payment.processor }, 'a payment waits for a processor that is not set up');
    return lookAgainLater(deps, payment, undefined);
  }
  const answer = await askProcessor(deps, ask).catch((error: unknown) => {
    log.warn({ err: error, payment: id }, 'the processor did not answer');
    return undefined;
  });
  const isBelieved = answer !== undefined && believes(processor, payment, answer);
  if (answer && !isBelieved) log.error({ payment: id, answer }, 'the processor answered what cannot be: not booked');
  if (!isBelieved) return lookAgainLater(deps, payment, undefined);
  if (answer.state === 'processing') return lookAgainLater(deps, payment, answer);
  if (answer.state === 'actionNeeded') return waitForPayer(deps, payment, answer, isLate);
  try {
    await database.transaction((trx) => book(trx, deps, payment, answer, isLate));
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'external_id_used')) throw error;
    log.error({ payment: id, answer }, 'the processor gave one id for two payments: not booked');
    return lookAgainLater(deps, payment, undefined);
  }
  return (await findPayment(database.db, id))!;
}

/** A processor was seen to answer with the wrong object and to call an error a success. */
function believes(processor: PaymentProcessor, payment: PaymentRow, answer: ChargeAnswer): boolean {
  const { externalId, amount, state } = answer;
  const isNew = payment.externalId === null;
  const isIdRight = externalId?.startsWith(processor.idPrefix) ?? (isNew && state === 'declined');
  return (
    isIdRight &&
    (isNew || payment.externalId === externalId) &&
    amount.amountMinor === payment.amountMinor &&
    amount.currency === payment.currency &&
    ['succeeded', 'declined', 'processing', 'actionNeeded'].includes(state)
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
  const settled = { nextAction: null, confirmBy: null, nextLookAt: null, settledAt };
  const change = { ...settled, state: outcome, externalId, refusal: refusal ?? null } as const;
  if (!(await updateOpen(trx, payment.id, change))) return;
  const booked = { ...payment, ...change };
  await recordPaymentMove(trx, deps, booked, { move: outcome === 'posted' ? 'post' : 'void', from: payment.state });
  // Before the ledger: a purpose takes its turn at what it keeps first, as it does everywhere.
  await deps.purposes[payment.purpose]![outcome](trx, booked, isLate);
  await settleTransfer(trx, deps, payment.transferId, outcome, externalId);
  if (outcome === 'posted') await tellPosted(trx, deps, booked);
}

/** Its bank wants to hear from whoever pays. */
async function waitForPayer(
  deps: PaymentDeps,
  payment: PaymentRow,
  answer: ChargeAnswer,
  isLate: boolean,
): Promise<PaymentRow> {
  const { database, clock } = deps;
  const { confirmHours } = await readPolicy(database.db, undefined, paymentsPolicy);
  const nowMs = clock.now();
  const change = {
    state: 'actionNeeded',
    externalId: answer.externalId,
    nextAction: JSON.stringify(answer.nextAction),
    confirmBy: nowMs + confirmHours * hourMs,
    nextLookAt: nextLookAfter(payment.createdAt, nowMs),
  } as const;
  await database.transaction(async (trx) => {
    const isFirst = await updateOpen(trx, payment.id, change, ['pending']);
    if (!isFirst) return void (await updateOpen(trx, payment.id, { nextLookAt: change.nextLookAt }));
    await recordPaymentMove(trx, deps, payment, { move: 'askToConfirm', from: 'pending' });
    if (isLate || payment.personId === null) await tellToConfirm(trx, deps, payment, change.confirmBy);
  });
  return (await findPayment(database.db, payment.id))!;
}

async function lookAgainLater(
  { database, clock }: PaymentDeps,
  { id, createdAt, externalId, state }: PaymentRow,
  answer: ChargeAnswer | undefined,
): Promise<PaymentRow> {
  await updateOpen(database.db, id, {
    nextLookAt: nextLookAfter(createdAt, clock.now()),
    externalId: answer?.externalId ?? externalId,
    // Its payer has answered, and the bank is on it.
    ...(answer && state === 'actionNeeded' && { state: 'pending', nextAction: null, confirmBy: null }),
  });
  return (await findPayment(database.db, id))!;
}
