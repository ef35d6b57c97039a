import { isoInstant } from '../../platform/clock/clock.ts';
import type { FundingSource } from '../payments/payment.ts';
import type { PaymentProcessor } from '../payments/processor.ts';
import type { MethodSetupShape, PaymentMethodShape } from './schema.ts';
import type { MethodSetupRow, PaymentMethodRow } from './table.ts';

export function presentMethod(
  row: PaymentMethodRow,
  preferred: FundingSource | undefined,
  processor: string,
): PaymentMethodShape {
  const { id, kind, label, brand, last4, expires, createdAt } = row;
  return {
    ...{ id, kind, label, brand, last4, expires },
    processor: row.processor,
    isUsable: row.processor === processor,
    isDefault: preferred?.kind === 'method' && preferred.methodId === id,
    createdAt: isoInstant(createdAt),
  };
}

export function presentSetup(
  { id, kind, state, methodId, refusal }: MethodSetupRow,
  clientSecret: string | null,
  { cards, publishableKey }: PaymentProcessor,
): MethodSetupShape {
  return {
    ...{ id, kind, state, methodId, refusal },
    frame: clientSecret && publishableKey ? { clientSecret, publishableKey } : null,
    testMethods: cards.filter((card) => card.kind === kind).map(({ token, label }) => ({ token, label })),
  };
}
