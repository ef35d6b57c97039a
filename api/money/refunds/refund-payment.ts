import { actorId, type Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { AccountRef } from '../ledger/ledger.ts';
import { holdTransfer, type LedgerDeps, type NewEntry, postTransfer } from '../ledger/post-transfer.ts';
import { add, type Money } from '../money.ts';
import { negated } from '../payments/charge-entries.ts';
import type { PaymentPurposes } from '../payments/purpose.ts';
import type { Payment } from '../payments/read-payments.ts';
import { firstLookMs } from '../payments/record-payment.ts';
import { type TakenForRefund, takeForRefund } from '../payments/take-for-refund.ts';
import { tellRefunded } from '../payments/tell-of-payment.ts';
import { findRefundByKey, insertRefund } from './store.ts';
import type { RefundRow } from './table.ts';

export type Refund = RefundRow;

export type NewRefund = {
  /** Names the effect: asked for twice it happens once. */
  key: string;
  paymentId: string;
  /** Of what was paid for, without our fees. */
  amount: Money;
  /** Below zero, the accounts that give it: sums to minus the amount. */
  out: readonly NewEntry[];
  /** The client's fee on this part, and the tax on it, go back too. */
  withFee: boolean;
  reason: string;
};

export type RefundDeps = LedgerDeps & { outbox: Outbox; purposes: PaymentPurposes };

/**
 * Gives back what was paid, to where it came from: posted at once for balance and credit; for a processor pending until
 * settleRefund heard its answer. `out` is held meanwhile, and is there again should the processor refuse.
 * @throws as takeForRefund; 409 balance_too_low
 */
export async function refundPayment(
  trx: Executor,
  deps: RefundDeps,
  scope: TenantScope,
  doer: Doer,
  { key, paymentId, amount, out, withFee, reason }: NewRefund,
): Promise<Refund> {
  const known = await findRefundByKey(trx, scope, key);
  if (known) return known;
  requireWhole(key, amount, out);
  const { clock, newId } = deps;
  const [id, createdAt] = [newId('rf'), clock.now()];
  const taken = await takeForRefund(trx, scope, { paymentId, amount, withFee, nowMs: createdAt });
  const { payment, fee, tax } = taken;
  const isAtOnce = payment.sourceKind !== 'method';
  const transfer = await (isAtOnce ? postTransfer : holdTransfer)(trx, deps, {
    key: `refund ${key}`,
    kind: 'refund',
    tenantId: scope.tenantId,
    contractId: payment.contractId,
    subject: { kind: 'refund', id },
    details: { paymentId, reason },
    entries: entriesOf(taken, amount, out),
  });
  const row: RefundRow = {
    id,
    tenantId: scope.tenantId,
    paymentId,
    contractId: payment.contractId,
    key,
    ...amount,
    feeMinor: fee.amountMinor,
    taxMinor: tax.amountMinor,
    reason,
    processor: payment.processor,
    transferId: transfer.id,
    state: isAtOnce ? 'posted' : 'pending',
    externalId: null,
    refusal: null,
    personId: doer.actor.kind === 'person' ? actorId(doer.actor) : null,
    createdAt,
    nextLookAt: isAtOnce ? null : createdAt + firstLookMs,
    settledAt: isAtOnce ? createdAt : null,
  };
  await insertRefund(trx, row);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'payment', id: paymentId },
    move: 'refundRecorded',
    reason,
    details: { refundId: id, ...amount },
  });
  if (isAtOnce) await endRefund(trx, deps, payment, row, 'posted');
  return row;
}

/** Whoever gave and whoever keeps the books hear of its end in the transaction that books it. */
export async function endRefund(
  trx: Executor,
  deps: RefundDeps,
  payment: Payment,
  { id, amountMinor, currency }: RefundRow,
  outcome: 'posted' | 'voided',
): Promise<void> {
  const refund = { id, amount: { amountMinor, currency } };
  await deps.purposes[payment.purpose]?.refundEnded?.(trx, payment, refund, outcome);
  if (outcome === 'posted') await tellRefunded(trx, deps, payment, id);
}

function entriesOf({ payment, fee, tax }: TakenForRefund, amount: Money, out: readonly NewEntry[]): NewEntry[] {
  const given: NewEntry[] = [
    { account: { kind: 'platformFees', ownerId: 'client' }, amount: negated(fee) },
    { account: { kind: 'taxes', ownerId: payment.taxCountry }, amount: negated(tax) },
  ];
  const back = { account: sourceOf(payment), amount: add(amount, fee, tax) };
  return [...out, ...given.filter((entry) => entry.amount.amountMinor !== 0), back];
}

function sourceOf({ sourceKind, processor, payerId }: Payment): AccountRef {
  switch (sourceKind) {
    case 'method':
      return { kind: 'processor', ownerId: processor };
    case 'balance':
      return { kind: 'clientFunding', ownerId: payerId };
    case 'credit':
      return { kind: 'clientCredit', ownerId: payerId };
  }
}

function requireWhole(key: string, amount: Money, out: readonly NewEntry[]): void {
  const sum = out.reduce((total, entry) => total + entry.amount.amountMinor, 0);
  if (sum !== -amount.amountMinor) throw new RangeError(`${key}: ${-sum} would be given of ${amount.amountMinor}`);
}
