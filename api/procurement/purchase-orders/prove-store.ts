import { sql } from 'kysely';
import type { Executor } from '../../platform/database/database.ts';

/** As sentences; nothing when all sums agree. */
export async function listOrderBreaks(db: Executor): Promise<string[]> {
  const orders = await db.selectFrom('purchaseOrders').selectAll().where('openedAt', 'is not', null).execute();
  const sums = await db
    .selectFrom('spendingEntries')
    .select((eb) => ['tenantId', 'purchaseOrder', 'part', eb.fn.sum<number | string>('amountMinor').as('sum')])
    .where('purchaseOrder', 'is not', null)
    .groupBy(['tenantId', 'purchaseOrder', 'part'])
    .execute();
  const byOrder = Map.groupBy(sums, ({ tenantId, purchaseOrder }) => `${tenantId} ${purchaseOrder}`);
  return orders.flatMap(({ tenantId, number, committedMinor, spentMinor }) => {
    const parts = byOrder.get(`${tenantId} ${number}`) ?? [];
    const sumOf = (isSpent: boolean) =>
      parts.reduce((total, { part, sum }) => total + ((part === 'spent') === isSpent ? Number(sum) : 0), 0);
    return [
      ...differs(`Purchase order ${number}: committed`, committedMinor, sumOf(false)),
      ...differs(`Purchase order ${number}: spent`, spentMinor, sumOf(true)),
    ];
  });
}

export async function listCommitmentBreaks(db: Executor): Promise<string[]> {
  const rows = await db
    .selectFrom('commitments')
    .leftJoin('spendingEntries as entry', 'entry.commitmentId', 'commitments.id')
    .select((eb) => [
      'commitments.id',
      'commitments.openMinor',
      'commitments.spentMinor',
      eb.fn
        .sum<number | string>(sql`case when "entry"."part" = 'spent' then 0 else "entry"."amountMinor" end`)
        .as('open'),
      eb.fn
        .sum<number | string>(sql`case when "entry"."part" = 'spent' then "entry"."amountMinor" else 0 end`)
        .as('spent'),
    ])
    .groupBy(['commitments.id', 'commitments.openMinor', 'commitments.spentMinor'])
    .execute();
  return rows.flatMap(({ id, openMinor, spentMinor, open, spent }) => [
    ...differs(`Commitment ${id}: open`, openMinor, Number(open ?? 0)),
    ...differs(`Commitment ${id}: spent`, spentMinor, Number(spent ?? 0)),
  ]);
}

function differs(what: string, keptMinor: number, summedMinor: number): string[] {
  return keptMinor === summedMinor ? [] : [`${what} is kept as ${keptMinor}; its entries sum to ${summedMinor}.`];
}
