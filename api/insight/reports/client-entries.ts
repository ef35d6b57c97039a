import { PostgresAdapter, type RawBuilder, sql } from 'kysely';
import type { AccountKind } from '../../money/ledger/ledger.ts';
import type { Executor } from '../../platform/database/database.ts';

/** An entry of a transfer as a client may see it. */
export type ClientEntry = {
  position: number;
  account: AccountKind;
  ownerId: string;
  amountMinor: number;
  currency: string;
};

/** Which part of a charge an account's entry is: money from outside, a client's own accounts, or what it is for. */
export type Part = 'payment' | 'own' | 'work' | 'fee' | 'initiation' | 'tax';

const own: readonly AccountKind[] = ['clientFunding', 'clientCredit', 'creditLine'];

export function partOf({ account, ownerId }: Pick<ClientEntry, 'account' | 'ownerId'>): Part {
  if (account === 'processor') return 'payment';
  if (own.includes(account)) return 'own';
  if (account === 'taxes') return 'tax';
  if (account === 'platformFees' && ownerId === 'client') return 'fee';
  if (account === 'platformFees' && ownerId === 'initiation') return 'initiation';
  return 'work';
}

const isReached = ({ account, ownerId }: ClientEntry) =>
  account === 'freelancerPending' ||
  account === 'freelancerAvailable' ||
  (account === 'platformFees' && ownerId === 'service');

/** What reached a freelancer is one entry to a client: what was kept of it is between them and the marketplace. */
export function asClientsSee(entries: readonly ClientEntry[]): ClientEntry[] {
  const reached = entries.filter(isReached);
  const [first] = reached;
  if (!first) return [...entries];
  const amountMinor = reached.reduce((sum, entry) => sum + entry.amountMinor, 0);
  return entries.flatMap((entry) => {
    if (entry === first) return [{ ...entry, account: 'freelancerPending' as const, ownerId: '', amountMinor }];
    return isReached(entry) ? [] : [entry];
  });
}

type Packed = [position: number, account: AccountKind, ownerId: string, amountMinor: number, currency: string];

/** A column with all entries of a transfer in one value, which is much faster to carry than a row each. */
export function packedEntries(db: Executor, transferId: RawBuilder<string>): RawBuilder<string> {
  const from = sql`from "ledgerEntries" as e inner join "ledgerAccounts" as a on a."id" = e."accountId" where e."transferId" = ${transferId}`;
  const parts = sql`e."position", a."kind", a."ownerId", e."amountMinor", e."currency"`;
  return db.getExecutor().adapter instanceof PostgresAdapter
    ? sql<string>`(select json_agg(json_build_array(${parts}) order by e."position")::text ${from})`
    : sql<string>`(select json_group_array(json_array(${parts})) ${from})`;
}

export function unpackEntries(text: string): ClientEntry[] {
  return (JSON.parse(text) as Packed[]).map(([position, account, ownerId, amountMinor, currency]) => ({
    position,
    account,
    ownerId,
    amountMinor,
    currency,
  }));
}
