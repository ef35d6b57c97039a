import { peopleById } from '../../platform/auth/people.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { concerns, mayKeep, type SpendingReader } from '../spending/grants.ts';
import { percentOf } from '../spending/percent.ts';
import { type ForecastFacts, forecastOf } from './forecast.ts';
import { getPurchaseOrder } from './get-purchase-order.ts';
import { procurementPolicy } from './policy.ts';
import { presentPurchaseOrder, presentSummary, reachedOf } from './present-purchase-order.ts';
import type { PurchaseOrderState } from './purchase-order.ts';
import { readUses, type Use, usedOf } from './read-use.ts';
import type { PurchaseOrder, PurchaseOrderSummary } from './schema.ts';
import { listPurchaseOrders } from './store.ts';
import type { PurchaseOrderRow } from './table.ts';
import { listAsOf, sumSpent } from './use-store.ts';

const dayMs = 86_400_000;

/** For the report of purchase orders: append-only facts, cut at an instant. */
export type PurchaseOrderAsOf = Use & {
  id: string;
  number: string;
  title: string;
  supplierName: string;
  currency: string;
  amountMinor: number;
  validFrom: string;
  validThrough: string;
  costCenters: string[];
  teams: string[];
  /** Paid and held: all that was charged. */
  spentMinor: number;
  leftMinor: number;
  usedPercent: number;
  thresholdHit: number | null;
  exhaustedOn: string | null;
};

export async function readPurchaseOrdersAsOf(
  db: Executor,
  scope: TenantScope,
  asOfMs: EpochMs,
): Promise<PurchaseOrderAsOf[]> {
  const found = await listAsOf(db, scope, asOfMs);
  const numbers = found.map(({ row }) => row.number);
  const uses = await readUses(db, scope, numbers, asOfMs);
  const forecasts = await readForecasts(
    db,
    scope,
    found.map(({ revision: { number, amountMinor } }) => ({ number, amountMinor })),
    uses,
    asOfMs,
  );
  return found.map(({ revision }) => {
    const { number, currency, amountMinor, validFrom, validThrough } = revision;
    const { title, supplierName, costCenters, teams, thresholds } = JSON.parse(revision.settings);
    const use = uses.get(number)!;
    const usedPercent = percentOf(usedOf(use), amountMinor);
    return {
      id: revision.purchaseOrderId,
      ...{ number, title, supplierName, currency, amountMinor, validFrom, validThrough, costCenters, teams },
      ...use,
      spentMinor: use.paidMinor + use.heldMinor,
      leftMinor: amountMinor - usedOf(use),
      usedPercent,
      thresholdHit: reachedOf(JSON.stringify(thresholds), usedPercent),
      exhaustedOn: forecasts.get(number)!.exhaustedOn,
    };
  });
}

/** Those that concern the reader, those that end first first. */
export async function readSummaries(
  db: Executor,
  { scope, person, reach }: SpendingReader,
  { state, search }: { state?: PurchaseOrderState | undefined; search?: string | undefined },
  nowMs: EpochMs,
): Promise<PurchaseOrderSummary[]> {
  const { expiryWarningDays: warningDays } = await readPolicy(db, scope, procurementPolicy);
  const rows = await listPurchaseOrders(db, scope, state && [state]);
  const wanted = search?.toLocaleLowerCase('en') ?? '';
  return rows
    .filter((row) => isVisible(row, reach, person.personId))
    .filter((row) => textOf(row).includes(wanted))
    .map((row) => presentSummary(row, { nowMs, warningDays }));
}

/** @throws 404 also for one of another team */
export async function getVisible(
  db: Executor,
  { scope, person, reach }: SpendingReader,
  id: string,
): Promise<PurchaseOrderRow> {
  const row = await getPurchaseOrder(db, scope, id);
  if (!isVisible(row, reach, person.personId)) throw notFound();
  return row;
}

export async function readWhole(
  db: Executor,
  reader: SpendingReader,
  row: PurchaseOrderRow,
  nowMs: EpochMs,
): Promise<PurchaseOrder> {
  const { scope, person } = reader;
  const { expiryWarningDays: warningDays } = await readPolicy(db, scope, procurementPolicy);
  const uses = await readUses(db, scope, [row.number], nowMs);
  const forecasts = await readForecasts(db, scope, [row], uses, nowMs);
  const names = await peopleById(db, [row.createdBy, ...(JSON.parse(row.personIds) as string[])]);
  const summary = presentSummary(row, { nowMs, warningDays });
  return presentPurchaseOrder(
    row,
    summary,
    uses.get(row.number)!,
    forecasts.get(row.number)!,
    names,
    mayKeep(person) && row.state !== 'closed',
  );
}

async function readForecasts(
  db: Executor,
  scope: TenantScope,
  orders: readonly { number: string; amountMinor: number }[],
  uses: ReadonlyMap<string, Use>,
  asOfMs: EpochMs,
): Promise<Map<string, ForecastFacts>> {
  const { runRateDays } = await readPolicy(db, scope, procurementPolicy);
  const numbers = orders.map(({ number }) => number);
  const window = { fromMs: asOfMs - runRateDays * dayMs, toMs: asOfMs };
  const spent = new Map((await sumSpent(db, scope, numbers, window)).map((row) => [row.number, row]));
  return new Map(
    orders.map(({ number, amountMinor }) => {
      const { paidMinor, heldMinor } = uses.get(number)!;
      const found = spent.get(number);
      const facts = found && { amountMinor: found.amountMinor, firstAtMs: found.firstAt };
      return [number, forecastOf(amountMinor - paidMinor - heldMinor, facts, { runRateDays, nowMs: asOfMs })];
    }),
  );
}

function isVisible(row: PurchaseOrderRow, reach: SpendingReader['reach'], personId: string): boolean {
  if (reach === 'all' || row.createdBy === personId) return true;
  const [teams, people]: string[][] = [JSON.parse(row.teams), JSON.parse(row.personIds)];
  return people!.length > 0 && teams!.length === 0 ? people!.includes(personId) : concerns(reach, teams!);
}

function textOf({ number, title, supplierName, supplierReference }: PurchaseOrderRow): string {
  return [number, title, supplierName, supplierReference].join(' ').toLocaleLowerCase('en');
}
