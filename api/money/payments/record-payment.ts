import type { Executor } from '../../platform/database/database.ts';
import { holdTransfer, type LedgerDeps, type NewEntry } from '../ledger/post-transfer.ts';
import type { Money } from '../money.ts';
import type { PaymentProcessor } from './processor.ts';
import { insertPayment } from './store.ts';
import type { PaymentRow } from './table.ts';

export type NewPayment = {
  tenantId: string | null;
  payer: { kind: PaymentRow['payerKind']; id: string };
  /** One of the purposes that settlePayment was given. */
  purpose: string;
  details: Record<string, unknown>;
  amount: Money;
  methodToken: string;
  /** As the processor described it. */
  methodLabel: string;
  /** Where the money goes, and what the payer gets for it; what the processor takes in is added. */
  entries: readonly NewEntry[];
};

/** Somebody who has just paid waits for the answer; after this the clock asks again. */
const firstLookMs = 60_000;

/** Writes what will be paid, before the processor is asked: a crash in between loses nothing. */
export async function recordPayment(
  trx: Executor,
  deps: LedgerDeps & { processor: Pick<PaymentProcessor, 'name'> },
  { tenantId, payer, purpose, details, amount, methodToken, methodLabel, entries }: NewPayment,
): Promise<PaymentRow> {
  const { clock, newId, processor } = deps;
  const [id, createdAt] = [newId('pay'), clock.now()];
  const transfer = await holdTransfer(trx, deps, {
    key: `payment ${id}`,
    kind: purpose,
    tenantId,
    subject: { kind: 'payment', id },
    details,
    entries: [
      {
        account: { kind: 'processor', ownerId: processor.name },
        amount: { ...amount, amountMinor: -amount.amountMinor },
      },
      ...entries,
    ],
  });
  const row: PaymentRow = {
    id,
    tenantId,
    payerKind: payer.kind,
    payerId: payer.id,
    purpose,
    details: JSON.stringify(details),
    ...amount,
    processor: processor.name,
    methodToken,
    methodLabel,
    transferId: transfer.id,
    state: 'pending',
    externalId: null,
    refusal: null,
    createdAt,
    nextLookAt: createdAt + firstLookMs,
    settledAt: null,
  };
  await insertPayment(trx, row);
  return row;
}
