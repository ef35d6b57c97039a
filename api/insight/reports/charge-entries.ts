import { sql } from 'kysely';
import { paidOut } from '../../money/invoices/line-entries.ts';
import type { AccountKind, AccountRef } from '../../money/ledger/ledger.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type Charge, chargesIn, spendKindOf } from './charges.ts';
import type { TenantReading } from './definition.ts';
import { factFilter } from './fact-filter.ts';
import { createFacts } from './facts.ts';
import type { Span } from './periods.ts';
import type { EntryRow } from './report.ts';

/** Which part of a charge an account's entry is; of where the money came from none. */
export type ChargePart = 'work' | 'fee' | 'initiation' | 'tax';

const sources: readonly AccountKind[] = ['processor', 'clientFunding', 'clientCredit', 'creditLine'];

export function partOf({ kind, ownerId }: AccountRef): ChargePart | undefined {
  if (sources.includes(kind)) return undefined;
  if (kind === 'taxes') return 'tax';
  if (kind === 'platformFees' && ownerId === 'client') return 'fee';
  if (kind === 'platformFees' && ownerId === 'initiation') return 'initiation';
  return 'work';
}

/** Columns of spend: which parts of which purposes are in them. */
function isIn(columnKey: string, purpose: string, part: ChargePart): boolean {
  switch (columnKey) {
    case 'hourly':
    case 'fixed':
    case 'bonus':
      return part === 'work' && spendKindOf(purpose) === columnKey;
    case 'work':
      return part === 'work';
    case 'fees':
      return part === 'fee' || part === 'initiation';
    case 'fee':
    case 'initiation':
    case 'tax':
      return part === columnKey;
    default:
      return true;
  }
}

const chargesAtOnce = 300;

/**
 * The entries behind a figure over charges of a span, by when they were settled.
 * @param columnKey hourly, fixed, bonus, work, fee, initiation, fees, tax; anything else is the total
 */
export async function* chargeEntries(
  reading: TenantReading,
  span: Span,
  columnKey: string,
  { isKept }: { isKept: (charges: readonly Charge[]) => Promise<readonly boolean[]> },
): AsyncGenerator<EntryRow[]> {
  const byFacts = factFilter(reading, createFacts(reading));
  let after: { at: number; id: string } | undefined;
  while (true) {
    const charges = await readCharges(reading, span, after, chargesAtOnce);
    const last = charges.at(-1);
    if (!last) return;
    after = last;
    const [wanted, allowed] = [await isKept(charges), await byFacts(charges)];
    const kept = charges.filter((_, index) => wanted[index] && allowed[index]);
    yield await entriesOf(reading.db, kept, columnKey);
  }
}

/** By when they were settled, from after one on. */
export async function readCharges(
  reading: TenantReading,
  span: Span,
  after: { at: number; id: string } | undefined,
  limit: number,
): Promise<Charge[]> {
  const further = after ? sql`(c."at" > ${after.at} or (c."at" = ${after.at} and c."id" > ${after.id}))` : sql`1 = 1`;
  const from = { ...span, fromMs: Math.max(span.fromMs, after?.at ?? span.fromMs) };
  const { rows } = await sql<Charge>`
    select c.* from ${chargesIn(reading, from)} where ${further} order by c."at", c."id" limit ${limit}`.execute(
    reading.db,
  );
  return rows;
}

type Behind = {
  transferId: string;
  position: number;
  kind: string;
  account: AccountKind;
  ownerId: string;
  amountMinor: number;
  currency: string;
};

async function entriesOf(db: Executor, charges: readonly Charge[], columnKey: string): Promise<EntryRow[]> {
  const of = new Map(charges.map((charge) => [charge.transferId, charge]));
  const found = await listEntries(db, [...of.keys()]);
  const invoices = await listInvoices(db, [...of.keys()]);
  const byTransfer = Map.groupBy(found, ({ transferId }) => transferId);
  return charges.flatMap((charge) => {
    const entries = (byTransfer.get(charge.transferId) ?? []).filter(
      ({ account, ownerId, currency }) => currency === charge.currency && partOf({ kind: account, ownerId }),
    );
    return asClientsSee(entries)
      .filter(({ account, ownerId }) => isIn(columnKey, charge.purpose, partOf({ kind: account, ownerId })!))
      .map(({ transferId, position, kind, account, ownerId, amountMinor, currency }) => ({
        transferId,
        position,
        kind,
        account,
        ownerId,
        amount: { amountMinor, currency },
        at: isoInstant(charge.at),
        subject: { kind: charge.subjectKind, id: charge.subjectId },
        contractId: charge.contractId,
        invoice: invoices.get(transferId) ?? null,
      }));
  });
}

/** What reached a freelancer is one entry to a client: what was kept of it is between them and the marketplace. */
function asClientsSee(entries: readonly Behind[]): Behind[] {
  const asRead = entries.map(({ account, ownerId, position, kind, ...entry }) => ({
    ...entry,
    account: { kind: account, ownerId },
    occurredAtMs: position,
    state: 'posted' as const,
    kind,
  }));
  return paidOut(asRead).map((entry) => {
    const { account, occurredAtMs, transferId, amountMinor, currency } = entry;
    const kind = entries.find((one) => one.transferId === transferId)!.kind;
    return {
      transferId,
      position: occurredAtMs,
      kind,
      account: account.kind,
      ownerId: account.ownerId,
      amountMinor,
      currency,
    };
  });
}

async function listEntries(db: Executor, transferIds: readonly string[]): Promise<Behind[]> {
  if (transferIds.length === 0) return [];
  return db
    .selectFrom('ledgerEntries as e')
    .innerJoin('ledgerAccounts as a', 'a.id', 'e.accountId')
    .innerJoin('ledgerTransfers as t', 't.id', 'e.transferId')
    .select(['e.transferId', 'e.position', 't.kind', 'a.kind as account', 'a.ownerId', 'e.amountMinor', 'e.currency'])
    .where('e.transferId', 'in', transferIds)
    .orderBy('e.transferId')
    .orderBy('e.position')
    .execute();
}

async function listInvoices(db: Executor, transferIds: readonly string[]) {
  if (transferIds.length === 0) return new Map<string, { id: string; number: string | null }>();
  const rows = await db
    .selectFrom('invoiceLines as l')
    .innerJoin('invoices as i', 'i.id', 'l.invoiceId')
    .select(['l.transferId', 'i.id', 'i.number'])
    .distinct()
    .where('l.transferId', 'in', transferIds)
    .where('i.ownerKind', '=', 'tenant')
    .execute();
  return new Map(rows.map(({ transferId, id, number }) => [transferId!, { id, number }]));
}
