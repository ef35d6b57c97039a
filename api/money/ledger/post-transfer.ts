import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { type Money, money } from '../money.ts';
import { type AccountRef, accountKinds } from './ledger.ts';
import * as store from './store.ts';
import type { LedgerAccountRow } from './table.ts';

export type LedgerDeps = { clock: Clock; newId: NewId };

export type NewTransfer = {
  /** Names the effect, so that it never happens twice: `connects.grant fr_1 2026-11`. */
  key: string;
  kind: string;
  tenantId: string | null;
  /** Of work and money: whose. */
  contractId?: string | null;
  subject: { kind: string; id: string };
  details?: Readonly<Record<string, unknown>>;
  /** At most one for an account and currency; they sum to zero per currency. */
  entries: readonly NewEntry[];
};

/** What an account receives, or below zero gives. */
export type NewEntry = { account: AccountRef; amount: Money };

/** `isNew` false: the key was used before, and nothing was done. */
export type Recorded = { id: string; isNew: boolean };

/** @throws 409 balance_too_low */
export async function postTransfer(trx: Executor, deps: LedgerDeps, transfer: NewTransfer): Promise<Recorded> {
  const recorded = await recordTransfer(trx, deps, transfer, ({ amountMinor }) => ({
    postedBy: amountMinor,
    heldBy: 0,
  }));
  if (recorded.isNew) {
    const settlement = { transferId: recorded.id, outcome: 'posted', externalId: null } as const;
    await store.insertSettlementOnce(trx, { ...settlement, settledAt: deps.clock.now() });
  }
  return recorded;
}

/**
 * Holds what guarded accounts will give until settleTransfer posts or voids it; nobody receives anything yet.
 * @throws 409 balance_too_low
 */
export function holdTransfer(trx: Executor, deps: LedgerDeps, transfer: NewTransfer): Promise<Recorded> {
  return recordTransfer(trx, deps, transfer, ({ amountMinor }) => ({ postedBy: 0, heldBy: Math.max(0, -amountMinor) }));
}

type Effect = { postedBy: number; heldBy: number };

async function recordTransfer(
  trx: Executor,
  deps: LedgerDeps,
  transfer: NewTransfer,
  effectOf: (amount: Money) => Effect,
): Promise<Recorded> {
  requireBalanced(transfer);
  const { clock, newId } = deps;
  const { key, kind, tenantId, contractId = null, subject, details = {} } = transfer;
  const [id, occurredAt] = [newId('lt'), clock.now()];
  const subjectColumns = { subjectKind: subject.kind, subjectId: subject.id };
  const row = { id, key, kind, tenantId, contractId, ...subjectColumns, details: JSON.stringify(details), occurredAt };
  if (!(await store.insertTransferOnce(trx, row)))
    return { id: (await store.findTransferByKey(trx, key))!.id, isNew: false };

  const entries = await withAccounts(trx, deps, transfer.entries);
  // All in one order, so that two transfers never wait for each other.
  for (const { account, amount } of entries.toSorted((a, b) => (a.account.id < b.account.id ? -1 : 1))) {
    const effect = effectOf(amount);
    if (account.isGuarded && !(await store.changeBalance(trx, account.id, effect))) throw balanceTooLow(account);
  }
  await store.insertEntries(
    trx,
    entries.map(({ account, amount }, position) => ({
      transferId: id,
      position,
      accountId: account.id,
      ...amount,
      occurredAt,
    })),
  );
  return { id, isNew: true };
}

async function withAccounts(
  trx: Executor,
  deps: LedgerDeps,
  asked: readonly NewEntry[],
): Promise<{ account: LedgerAccountRow; amount: Money }[]> {
  const nameOf = ({ kind, ownerId }: AccountRef, currency: string) => `${kind} ${ownerId} ${currency}`;
  const wanted = asked.map(({ account, amount }) => ({ account, currency: amount.currency }));
  const found = await store.listAccounts(trx, wanted);
  const known = new Map(found.map((account) => [nameOf(account, account.currency), account]));
  const entries: { account: LedgerAccountRow; amount: Money }[] = [];
  for (const { account, amount } of asked) {
    const { currency } = amount;
    const opened = known.get(nameOf(account, currency)) ?? (await openAccount(trx, deps, account, currency));
    entries.push({ account: opened, amount });
  }
  return entries;
}

async function openAccount(
  trx: Executor,
  { clock, newId }: LedgerDeps,
  account: AccountRef,
  currency: string,
): Promise<LedgerAccountRow> {
  const isGuarded = accountKinds[account.kind].isGuarded ? 1 : 0;
  const empty = { postedMinor: 0, heldMinor: 0, isGuarded, createdAt: clock.now() } as const;
  await store.insertAccountOnce(trx, { id: newId('la'), ...account, currency, ...empty });
  return (await store.findAccount(trx, account, currency))!;
}

function requireBalanced({ key, entries }: NewTransfer): void {
  const sums = new Map<string, number>();
  const accounts = new Set<string>();
  for (const { account, amount } of entries) {
    const { amountMinor, currency } = amount;
    if (amountMinor === 0) throw new RangeError(`${key}: an entry of nothing`);
    const sum = money((sums.get(currency) ?? 0) + money(amountMinor, currency).amountMinor, currency);
    sums.set(currency, sum.amountMinor);
    accounts.add(`${account.kind} ${account.ownerId} ${currency}`);
  }
  if (accounts.size !== entries.length) throw new RangeError(`${key}: two entries for one account`);
  if (entries.length === 0 || [...sums.values()].some((sum) => sum !== 0))
    throw new RangeError(`${key}: its entries do not sum to zero`);
}

function balanceTooLow({ kind, currency }: LedgerAccountRow) {
  return conflict(
    'balance_too_low',
    `There is not enough on this account (${kind}, ${currency}); nothing was moved. Add to it first.`,
  );
}
