import type { Proof } from '../ledger/prove-ledger.ts';
import { readOutcomes } from '../ledger/read-ledger.ts';
import { readReturned } from '../payments/read-payments.ts';
import { listRefundsAfter, sumByPayment } from './store.ts';

const batchMax = 500;

/** Every refund stands as its transfer does, and each payment has given back what its refunds say. */
export const proveRefunds: Proof = async (db) => {
  const sums = new Map((await sumByPayment(db)).map(({ paymentId, sum }) => [paymentId, Number(sum)]));
  const returned = new Map((await readReturned(db)).map(({ id, refundedMinor }) => [id, refundedMinor]));
  const broken = [...new Set([...sums.keys(), ...returned.keys()])].flatMap((id) => {
    const [says, sum] = [returned.get(id) ?? 0, sums.get(id) ?? 0];
    return says === sum ? [] : [`Payment ${id}: ${says} went back; its refunds sum to ${sum}.`];
  });
  for (let lastId = ''; ; ) {
    const refunds = await listRefundsAfter(db, lastId, batchMax);
    const last = refunds.at(-1);
    if (!last) return broken;
    lastId = last.id;
    const outcomes = await readOutcomes(
      db,
      refunds.map(({ transferId }) => transferId),
    );
    for (const { id, state, transferId } of refunds) {
      const transferState = outcomes.get(transferId)?.outcome ?? 'pending';
      if (transferState !== state)
        broken.push(`Refund ${id} is ${state}; its transfer ${transferId} is ${transferState}.`);
    }
  }
};
