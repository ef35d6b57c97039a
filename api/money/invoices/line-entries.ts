import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { AccountRef } from '../ledger/ledger.ts';
import { readTransferEntries, type TransferEntry } from '../ledger/read-entries.ts';
import { money } from '../money.ts';
import type { LineKind } from './invoice.ts';
import type { LineEntries } from './schema.ts';
import { findLine, type InvoiceOwner } from './store.ts';
import type { InvoiceLineRow } from './table.ts';

/**
 * The ledger entries behind a line, which sum to it; those of a fee that was kept, to its opposite. A client sees what
 * reached a freelancer as one, and not what was kept of it.
 * @throws 404
 */
export async function readLineEntries(
  db: Executor,
  owner: InvoiceOwner,
  invoiceId: string,
  number: string,
): Promise<LineEntries> {
  const line = /^\d{1,9}$/.test(number) ? await findLine(db, owner, invoiceId, Number(number)) : undefined;
  if (!line) throw notFound();
  const all = await readTransferEntries(db, line.transferId ? [line.transferId] : []);
  const behind = behindLine(line, all);
  return presentEntries(owner.kind === 'tenant' ? paidOut(behind) : behind, line.currency);
}

const isFee = ({ kind, ownerId }: AccountRef, of: string) => kind === 'platformFees' && ownerId === of;
const sources: readonly AccountRef['kind'][] = ['processor', 'clientFunding', 'clientCredit'];
const kept = (account: AccountRef) =>
  isFee(account, 'client') || isFee(account, 'initiation') || account.kind === 'taxes';

const belongsTo: Record<LineKind, (account: AccountRef) => boolean> = {
  work: (account) => !sources.includes(account.kind) && !kept(account),
  fee: (account) => isFee(account, 'client'),
  initiation: (account) => isFee(account, 'initiation'),
  tax: ({ kind }) => kind === 'taxes',
  topUp: ({ kind }) => kind === 'clientFunding',
  connects: ({ kind }) => kind === 'connectsSales',
  subscription: ({ kind }) => kind === 'subscriptionSales',
  earned: (account) =>
    account.kind === 'freelancerPending' || account.kind === 'freelancerAvailable' || isFee(account, 'service'),
  serviceFee: (account) => isFee(account, 'service'),
  credit: ({ kind }) => kind === 'clientCredit',
};

/** Of the entries of its transfer, those that are this line. */
export function behindLine(
  { kind, currency }: Pick<InvoiceLineRow, 'kind' | 'currency'>,
  entries: readonly TransferEntry[],
): TransferEntry[] {
  return entries.filter((entry) => entry.currency === currency && belongsTo[kind](entry.account));
}

/** A bonus reaches a freelancer with the fee kept of it; together they are what the client paid. */
export function paidOut(entries: readonly TransferEntry[]): TransferEntry[] {
  const isReached = ({ account }: TransferEntry) =>
    account.kind === 'freelancerPending' || account.kind === 'freelancerAvailable' || isFee(account, 'service');
  const [first, ...others] = entries.filter(isReached);
  if (!first) return [...entries];
  const amountMinor = others.reduce((sum, entry) => sum + entry.amountMinor, first.amountMinor);
  return entries.flatMap((entry) => {
    if (entry === first) return [{ ...entry, account: { kind: 'freelancerPending', ownerId: '' }, amountMinor }];
    return isReached(entry) ? [] : [entry];
  });
}

export function presentEntries(entries: readonly TransferEntry[], currency: string): LineEntries {
  return {
    items: entries.map(({ transferId, account, amountMinor, occurredAtMs, ...entry }) => ({
      transferId,
      account: account.kind,
      ownerId: account.ownerId,
      amount: money(amountMinor, entry.currency),
      occurredAt: isoInstant(occurredAtMs),
    })),
    total: money(
      entries.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
      currency,
    ),
  };
}
