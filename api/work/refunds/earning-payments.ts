import type { Earning } from '../../money/earnings/read-earnings.ts';
import { listEarningsOf } from '../../money/earnings/read-earnings.ts';
import type { AccountRef } from '../../money/ledger/ledger.ts';
import { type Money, money } from '../../money/money.ts';
import { type Payment, readPayments } from '../../money/payments/read-payments.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { getMilestone, readMilestonesOfPayment } from '../milestones/read-milestones.ts';

/** Which payments brought what was earned, and the other way round. */

/** The newest first: what was paid on top goes back first. */
export async function paymentsOf(db: Executor, scope: TenantScope, earning: Earning): Promise<Payment[]> {
  const payments = (await readPayments(db, scope, { contractIds: [earning.contractId] })).filter(
    ({ state }) => state === 'posted',
  );
  if (earning.subject.kind !== 'milestone')
    return payments.filter(({ subjectKind, subjectId }) => {
      return subjectKind === earning.subject.kind && subjectId === earning.subject.id;
    });
  const { paymentId, extraPaymentId } = await getMilestone(db, scope, earning.subject.id);
  return [extraPaymentId, paymentId].flatMap((id) => payments.find((payment) => payment.id === id) ?? []);
}

/**
 * Of what a payment brought.
 * @throws 409 payment_in_escrow where nobody has earned it yet
 */
export async function earningsOf(db: Executor, scope: TenantScope, payment: Payment): Promise<Earning[]> {
  const ids =
    payment.subjectKind === 'milestone'
      ? (await readMilestonesOfPayment(db, scope, payment.id)).map(({ id }) => id)
      : [payment.subjectId];
  const earnings = await listEarningsOf(db, { subject: { kind: payment.subjectKind, ids } });
  if (earnings.length === 0) throw paymentInEscrow();
  return earnings;
}

/** Through which account of the contract an earning goes back. */
export function holdOf({ subject, contractId }: Earning): AccountRef & { kind: 'escrow' | 'contractHold' } {
  if (subject.kind === 'milestone') return { kind: 'escrow', ownerId: subject.id };
  return { kind: 'contractHold', ownerId: contractId };
}

export type Share = { payment: Payment; amount: Money };

/** Parts of an amount, each from the payment that brought it, as far as each can still be given back. */
export function sharesOf(amount: Money, payments: readonly Payment[]): Share[] {
  const shares: Share[] = [];
  let leftMinor = amount.amountMinor;
  for (const payment of payments) {
    const partMinor = Math.min(leftMinor, payment.principalMinor - payment.refundedMinor);
    if (partMinor <= 0) continue;
    shares.push({ payment, amount: money(partMinor, amount.currency) });
    leftMinor -= partMinor;
  }
  if (leftMinor > 0) throw refundOverPayment();
  return shares;
}

const paymentInEscrow = () =>
  conflict(
    'payment_in_escrow',
    'Nobody has earned this payment yet: it is in escrow or on hold. Ask for it at the milestone; nothing was changed.',
  );
const refundOverPayment = () =>
  conflict('refund_over_payment', 'Of what was paid for this, less can still be given back; nothing was moved.');
