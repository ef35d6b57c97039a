import type { Executor } from '../../platform/database/database.ts';
import { clockDoer, recordMove } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { askProcessor } from '../payments/ask-processor.ts';
import { markDisputed } from '../payments/mark-disputed.ts';
import type { DisputeAnswer, PaymentProcessor } from '../payments/processor.ts';
import { type Payment, paymentByExternalId, readPayment } from '../payments/read-payments.ts';
import { type PaymentDeps, settlePayment } from '../payments/settle-payment.ts';
import { type BankDisputeMove, bankDisputeCan, bankDisputeMoves } from './bank-dispute.ts';
import { type Frozen, freeze, giveToBank, thaw } from './freeze.ts';
import * as store from './store.ts';
import type { BankDisputeRow } from './table.ts';
import { tellOfDispute } from './tell-of-dispute.ts';

/** A dispute that an event names: asked of the processor, then opened or moved as it stands there. */
export async function takeDisputeNews(deps: PaymentDeps, externalId: string): Promise<'done' | { unmatched: string }> {
  const answer = await askProcessor(deps, (processor, signal) => processor.lookUpDispute(externalId, signal));
  return bookDispute(deps, externalId, answer);
}

export async function bookDispute(
  deps: PaymentDeps,
  externalId: string,
  answer: DisputeAnswer,
): Promise<'done' | { unmatched: string }> {
  const { database, log, processor } = deps;
  const found = await paymentByExternalId(database.db, processor.name, answer.chargeId);
  if (!found) return { unmatched: 'payment_unknown' };
  // Its yes may not have been heard yet, when the bank is faster than its news.
  const payment = await settlePayment(deps, found.id, true);
  if (payment.state !== 'posted') throw new Error(`payment ${payment.id} is ${payment.state} and disputed already`);
  if (!believes(processor, externalId, payment, answer)) {
    log.error({ dispute: externalId, answer }, 'the processor answered what cannot be: not booked');
    return { unmatched: 'dispute_not_believed' };
  }
  await database.transaction(async (trx) => {
    const dispute = await openOnce(trx, deps, payment, answer);
    await advance(trx, deps, dispute, payment, answer);
  });
  return 'done';
}

function believes(processor: PaymentProcessor, externalId: string, payment: Payment, answer: DisputeAnswer): boolean {
  const { amount } = answer;
  return (
    answer.externalId === externalId &&
    processor.disputeIdPrefixes.some((prefix) => externalId.startsWith(prefix)) &&
    amount.currency === payment.currency &&
    amount.amountMinor > 0 &&
    amount.amountMinor <= payment.amountMinor
  );
}

/** Freezes it and pauses what it pays for, once. */
async function openOnce(
  trx: Executor,
  deps: PaymentDeps,
  payment: Payment,
  { externalId, amount, reason, evidenceDueAtMs }: DisputeAnswer,
): Promise<BankDisputeRow> {
  const { clock, newId, processor, purposes } = deps;
  const row: BankDisputeRow = {
    id: newId('bd'),
    tenantId: payment.tenantId,
    paymentId: payment.id,
    contractId: payment.contractId,
    processor: processor.name,
    externalId,
    ...amount,
    reason,
    state: 'needsResponse',
    frozen: '',
    evidenceDueAt: evidenceDueAtMs,
    evidenceText: '',
    submittedBy: null,
    submittedAt: null,
    openedAt: clock.now(),
    endedAt: null,
  };
  if (!(await store.insertDisputeOnce(trx, row)))
    return (await store.findDisputeByExternalId(trx, processor.name, externalId))!;
  await markDisputed(trx, payment.id, true);
  const dispute = { id: row.id, amount, reason };
  const more = (await purposes[payment.purpose]?.disputed?.(trx, payment, dispute)) ?? [];
  const frozen = JSON.stringify(await freeze(trx, deps, dispute, payment, more));
  await store.moveDispute(trx, row.id, ['needsResponse'], { frozen });
  await recordDisputeMove(trx, deps, { ...row, frozen }, { move: 'opened', to: 'needsResponse' });
  await tellOfDispute(trx, deps, row, payment, 'opened');
  return { ...row, frozen };
}

const moveTo = { underReview: 'submitEvidence', won: 'win', lost: 'lose' } as const satisfies Record<
  Exclude<DisputeAnswer['state'], 'needsResponse'>,
  BankDisputeMove
>;

/** As far as the processor is; older news than what is known moves nothing back. */
async function advance(
  trx: Executor,
  deps: PaymentDeps,
  dispute: BankDisputeRow,
  payment: Payment,
  { state }: DisputeAnswer,
): Promise<void> {
  if (state === 'needsResponse') return;
  const move = moveTo[state];
  if (!bankDisputeCan[move](dispute)) return;
  const endedAt = state === 'underReview' ? null : deps.clock.now();
  if (!(await store.moveDispute(trx, dispute.id, bankDisputeMoves[move].from, { state, endedAt }))) return;
  await recordDisputeMove(trx, deps, dispute, { move, to: state });
  if (state !== 'underReview') await end(trx, deps, dispute, payment, state);
}

async function end(
  trx: Executor,
  deps: PaymentDeps,
  dispute: BankDisputeRow,
  payment: Payment,
  outcome: 'won' | 'lost',
): Promise<void> {
  const { id, amountMinor, currency, reason } = dispute;
  const amount = { amountMinor, currency };
  const frozen = JSON.parse(dispute.frozen) as Frozen;
  if (outcome === 'won') await thaw(trx, deps, { id, currency }, payment, frozen);
  else await giveToBank(trx, deps, { id, amount }, payment);
  // What a bank took for good cannot be given back once more.
  await markDisputed(trx, payment.id, outcome === 'lost');
  const again = await readPayment(trx, payment.id);
  await deps.purposes[payment.purpose]?.disputeEnded?.(trx, again, { id, amount, reason }, outcome);
  await tellOfDispute(trx, deps, dispute, payment, outcome);
}

async function recordDisputeMove(
  trx: Executor,
  deps: PaymentDeps,
  { id, tenantId, state, reason, amountMinor, currency }: BankDisputeRow,
  { move, to }: { move: string; to: BankDisputeRow['state'] },
): Promise<void> {
  if (tenantId === null) return;
  await recordMove(trx, deps, tenantScope(tenantId), clockDoer(`bankDispute ${id}`), {
    subject: { kind: 'bankDispute', id },
    move,
    from: move === 'opened' ? null : state,
    to,
    reason,
    details: { amountMinor, currency },
  });
}
