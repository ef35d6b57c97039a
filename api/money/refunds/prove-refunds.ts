import type { Proof } from '../ledger/prove-ledger.ts';
import { readOutcomes } from '../ledger/read-ledger.ts';
import { listRefundsAfter, listWrongRefundSums } from './store.ts';

const batchMax = 500;

/** Every refund stands as its transfer does, and each payment has given back what its refunds say. */
export const proveRefunds: Proof = async (db) => {
  const sums = await listWrongRefundSums(db);
  const broken = sums.map(
    ({ id, refundedMinor, sum }) => `Payment ${id}: ${refundedMinor} went back; its refunds sum to ${sum ?? 0}.`,
  );
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
