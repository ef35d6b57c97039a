import { sql } from 'kysely';
import { readPolicy } from '../../../platform/policies/read-policy.ts';
import { procurementPolicy } from '../../../procurement/purchase-orders/policy.ts';
import { purchaseOrderStates } from '../../../procurement/purchase-orders/purchase-order.ts';
import { chargeEntries } from '../charge-entries.ts';
import { chargesIn } from '../charges.ts';
import { figureReaders, type TenantReading, type TenantReport } from '../definition.ts';
import { dayName } from '../periods.ts';
import type { ReportRow } from '../report.ts';
import { entriesInEscrow, escrowOfOrders } from './escrow-of-orders.ts';
import { listOrders, type ReportedOrder } from './list-orders.ts';
import { shareOf, spendingBy } from './spending.ts';

const dayMs = 86_400_000;

/** R5: what of each purchase order went, is bound and is left. What stands in escrow is part of what was invoiced. */
export const purchaseOrders: TenantReport = {
  slug: 'purchase-orders',
  audience: 'tenant',
  readers: figureReaders,
  filters: ['purchaseOrder', 'team', 'status'],
  statuses: purchaseOrderStates,
  columns: [
    { key: 'purchaseOrder', type: 'text' },
    { key: 'status', type: 'code' },
    { key: 'validThrough', type: 'day' },
    { key: 'amount', type: 'money', sums: true },
    { key: 'invoiced', type: 'money', sums: true, opens: true },
    { key: 'inEscrow', type: 'money', sums: true, opens: true },
    { key: 'openOffers', type: 'money', sums: true },
    { key: 'fixedRest', type: 'money', sums: true },
    { key: 'weeklyExposure', type: 'money', sums: true },
    { key: 'remaining', type: 'money', sums: true },
    { key: 'used', type: 'percent' },
    { key: 'threshold', type: 'percent' },
    { key: 'exhaustedOn', type: 'day' },
  ],
  chart: { kind: 'bars', x: 'purchaseOrder', y: 'remaining' },
  async *rows(reading) {
    const policy = await stoodPolicy(reading);
    const latelyFromMs = reading.asOfMs - policy.runRateDays * dayMs;
    const spending = await spendingBy(reading, 'purchaseOrder', { latelyFromMs });
    const orders = await listOrders(reading);
    const numbers = orders.map(({ number }) => number);
    const [invoiced, escrow] = [await invoicedOf(reading), await escrowOfOrders(reading, numbers)];
    yield orders.map((order): ReportRow => {
      const { number, currency, amountMinor } = order;
      const sums = spending.of(number, currency);
      const bound = sums.openOffers + sums.fixedRest + sums.weeklyExposure;
      const left = amountMinor - sums.spent - bound;
      const used = shareOf(amountMinor - left, amountMinor);
      const money = (minor: number) => ({ amountMinor: minor, currency });
      return {
        key: number,
        cells: {
          purchaseOrder: number,
          status: order.state,
          validThrough: order.validThrough,
          amount: money(amountMinor),
          invoiced: money(invoiced.get(number) ?? 0),
          inEscrow: money(escrow.get(number) ?? 0),
          openOffers: money(sums.openOffers),
          fixedRest: money(sums.fixedRest),
          weeklyExposure: money(sums.weeklyExposure),
          remaining: money(left),
          used,
          threshold: thresholdHit(order, policy, used),
          exhaustedOn: exhaustedOn(reading.asOfMs, left, sums.spentLately / policy.runRateDays),
        },
      };
    });
  },
  async *entries(reading, row, columnKey) {
    if (columnKey === 'inEscrow') return yield* entriesInEscrow(reading, row.key);
    const own = { ...reading, params: { ...reading.params, teams: [], purchaseOrders: [row.key] } };
    const all = { fromMs: 0, toMs: reading.asOfMs + 1 };
    yield* chargeEntries(own, all, 'total', { isKept: async (charges) => charges.map(() => true) });
  },
};

/** Charged with fees and tax, less what went back. */
async function invoicedOf(reading: TenantReading): Promise<ReadonlyMap<string, number>> {
  const { params, asOfMs, db } = reading;
  const own = { ...reading, params: { ...params, teams: [] } };
  const { rows } = await sql<{ purchaseOrder: string; totalMinor: number }>`
    select c."purchaseOrder", sum(c."principalMinor" + c."feeMinor" + c."initiationMinor" + c."taxMinor") as "totalMinor"
    from ${chargesIn(own, { fromMs: 0, toMs: asOfMs + 1 })}
    where c."purchaseOrder" is not null group by c."purchaseOrder"`.execute(db);
  return new Map(rows.map(({ purchaseOrder, totalMinor }) => [purchaseOrder, totalMinor]));
}

type Policy = { runRateDays: number; warnAtPercent: number; fullAtPercent: number };

/** As it stood: a policy that was changed since says nothing about then. */
async function stoodPolicy({ db, scope, names }: TenantReading): Promise<Policy> {
  const { runRateDays, warnAtPercent, fullAtPercent } = await readPolicy(db, scope, procurementPolicy);
  const text = JSON.stringify({ runRateDays, warnAtPercent, fullAtPercent });
  return JSON.parse((await names.at('policy', new Map([['procurement.use', text]]))).get('procurement.use')!);
}

function thresholdHit({ thresholds }: ReportedOrder, policy: Policy, used: number | null): number | null {
  const all = thresholds.length > 0 ? thresholds : [policy.warnAtPercent, policy.fullAtPercent];
  const hit = all.filter((percent) => used !== null && percent * 100 <= used);
  return hit.length === 0 ? null : Math.max(...hit) * 100;
}

const farthestDays = 3660;

/** At the pace of late; null where nothing goes, or not within ten years. */
function exhaustedOn(asOfMs: number, leftMinor: number, minorADay: number): string | null {
  if (leftMinor <= 0) return dayName(asOfMs);
  const days = minorADay > 0 ? leftMinor / minorADay : Number.POSITIVE_INFINITY;
  return days > farthestDays ? null : dayName(asOfMs + Math.floor(days * dayMs));
}
