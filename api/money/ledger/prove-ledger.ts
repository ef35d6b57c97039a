import type { Executor } from '../../platform/database/database.ts';
import * as store from './proof-store.ts';

/** Sentences on what does not hold; none when all does. A slice whose states stand on the ledger adds its own. */
export type Proof = (db: Executor) => Promise<string[]>;

export type Proven = { transfers: number; accounts: number; broken: string[] };

/**
 * Verifies the ledger over the whole database, while it is in use: what is seen only once was a change under way.
 * @param more that the states of other slices agree with their accounts
 */
export async function proveLedger(db: Executor, more: readonly Proof[] = []): Promise<Proven> {
  const lookAtAll = async () => {
    const found = [];
    for (const proof of [ledgerProof, ...more]) found.push(...(await proof(db)));
    return found;
  };
  const seen = await lookAtAll();
  const seenAgain = seen.length > 0 ? new Set(await lookAtAll()) : new Set();
  return { ...(await store.countLedger(db)), broken: seen.filter((sentence) => seenAgain.has(sentence)) };
}

const ledgerProof: Proof = async (db) => {
  const unbalanced = await store.listUnbalanced(db);
  const empty = await store.listEmptyTransfers(db);
  const accounts = await store.listWrongAccounts(db);
  const mixed = await store.listMixedEntries(db);
  const reused = await store.listReusedExternalIds(db);
  return [
    ...unbalanced.map(
      ({ transferId, currency, sum }) => `Transfer ${transferId}: ${currency} sums to ${sum}, not to 0.`,
    ),
    ...empty.map(({ id }) => `Transfer ${id} has no entries.`),
    ...accounts.map(
      ({ id, kind, ownerId, postedMinor, heldMinor, posted, held }) =>
        `Account ${id} (${kind} ${ownerId}): has ${postedMinor} and holds ${heldMinor}; its entries say ${posted ?? 0} and ${held ?? 0}.`,
    ),
    ...mixed.map(
      ({ transferId, accountId }) => `Transfer ${transferId}: an entry in another currency than ${accountId}.`,
    ),
    ...reused.map(({ externalId }) => `The external id ${externalId} was used more than once.`),
  ];
};
