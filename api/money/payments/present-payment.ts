import { isoInstant } from '../../platform/clock/clock.ts';
import type { NextAction } from './processor.ts';
import type { PaymentShape, RefundShape } from './schema.ts';
import type { PaymentRow } from './table.ts';

/** @param publishableKey for the processor's frame, where the bank is answered there */
export function presentPayment(
  row: PaymentRow,
  refunds: readonly RefundShape[],
  publishableKey: string | null,
): PaymentShape {
  const { currency } = row;
  const inCurrency = (amountMinor: number) => ({ amountMinor, currency });
  return {
    id: row.id,
    state: row.state,
    purpose: row.purpose,
    description: row.description,
    subject: { kind: row.subjectKind, id: row.subjectId },
    contractId: row.contractId,
    source: row.sourceKind,
    method: row.methodLabel,
    processor: row.processor,
    amount: inCurrency(row.principalMinor),
    fee: inCurrency(row.feeMinor),
    initiation: inCurrency(row.initiationMinor),
    tax: inCurrency(row.taxMinor),
    total: inCurrency(row.amountMinor),
    refunded: inCurrency(row.refundedMinor),
    isDisputed: row.isDisputed === 1,
    refusal: row.refusal,
    nextAction: presentAction(row.nextAction, publishableKey),
    confirmBy: row.confirmBy === null ? null : isoInstant(row.confirmBy),
    refunds: [...refunds],
    createdAt: isoInstant(row.createdAt),
    settledAt: row.settledAt === null ? null : isoInstant(row.settledAt),
  };
}

function presentAction(nextAction: string | null, publishableKey: string | null): PaymentShape['nextAction'] {
  if (nextAction === null) return null;
  const action = JSON.parse(nextAction) as NextAction;
  return action.kind === 'frame' ? { ...action, publishableKey } : action;
}
