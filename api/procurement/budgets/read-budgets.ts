import { money } from '../../money/money.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import { revisionEtag } from '../../platform/http/etag.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readCostCenters } from '../cost-centers/read-cost-centers.ts';
import { concerns, type SpendingReader } from '../spending/grants.ts';
import { percentOf } from '../spending/percent.ts';
import type { BudgetPeriod } from './budget.ts';
import { type Figures, readFigures } from './read-figures.ts';
import type { Budget } from './schema.ts';
import { type BudgetFilter, findBudget, listAsOf, listBudgets } from './store.ts';
import type { BudgetRow } from './table.ts';

/** For the report of budgets: append-only facts, cut at an instant. */
export type BudgetAsOf = Figures & {
  id: string;
  costCenter: string;
  period: BudgetPeriod;
  startsOn: string;
  startsAtMs: EpochMs;
  endsAtMs: EpochMs;
  currency: string;
  budgetMinor: number;
  /** Budget less actual and committed. */
  varianceMinor: number;
};

export async function readBudgetsAsOf(db: Executor, scope: TenantScope, asOfMs: EpochMs): Promise<BudgetAsOf[]> {
  const found = await listAsOf(db, scope, asOfMs);
  const figures = await readFigures(
    db,
    scope,
    found.map(({ budget }) => budget),
    asOfMs,
  );
  return found.map(({ budget, revision }) => {
    const { id, costCenter, period, startsOn, startsAt, endsAt, currency } = budget;
    const of = figures.get(id)!;
    const varianceMinor = revision.amountMinor - of.actualMinor - of.committedMinor;
    return {
      ...{ id, costCenter, period, startsOn, startsAtMs: startsAt, endsAtMs: endsAt, currency },
      budgetMinor: revision.amountMinor,
      ...of,
      varianceMinor,
    };
  });
}

/** Those that concern the reader. */
export async function readVisible(
  db: Executor,
  reader: SpendingReader,
  filter: BudgetFilter,
  nowMs: EpochMs,
): Promise<Budget[]> {
  const seen = await readSeen(db, reader);
  const rows = await listBudgets(db, reader.scope, filter);
  return present(
    db,
    reader.scope,
    rows.filter(({ costCenter }) => seen.has(costCenter)),
    nowMs,
  );
}

/** @throws 404 also for another team's */
export async function getVisible(db: Executor, reader: SpendingReader, id: string): Promise<BudgetRow> {
  const row = await findBudget(db, reader.scope, id);
  if (!row || !(await readSeen(db, reader)).has(row.costCenter)) throw notFound();
  return row;
}

async function readSeen(db: Executor, { scope, reach }: SpendingReader): Promise<Set<string>> {
  const centers = await readCostCenters(db, scope);
  return new Set(centers.filter(({ teams }) => concerns(reach, JSON.parse(teams))).map(({ code }) => code));
}

export async function present(
  db: Executor,
  scope: TenantScope,
  rows: readonly BudgetRow[],
  nowMs: EpochMs,
): Promise<Budget[]> {
  const names = new Map((await readCostCenters(db, scope)).map(({ code, name }) => [code, name]));
  const figures = await readFigures(db, scope, rows, nowMs);
  return rows.map((row) => {
    const { actualMinor, committedMinor, forecastMinor } = figures.get(row.id)!;
    const of = (amountMinor: number) => money(amountMinor, row.currency);
    const thresholds: number[] = JSON.parse(row.thresholds);
    const usedPercent = percentOf(actualMinor + committedMinor, row.amountMinor);
    return {
      id: row.id,
      costCenter: row.costCenter,
      costCenterName: names.get(row.costCenter) ?? '',
      period: row.period,
      startsOn: row.startsOn,
      endsOn: isoInstant(row.endsAt - 1).slice(0, 10),
      isCurrent: row.startsAt <= nowMs && nowMs < row.endsAt,
      budget: of(row.amountMinor),
      committed: of(committedMinor),
      actual: of(actualMinor),
      variance: of(row.amountMinor - actualMinor - committedMinor),
      forecast: of(forecastMinor),
      usedPercent,
      threshold: thresholds.filter((percent) => percent <= usedPercent).at(-1) ?? null,
      thresholds,
      etag: etagOf(row),
    };
  });
}

export function etagOf({ id, revision }: BudgetRow): string {
  return revisionEtag(id, revision);
}

/** What is left of each budget of a cost center that is running. */
export async function readBudgetsAt(
  db: Executor,
  scope: TenantScope,
  costCenter: string,
  nowMs: EpochMs,
): Promise<{ currency: string; leftMinor: number }[]> {
  const budgets = await listBudgets(db, scope, { costCenter, atMs: nowMs });
  const figures = await readFigures(db, scope, budgets, nowMs);
  return budgets.map(({ id, currency, amountMinor }) => {
    const { actualMinor, committedMinor } = figures.get(id)!;
    return { currency, leftMinor: amountMinor - actualMinor - committedMinor };
  });
}
