import type { Executor } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer, recordMove } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { settleTransfer } from '../ledger/settle-transfer.ts';
import { askProcessor, nextLookAfter } from '../payments/ask-processor.ts';
import type { PaymentProcessor, RefundAnswer } from '../payments/processor.ts';
import { type Payment, readPayment } from '../payments/read-payments.ts';
import type { PaymentDeps } from '../payments/settle-payment.ts';
import { returnTaken } from '../payments/take-for-refund.ts';
import { refundMoves } from './refund.ts';
import { endRefund, type Refund } from './refund-payment.ts';
import { findRefund, listRefundsToLookAt, updatePendingRefund } from './store.ts';

/** Asks the processor to give back, or how that stands, and books its answer; harmless to repeat, at once too. */
export async function settleRefund(deps: PaymentDeps, id: string): Promise<Refund> {
  const { database, log, processor } = deps;
  const refund = (await findRefund(database.db, id))!;
  if (refund.state !== 'pending') return refund;
  const payment = await readPayment(database.db, refund.paymentId);
  const answer = await askProcessor(deps, (asked, signal) => ask(asked, signal, refund, payment)).catch(
    (error: unknown) => void log.warn({ err: error, refund: id }, 'the processor did not answer'),
  );
  const isBelieved = answer && believes(processor, refund, payment, answer);
  if (answer && !isBelieved) log.error({ refund: id, answer }, 'the processor answered what cannot be: not booked');
  if (!isBelieved || answer.state === 'processing') {
    const nextLookAt = nextLookAfter(refund.createdAt, deps.clock.now());
    const externalId = (isBelieved ? answer.externalId : null) ?? refund.externalId;
    await updatePendingRefund(database.db, id, { nextLookAt, externalId });
    return (await findRefund(database.db, id))!;
  }
  try {
    await database.transaction((trx) => book(trx, deps, refund, payment, answer));
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'external_id_used')) throw error;
    log.error({ refund: id, answer }, 'the processor gave one id for two refunds: not booked');
  }
  return (await findRefund(database.db, id))!;
}

/** ⏱ Each minute: refunds that were not decided at once, or whose answer a crash swallowed. */
export function watchRefunds(deps: PaymentDeps & { jobs: JobRunner }): void {
  const { database, clock, jobs } = deps;
  jobs.every({
    kind: 'refunds.lookAgain',
    everyMs: 60_000,
    run: async () => {
      for (const id of await listRefundsToLookAt(database.db, clock.now(), 50)) await settleRefund(deps, id);
    },
  });
}

function ask(processor: PaymentProcessor, signal: AbortSignal, refund: Refund, payment: Payment) {
  if (payment.processor !== processor.name) throw new Error(`${payment.processor} took it, and is not set up`);
  if (refund.externalId) return processor.lookUpRefund(refund.externalId, signal);
  const recordedAtMs = refund.createdAt;
  const request = { idempotencyKey: refund.id, chargeId: payment.externalId!, amount: totalOf(refund), recordedAtMs };
  return processor.refund(request, signal);
}

const totalOf = ({ amountMinor, feeMinor, taxMinor, currency }: Refund) => ({
  amountMinor: amountMinor + feeMinor + taxMinor,
  currency,
});

function believes(processor: PaymentProcessor, refund: Refund, payment: Payment, answer: RefundAnswer): boolean {
  const { externalId, chargeId, amount, state } = answer;
  const isNew = refund.externalId === null;
  const isOfRefund = (id: string) => processor.refundIdPrefixes.some((prefix) => id.startsWith(prefix));
  const isIdRight = externalId === null ? isNew && state === 'failed' : isOfRefund(externalId);
  return (
    isIdRight &&
    (isNew || refund.externalId === externalId) &&
    chargeId === payment.externalId &&
    amount.amountMinor === totalOf(refund).amountMinor &&
    amount.currency === refund.currency &&
    ['succeeded', 'failed', 'processing'].includes(state)
  );
}

async function book(trx: Executor, deps: PaymentDeps, refund: Refund, payment: Payment, answer: RefundAnswer) {
  const move = answer.state === 'succeeded' ? 'post' : 'void';
  const state = refundMoves[move].to;
  const { externalId, refusal = null } = answer;
  const change = { state, externalId, refusal, nextLookAt: null, settledAt: deps.clock.now() };
  if (!(await updatePendingRefund(trx, refund.id, change))) return;
  if (state === 'voided') await returnTaken(trx, refund);
  await recordMove(trx, deps, tenantScope(refund.tenantId), clockDoer(`refund ${refund.id}`), {
    subject: { kind: 'payment', id: payment.id },
    move: state === 'posted' ? 'refundPosted' : 'refundFailed',
    reason: refusal,
    details: { refundId: refund.id, ...totalOf(refund) },
  });
  // The ledger first here: where it came back to, the purpose may move it on.
  await settleTransfer(trx, deps, refund.transferId, state, externalId);
  await endRefund(trx, deps, payment, { ...refund, ...change }, state);
}
