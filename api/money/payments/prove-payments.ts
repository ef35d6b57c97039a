import type { Proof } from '../ledger/prove-ledger.ts';
import { readOutcomes } from '../ledger/read-ledger.ts';
import { listCharges } from './sandbox/charge-store.ts';
import type { SandboxChargeRow } from './sandbox/table.ts';
import { listPaymentsAfter } from './store.ts';
import type { PaymentRow } from './table.ts';

const batchMax = 500;

/** Every payment stands as its transfer does, and a sandbox payment as the sandbox's own record says. */
export const provePayments: Proof = async (db) => {
  const broken: string[] = [];
  for (let lastId = ''; ; ) {
    const payments = await listPaymentsAfter(db, lastId, batchMax);
    const last = payments.at(-1);
    if (!last) return broken;
    lastId = last.id;
    const outcomes = await readOutcomes(
      db,
      payments.map(({ transferId }) => transferId),
    );
    const charges = await chargesOf(payments);
    for (const payment of payments) broken.push(...wrongsOf(payment, outcomes, charges));
  }

  async function chargesOf(payments: readonly PaymentRow[]): Promise<Map<string, SandboxChargeRow>> {
    const ids = payments.flatMap(({ externalId }) => (externalId ? [externalId] : []));
    const found = ids.length > 0 ? await listCharges(db, ids) : [];
    return new Map(found.map((charge) => [charge.externalId, charge]));
  }
};

function wrongsOf(
  payment: PaymentRow,
  outcomes: Awaited<ReturnType<typeof readOutcomes>>,
  charges: ReadonlyMap<string, SandboxChargeRow>,
): string[] {
  const { id, state, transferId, externalId, processor, amountMinor, currency } = payment;
  const wrongs = sumsOf(payment);
  const settled = outcomes.get(transferId);
  const transferState = settled?.outcome ?? 'pending';
  const isOpen = state === 'pending' || state === 'actionNeeded';
  if (transferState !== (isOpen ? 'pending' : state))
    wrongs.push(`Payment ${id} is ${state}; its transfer ${transferId} is ${transferState}.`);
  if (isOpen) return wrongs;
  if (settled && settled.externalId !== externalId)
    wrongs.push(`Payment ${id} has the external id ${externalId}; its transfer says ${settled.externalId}.`);
  if (processor !== 'sandbox') return wrongs;
  const charge = charges.get(externalId ?? '');
  if (charge?.idempotencyKey !== id || charge.amountMinor !== amountMinor || charge.currency !== currency)
    wrongs.push(`Payment ${id} of ${amountMinor} ${currency}: the sandbox has no such charge ${externalId}.`);
  return wrongs;
}

function sumsOf(payment: PaymentRow): string[] {
  const { id, amountMinor, principalMinor, feeMinor, initiationMinor, taxMinor } = payment;
  const parts = principalMinor + feeMinor + initiationMinor + taxMinor;
  const wrongs = parts === amountMinor ? [] : [`Payment ${id} is of ${amountMinor}; its parts sum to ${parts}.`];
  const { refundedMinor, refundedFeeMinor, refundedTaxMinor } = payment;
  const isOver = refundedMinor > principalMinor || refundedFeeMinor > feeMinor || refundedTaxMinor > taxMinor;
  if (isOver || Math.min(refundedMinor, refundedFeeMinor, refundedTaxMinor) < 0)
    wrongs.push(`Payment ${id}: ${refundedMinor} of ${principalMinor} went back.`);
  return wrongs;
}
