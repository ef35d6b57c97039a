import type { Executor } from '../../platform/database/database.ts';
import * as store from './proof-store.ts';
import { type Break, byTime, type LedgerCounts } from './verification.ts';

/**
 * What does not hold; nothing when all does. A slice whose states stand on the ledger adds its own. A sentence alone
 * will do; with an instant and a transfer the first of all breaks can be named.
 */
export type Proof = (db: Executor) => Promise<readonly (string | Break)[]>;

export type Proven = { counts: LedgerCounts; breaks: Break[]; broken: string[] };

/**
 * Verifies the ledger over the whole database: every transfer, account and settlement.
 * @param db of a database in use, a snapshot: verifyLedger takes one
 * @param more that the states of other slices agree with their accounts
 */
export async function proveLedger(db: Executor, more: readonly Proof[] = []): Promise<Proven> {
  const found: (string | Break)[] = [];
  for (const proof of [proveTransfers, proveAccounts, ...more]) found.push(...(await proof(db)));
  const breaks = found.map((one) => (typeof one === 'string' ? { sentence: one } : one)).toSorted(byTime);
  const { transfers, entries, accounts } = await store.countLedger(db);
  return {
    counts: { transfers, entries, accounts },
    breaks,
    broken: breaks.map(({ sentence }) => sentence),
  };
}

const proveTransfers: Proof = async (db) => {
  const unbalanced = await store.listUnbalanced(db);
  const torn = await store.listTorn(db);
  const strayEntries = await store.listStrayEntries(db);
  const reused = await store.listReusedExternalIds(db);
  const unprotected = await store.listUnprotectedTables(db);
  return [
    ...unbalanced.map(({ transfer, currency, sum, occurredAt }) =>
      at(occurredAt, transfer, `Transfer ${transfer}: ${currency} sums to ${sum}, not to 0.`),
    ),
    ...torn.map((transfer) =>
      at(transfer.madeAt ?? transfer.earliest ?? transfer.settledAt!, transfer.id, sayHowTorn(transfer)),
    ),
    ...strayEntries.map(({ transferId, position, accountId, occurredAt }) =>
      at(
        occurredAt,
        transferId,
        `Transfer ${transferId}: its entry ${position} is of nothing, or ${accountId} is not there.`,
      ),
    ),
    ...reused.map(({ externalId, settledAt }) => ({
      sentence: `The external id ${externalId} was used more than once.`,
      occurredAtMs: settledAt,
    })),
    ...unprotected.map((table) => `The database no longer refuses changes of ${table}.`),
  ];
};

type Torn = Awaited<ReturnType<typeof store.listTorn>>[number];

function sayHowTorn({ id, madeAt, earliest, settledAt }: Torn): string {
  if (madeAt === null) return `Transfer ${id} is not there; what says it is of it is.`;
  if (earliest === null) return `Transfer ${id} has no entries.`;
  if (settledAt !== null && settledAt < madeAt) return `Transfer ${id} was settled before it was made.`;
  return `Transfer ${id}: its entries say another instant than it.`;
}

const proveAccounts: Proof = async (db) => {
  const breaks: Break[] = [];
  for (const account of await store.listWrongAccounts(db)) {
    const { id, kind, ownerId, currency, postedMinor, heldMinor, posted, held } = account;
    const mixed = await store.findMixedEntry(db, id, currency);
    if (mixed) {
      const { transferId, occurredAt } = mixed;
      breaks.push(at(occurredAt, transferId, `Transfer ${transferId}: an entry in another currency than ${id}.`));
      continue;
    }
    const says = `its entries say ${posted ?? 0} and ${held ?? 0}`;
    const sentence = `Account ${id} (${kind} ${ownerId}): has ${postedMinor} and holds ${heldMinor}; ${says}.`;
    const first = postedMinor === (posted ?? 0) ? undefined : await firstMissing(db, id, postedMinor);
    breaks.push(first ? { ...first, sentence: `${sentence} ${first.sentence}` } : { sentence });
  }
  return breaks;
};

/** The first entry that a balance does not know of: the one after it was what it says it is. */
async function firstMissing(db: Executor, accountId: string, postedMinor: number): Promise<Break | undefined> {
  const running = await store.listRunningBalances(db, accountId);
  const known = postedMinor === 0 ? -1 : running.findLastIndex(({ balance }) => balance === postedMinor);
  const first = running[known + 1];
  if (!first || (known === -1 && postedMinor !== 0)) return undefined;
  return at(first.settledAt, first.transferId, `The first entry it does not know is of transfer ${first.transferId}.`);
}

function at(occurredAtMs: number, transferId: string, sentence: string): Break {
  return { sentence, occurredAtMs, transferId };
}
