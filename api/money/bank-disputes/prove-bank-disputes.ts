import type { Proof } from '../ledger/prove-ledger.ts';
import { readBalance } from '../ledger/read-ledger.ts';
import { readPayment } from '../payments/read-payments.ts';
import { holdOf } from './freeze.ts';
import { listDisputesAfter } from './store.ts';

const batchMax = 200;

/** What a bank has taken back is on hold in full while it decides, and nothing is once it has. */
export const proveBankDisputes: Proof = async (db) => {
  const broken: string[] = [];
  for (let lastId = ''; ; ) {
    const disputes = await listDisputesAfter(db, lastId, batchMax);
    const last = disputes.at(-1);
    if (!last) return broken;
    lastId = last.id;
    for (const { id, state, amountMinor, currency, paymentId } of disputes) {
      const { availableMinor, heldMinor } = await readBalance(db, holdOf(id), currency);
      const isOpen = state === 'needsResponse' || state === 'underReview';
      const expected = isOpen ? amountMinor : 0;
      if (availableMinor !== expected || heldMinor !== 0)
        broken.push(`Bank dispute ${id} is ${state} over ${amountMinor}; ${availableMinor} is on hold for it.`);
      const { isDisputed } = await readPayment(db, paymentId);
      if (isOpen && !isDisputed)
        broken.push(`Bank dispute ${id} is ${state}; its payment ${paymentId} is not disputed.`);
    }
  }
};
