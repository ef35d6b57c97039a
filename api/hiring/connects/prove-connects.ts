import { connectsUnit } from '../../money/ledger/ledger.ts';
import type { Proof } from '../../money/ledger/prove-ledger.ts';
import { readAllBalances, readOutcomes } from '../../money/ledger/read-ledger.ts';
import type { BoostState } from './connects.ts';
import * as store from './proof-store.ts';

const batchMax = 500;

/** The lots of each freelancer sum to what the ledger lets them spend. */
export const proveLots: Proof = async (db) => {
  const broken: string[] = [];
  let total = 0;
  for await (const balances of readAllBalances(db, 'connects', connectsUnit)) {
    const sums = await store.sumLots(db, [...balances.keys()]);
    for (const [freelancerId, { availableMinor }] of balances) {
      const sum = sums.get(freelancerId) ?? 0;
      total += sum;
      if (sum !== availableMinor)
        broken.push(`Connects of ${freelancerId}: the lots hold ${sum}; the ledger lets ${availableMinor} be spent.`);
    }
  }
  const all = await store.sumAllLots(db);
  if (all !== total) broken.push(`Lots hold ${all} connects; those with an account hold ${total}.`);
  return broken;
};

const outcomesOf: Record<BoostState, readonly string[]> = {
  standing: ['pending'],
  outbid: ['voided', 'none'],
  released: ['voided'],
  paid: ['posted'],
  returned: ['posted'],
};

/** Each boost stands as its hold does. */
export const proveBoosts: Proof = async (db) => {
  const broken: string[] = [];
  for (let lastId = ''; ; ) {
    const boosts = await store.listBoostsAfter(db, lastId, batchMax);
    const last = boosts.at(-1);
    if (!last) return broken;
    lastId = last.proposalId;
    const outcomes = await readOutcomes(
      db,
      boosts.flatMap(({ transferId }) => (transferId ? [transferId] : [])),
    );
    for (const { proposalId, state, transferId } of boosts) {
      const outcome = transferId ? (outcomes.get(transferId)?.outcome ?? 'pending') : 'none';
      if (!outcomesOf[state].includes(outcome))
        broken.push(`The boost of ${proposalId} is ${state}; what it held is ${outcome}.`);
    }
  }
};
