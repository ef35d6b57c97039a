import { sql } from 'kysely';
import { chargesIn } from '../charges.ts';
import type { TenantReading } from '../definition.ts';

/** By contract what was charged for it to date with fees and tax, less what went back: what its entries sum to. */
export async function billedOf(reading: TenantReading, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const whole = { ...reading, params: { ...reading.params, contractIds: ids } };
  const { rows } = await sql<{ contractId: string; totalMinor: number }>`
    select c."contractId", sum(c."principalMinor" + c."feeMinor" + c."initiationMinor" + c."taxMinor") as "totalMinor"
    from ${chargesIn(whole, { fromMs: 0, toMs: reading.asOfMs + 1 })}
    group by c."contractId"`.execute(reading.db);
  return new Map(rows.map(({ contractId, totalMinor }) => [contractId, totalMinor]));
}
