import { sql } from 'kysely';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type Charge, chargesIn, spendKindOf } from './charges.ts';
import { asClientsSee, type Part, packedEntries, partOf, unpackEntries } from './client-entries.ts';
import type { TenantReading } from './definition.ts';
import { factFilter } from './fact-filter.ts';
import { createFacts } from './facts.ts';
import type { Span } from './periods.ts';
import type { EntryRow } from './report.ts';

/** Columns of spend: which parts of which purposes are in them. */
function isIn(columnKey: string, purpose: string, part: Part): boolean {
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
      return part !== 'payment' && part !== 'own';
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

async function entriesOf(db: Executor, charges: readonly Charge[], columnKey: string): Promise<EntryRow[]> {
  const ids = charges.map(({ transferId }) => transferId);
  const [entries, invoices] = [await listEntries(db, ids), await listInvoices(db, ids)];
  return charges.flatMap(({ transferId, currency, purpose, at, subjectKind, subjectId, contractId }) => {
    const { kind, packed } = entries.get(transferId)!;
    return asClientsSee(unpackEntries(packed).filter((entry) => entry.currency === currency))
      .filter((entry) => isIn(columnKey, purpose, partOf(entry)))
      .map(({ position, account, ownerId, amountMinor }) => ({
        transferId,
        position,
        kind,
        account,
        ownerId,
        amount: { amountMinor, currency },
        at: isoInstant(at),
        subject: { kind: subjectKind, id: subjectId },
        contractId,
        invoice: invoices.get(transferId) ?? null,
      }));
  });
}

async function listEntries(db: Executor, transferIds: readonly string[]) {
  if (transferIds.length === 0) return new Map<string, { kind: string; packed: string }>();
  const rows = await db
    .selectFrom('ledgerTransfers as t')
    .select(['t.id', 't.kind', packedEntries(db, sql.ref<string>('t.id')).as('packed')])
    .where('t.id', 'in', transferIds)
    .execute();
  return new Map(rows.map(({ id, kind, packed }) => [id, { kind, packed }]));
}

export async function listInvoices(db: Executor, transferIds: readonly string[]) {
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
