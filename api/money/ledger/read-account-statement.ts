import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound, unprocessable } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { money } from '../money.ts';
import type { AccountKind } from './ledger.ts';
import type { AccountStatement } from './schema.ts';
import * as store from './statement-store.ts';

const dayMs = 86_400_000;

export type Period = { fromMs: number; beforeMs: number };

/** Contracts' titles by id, handed in at assembly: the ledger knows no contracts. */
export type ContractTitles = (db: Executor, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

export type StatementAsked = {
  /** As the reader calls it. */
  account: string;
  currency: string | undefined;
  period: Period;
  after: store.StatementPlace | undefined;
  limit: number;
};

type Read = { statement: Omit<AccountStatement, 'nextCursor'>; next: store.StatementPlace | undefined };

/**
 * By UTC days, from the first of this month to today where nothing is said.
 * @throws 422 period_ends_before_it_begins
 */
export function periodOf(from: string | undefined, to: string | undefined, nowMs: number): Period {
  const today = isoInstant(nowMs).slice(0, 10);
  const lastDay = to ?? today;
  const firstDay = from ?? `${lastDay.slice(0, 7)}-01`;
  const [fromMs, lastMs] = [Date.parse(`${firstDay}T00:00:00Z`), Date.parse(`${lastDay}T00:00:00Z`)];
  if (lastMs < fromMs)
    throw unprocessable('period_ends_before_it_begins', 'The last day is before the first. Turn them around.');
  return { fromMs, beforeMs: lastMs + dayMs };
}

/** Of one owner's account of a kind; an account that nothing ever touched is an empty one. */
export async function readOwnersStatement(
  db: Executor,
  titles: ContractTitles,
  owner: { kind: AccountKind; id: string },
  asked: StatementAsked,
): Promise<Read> {
  const accounts = await store.listAccountsOf(db, owner.kind, owner.id);
  const found = asked.currency ? accounts.find(({ currency }) => currency === asked.currency) : accounts[0];
  const currencies = accounts.map(({ currency }) => currency);
  if (!found) return { statement: emptyStatement(asked, currencies), next: undefined };
  return read(db, titles, { accountId: found.id }, { ...asked, currency: found.currency }, currencies, found.heldMinor);
}

/** Of all that a tenant has in accounts of some kinds, as if they were one. */
export async function readTenantsStatement(
  db: Executor,
  titles: ContractTitles,
  scope: TenantScope,
  kinds: readonly AccountKind[],
  asked: StatementAsked,
): Promise<Read> {
  const currencies = await store.listUnitsOfTenant(db, scope, kinds);
  const currency = asked.currency ?? currencies[0];
  if (!currency || !currencies.includes(currency))
    return { statement: emptyStatement(asked, currencies), next: undefined };
  const of = { scope, kinds, currency };
  return read(db, titles, of, { ...asked, currency }, currencies, await store.sumHeldOfTenant(db, of));
}

/** @throws 404 */
export async function readAccountStatement(
  db: Executor,
  titles: ContractTitles,
  accountId: string,
  asked: Omit<StatementAsked, 'account' | 'currency'>,
): Promise<Read> {
  const found = await store.findAccountById(db, accountId);
  if (!found) throw notFound();
  const { currency, kind, ownerId, heldMinor } = found;
  const account = `${kind} ${ownerId}`.trim();
  return read(db, titles, { accountId }, { ...asked, account, currency }, [currency], heldMinor);
}

async function read(
  db: Executor,
  titles: ContractTitles,
  of: store.StatementOf,
  { account, currency, period, after, limit }: StatementAsked & { currency: string },
  currencies: string[],
  heldMinor: number,
): Promise<Read> {
  const { openingMinor, receivedMinor, givenMinor } = await store.sumPeriod(db, of, period.fromMs, period.beforeMs);
  const rows = await store.listLines(db, of, { ...period, ...(after && { after }), limit: limit + 1 });
  const page = rows.slice(0, limit);
  const names = await titles(db, [...new Set(page.flatMap(({ contractId }) => contractId ?? []))]);
  let balanceMinor = page[0] ? await store.sumUpTo(db, of, page[0]) : 0;
  const lines = page.map((row) => {
    const { transferId, kind, subjectKind, subjectId, contractId, amountMinor, settledAt } = row;
    const balance = money(balanceMinor, currency);
    balanceMinor -= amountMinor;
    return {
      transferId,
      kind,
      subject: { kind: subjectKind, id: subjectId },
      contract: contractId ? { id: contractId, title: names.get(contractId) ?? null } : null,
      amount: money(amountMinor, currency),
      balance,
      bookedAt: isoInstant(settledAt),
    };
  });
  const last = page.at(-1);
  return {
    statement: {
      account,
      currency,
      currencies,
      ...days(period),
      opening: money(openingMinor, currency),
      received: money(receivedMinor, currency),
      given: money(givenMinor, currency),
      closing: money(openingMinor + receivedMinor + givenMinor + 0, currency),
      held: money(heldMinor, currency),
      lines,
    },
    next: rows.length > limit && last ? { settledAt: last.settledAt, transferId: last.transferId } : undefined,
  };
}

function emptyStatement({ account, currency = 'USD', period }: StatementAsked, currencies: string[]) {
  const nothing = money(0, currency);
  const sums = { opening: nothing, received: nothing, given: nothing, closing: nothing, held: nothing };
  return { account, currency, currencies, ...days(period), ...sums, lines: [] };
}

function days({ fromMs, beforeMs }: Period) {
  return { from: isoInstant(fromMs).slice(0, 10), to: isoInstant(beforeMs - dayMs).slice(0, 10) };
}
