import { sql } from 'kysely';
import type { TenantReading } from '../definition.ts';

/** What commitments and charges came to as of the instant asked for, each change of them having stayed an entry. */
export type Spending = {
  spent: number;
  openOffers: number;
  fixedRest: number;
  weeklyExposure: number;
  /** Of what was spent, since an earlier instant: how fast it goes. */
  spentLately: number;
};

const nothing: Spending = { spent: 0, openOffers: 0, fixedRest: 0, weeklyExposure: 0, spentLately: 0 };

/** By purchase order or cost center and currency: `spendingKey`. */
export async function spendingBy(
  { db, scope, asOfMs }: TenantReading,
  column: 'purchaseOrder' | 'costCenter',
  { fromMs = 0, toMs = asOfMs + 1, latelyFromMs = 0 }: { fromMs?: number; toMs?: number; latelyFromMs?: number } = {},
): Promise<{ of(name: string, currency: string): Spending }> {
  const name = sql.ref(column);
  const { rows } = await sql<{
    name: string;
    currency: string;
    part: Exclude<keyof Spending, 'spentLately'>;
    sumMinor: number;
    latelyMinor: number;
  }>`
    select ${name} as "name", "currency", "part", sum("amountMinor") as "sumMinor",
      sum(case when "at" >= ${latelyFromMs} then "amountMinor" else 0 end) as "latelyMinor"
    from "spendingEntries"
    where "tenantId" = ${scope.tenantId} and ${name} is not null and "at" <= ${asOfMs} and "at" >= ${fromMs} and "at" < ${toMs}
    group by ${name}, "currency", "part"`.execute(db);
  const found = new Map<string, Spending>();
  for (const { name, currency, part, sumMinor, latelyMinor } of rows) {
    const key = `${currency} ${name}`;
    const sums = found.get(key) ?? { ...nothing };
    sums[part] += sumMinor;
    if (part === 'spent') sums.spentLately += latelyMinor;
    found.set(key, sums);
  }
  return { of: (name, currency) => found.get(`${currency} ${name}`) ?? nothing };
}

/** Of something that is spent on, in basis points; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) + 0;
}
