import type { Executor } from '../../platform/database/database.ts';
import { holdTransfer, type LedgerDeps, type NewEntry } from '../ledger/post-transfer.ts';
import type { Money } from '../money.ts';
import { negated } from './charge-entries.ts';
import type { PaymentProcessor } from './processor.ts';
import { insertPayment } from './store.ts';
import type { PaymentRow } from './table.ts';

/** What a freelancer pays to the installation itself. */
export type NewPayment = {
  payer: { kind: 'freelancer'; id: string; personId: string | null };
  /** One of the purposes that settlePayment was given. */
  purpose: string;
  details: Record<string, unknown>;
  description: string;
  amount: Money;
  method: { id: string | null; customerToken: string | null; token: string; label: string };
  /** Where the money goes, and what the payer gets for it; what the processor takes in is added. */
  entries: readonly NewEntry[];
};

/** Somebody who has just paid waits for the answer; after this the clock asks again. */
export const firstLookMs = 60_000;

/** Writes what will be paid, before the processor is asked: a crash in between loses nothing. */
export async function recordPayment(
  trx: Executor,
  deps: LedgerDeps & { processor: Pick<PaymentProcessor, 'name'> },
  { payer, purpose, details, description, amount, method, entries }: NewPayment,
): Promise<PaymentRow> {
  const { clock, newId, processor } = deps;
  const [id, createdAt] = [newId('pay'), clock.now()];
  const transfer = await holdTransfer(trx, deps, {
    key: `payment ${id}`,
    kind: purpose,
    tenantId: null,
    subject: { kind: 'payment', id },
    details,
    entries: [{ account: { kind: 'processor', ownerId: processor.name }, amount: negated(amount) }, ...entries],
  });
  const row: PaymentRow = {
    ...unsettled,
    id,
    tenantId: null,
    payerKind: payer.kind,
    payerId: payer.id,
    personId: payer.personId,
    purpose,
    subjectKind: '',
    subjectId: '',
    contractId: null,
    freelancerId: null,
    team: null,
    costCenter: null,
    purchaseOrder: null,
    details: JSON.stringify(details),
    description,
    ...amount,
    principalMinor: amount.amountMinor,
    feeMinor: 0,
    initiationMinor: 0,
    taxMinor: 0,
    taxCountry: '',
    sourceKind: 'method',
    methodId: method.id,
    processor: processor.name,
    customerToken: method.customerToken,
    methodToken: method.token,
    methodLabel: method.label,
    transferId: transfer.id,
    createdAt,
    nextLookAt: createdAt + firstLookMs,
  };
  await insertPayment(trx, row);
  return row;
}

/** How every payment begins that a processor decides. */
export const unsettled = {
  state: 'pending',
  nextAction: null,
  externalId: null,
  refusal: null,
  refundedMinor: 0,
  refundedFeeMinor: 0,
  refundedTaxMinor: 0,
  isDisputed: 0,
  confirmBy: null,
  settledAt: null,
} as const satisfies Partial<PaymentRow>;
