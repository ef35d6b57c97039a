import { isoInstant } from '../../platform/clock/clock.ts';
import type { RefundShape } from '../payments/schema.ts';
import type { RefundRow } from './table.ts';

export function presentRefund(row: RefundRow): RefundShape {
  const { id, state, amountMinor, feeMinor, taxMinor, currency, reason, refusal, createdAt, settledAt } = row;
  return {
    id,
    state,
    amount: { amountMinor, currency },
    fee: { amountMinor: feeMinor, currency },
    tax: { amountMinor: taxMinor, currency },
    reason,
    refusal,
    createdAt: isoInstant(createdAt),
    settledAt: settledAt === null ? null : isoInstant(settledAt),
  };
}
