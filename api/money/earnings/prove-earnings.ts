import type { Proof } from '../ledger/prove-ledger.ts';
import * as store from './proof-store.ts';

/** What people earned agrees with their accounts, with the transfers behind it, and with what sliding fees stand on. */
export const proveEarnings: Proof = async (db) => {
  const pending = await store.listWrongPending(db);
  const billed = await store.listWrongBilled(db);
  const unfounded = await store.listUnfounded(db);
  return [
    ...unfounded.map(({ id, transferId, earnedAt }) => ({
      sentence: `Earning ${id}: its transfer ${transferId} is not posted, or gave something else.`,
      occurredAtMs: earnedAt,
      transferId,
    })),
    ...pending.map(
      ({ freelancerId, currency, overMinor }) =>
        `Earnings of ${freelancerId} in security are ${overMinor} ${currency} off from what the ledger has pending.`,
    ),
    ...billed.map(
      ({ tenantId, freelancerId, currency, overMinor }) =>
        `What ${tenantId} and ${freelancerId} billed with each other is ${overMinor} ${currency} off from their earnings.`,
    ),
  ];
};
