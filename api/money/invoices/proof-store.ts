import { sql } from 'kysely';
import type { Executor } from '../../platform/database/database.ts';
import type { InvoiceLineRow } from './table.ts';

/* One statement each, so that each sees the database at one instant; over all owners. */

/** Documents that say another sum than their lines. */
export function listWrongSums(db: Executor) {
  const sums = db
    .selectFrom('invoiceLines')
    .select([
      'invoiceId',
      sql<number>`sum("amountMinor")`.as('total'),
      sql<number>`sum(case when kind = 'tax' then "amountMinor" else 0 end)`.as('tax'),
    ])
    .groupBy('invoiceId')
    .as('sums');
  return db
    .selectFrom('invoices')
    .leftJoin(sums, 'sums.invoiceId', 'invoices.id')
    .select(['id', 'totalMinor', 'taxMinor', 'sums.total', 'sums.tax'])
    .where((eb) =>
      eb.or([
        eb('totalMinor', '<>', eb.fn.coalesce('sums.total', eb.lit(0))),
        eb('taxMinor', '<>', eb.fn.coalesce('sums.tax', eb.lit(0))),
        eb(eb('netMinor', '+', eb.ref('taxMinor')), '<>', eb.ref('totalMinor')),
      ]),
    )
    .execute();
}

/** Documents that say another sum was paid or credited than what is written on them. */
export function listWrongPayments(db: Executor) {
  const paid = sql<number>`sum(case when state = 'posted' and via <> 'creditNote' then "amountMinor" else 0 end)`;
  const credited = sql<number>`sum(case when via = 'creditNote' then "amountMinor" else 0 end)`;
  const pending = sql<number>`sum(case when state = 'pending' then "amountMinor" else 0 end)`;
  const sums = db
    .selectFrom('invoicePayments')
    .select(['invoiceId', paid.as('paid'), credited.as('credited'), pending.as('pending')])
    .groupBy('invoiceId')
    .as('sums');
  return db
    .selectFrom('invoices')
    .leftJoin(sums, 'sums.invoiceId', 'invoices.id')
    .select(['id', 'paidMinor', 'creditedMinor', 'pendingMinor', 'sums.paid', 'sums.credited', 'sums.pending'])
    .where((eb) =>
      eb.or([
        eb('paidMinor', '<>', eb.fn.coalesce('sums.paid', eb.lit(0))),
        eb('creditedMinor', '<>', eb.fn.coalesce('sums.credited', eb.lit(0))),
        eb('pendingMinor', '<>', eb.fn.coalesce('sums.pending', eb.lit(0))),
      ]),
    )
    .execute();
}

/** Series whose numbers are not 1 to the last given. */
export function listSeriesWithGaps(db: Executor) {
  const given = db
    .selectFrom('invoices')
    .select((eb) => [
      'ownerId',
      'series',
      eb.fn.count<number>('sequence').as('numbers'),
      eb.fn.max<number | null>('sequence').as('highest'),
      eb.fn.min<number | null>('sequence').as('lowest'),
    ])
    .where('sequence', 'is not', null)
    .groupBy(['ownerId', 'series'])
    .as('given');
  return db
    .selectFrom('invoiceSeries')
    .leftJoin(given, (join) =>
      join.onRef('given.ownerId', '=', 'invoiceSeries.ownerId').onRef('given.series', '=', 'invoiceSeries.series'),
    )
    .select(['invoiceSeries.code', 'invoiceSeries.series', 'last', 'given.numbers', 'given.highest'])
    .where((eb) =>
      eb.or([
        eb('last', '<>', eb.fn.coalesce('given.numbers', eb.lit(0))),
        eb('last', '<>', eb.fn.coalesce('given.highest', eb.lit(0))),
        eb('given.lowest', '<>', 1),
      ]),
    )
    .execute();
}

/** Issued documents without a number, and drafts with one. */
export function listWronglyNumbered(db: Executor) {
  return db
    .selectFrom('invoices')
    .select(['id', 'state', 'number'])
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'draft'), eb('number', 'is not', null)]),
        eb.and([eb('state', '<>', 'draft'), eb('number', 'is', null)]),
      ]),
    )
    .execute();
}

/** Lines that have entries, in the order of their transfers. */
export function listLinesAfter(
  db: Executor,
  after: { transferId: string; kind: string },
  limit: number,
): Promise<InvoiceLineRow[]> {
  return db
    .selectFrom('invoiceLines')
    .selectAll()
    .where('transferId', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('transferId', '>', after.transferId),
        eb.and([eb('transferId', '=', after.transferId), eb('kind', '>', after.kind as InvoiceLineRow['kind'])]),
      ]),
    )
    .orderBy('transferId')
    .orderBy('kind')
    .limit(limit)
    .execute();
}

/** What a tenant owes by its documents: months that were issued, and what gathers. */
export async function sumOwed(db: Executor, tenantId: string, currency: string): Promise<number> {
  const owed = sql<number>`sum("totalMinor" - "paidMinor" - "creditedMinor" + "returnedMinor")`;
  const { sum } = await db
    .selectFrom('invoices')
    .select(owed.as('sum'))
    .where('ownerId', '=', tenantId)
    .where('currency', '=', currency)
    .where('kind', '=', 'consolidated')
    .executeTakeFirstOrThrow();
  return Number(sum ?? 0);
}

/** Which of these transfers are on a document, as a line or as a payment of it. */
export async function listWrittenDown(db: Executor, transferIds: readonly string[]): Promise<Set<string>> {
  if (transferIds.length === 0) return new Set();
  const [lines, payments] = await Promise.all([
    db.selectFrom('invoiceLines').select('transferId').where('transferId', 'in', transferIds).execute(),
    db
      .selectFrom('invoicePayments')
      .select('transferId')
      .where('transferId', 'in', transferIds)
      .where('state', '=', 'posted')
      .execute(),
  ]);
  return new Set([...lines, ...payments].map(({ transferId }) => transferId!));
}
