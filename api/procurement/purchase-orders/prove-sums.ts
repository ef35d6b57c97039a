import type { Proof } from '../../money/ledger/prove-ledger.ts';
import { listCommitmentBreaks, listOrderBreaks } from './prove-store.ts';

/** What is kept of purchase orders and commitments is what their entries sum to. */
export const provePurchaseOrders: Proof = async (db) => [
  ...(await listOrderBreaks(db)),
  ...(await listCommitmentBreaks(db)),
];
