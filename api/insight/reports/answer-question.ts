import type { Money } from '../../money/money.ts';
import type { Executor } from '../../platform/database/database.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { createSeries } from './chart-series.ts';
import type { OwnReading, ReportDefinition, TenantReading } from './definition.ts';
import { createDigest } from './digest.ts';
import { createNames, type Sighting } from './names.ts';
import type { Question } from './question.ts';
import type { ChartSeries, Column, EntryRow, ReportRow } from './report.ts';
import { createTotals, type Totals } from './totals.ts';

/** What is known of a report once all its rows went by. */
export type Summary = {
  rowCount: number;
  contentHash: string;
  totals: Totals;
  series: ChartSeries[] | null;
};

/** One walk over a report's rows, its definition bound to what is asked. */
export type OpenReport = {
  columns: readonly Column[];
  rows(): AsyncIterable<readonly ReportRow[]>;
  entries(row: ReportRow, columnKey: string): AsyncIterable<readonly EntryRow[]>;
  totalEntries(columnKey: string): AsyncIterable<readonly EntryRow[]>;
  sightings(): readonly Sighting[];
};

export function openReport(db: Executor, definition: ReportDefinition, question: Question): OpenReport {
  const { audience, params, asOfMs, nowMs } = question;
  const names = createNames(db, audience.kind === 'tenant' ? audience.tenantId : null, { asOfMs, nowMs });
  const reading = { db, params, asOfMs, names };
  if (definition.audience === 'tenant' && audience.kind === 'tenant') {
    const { tenantId, reach } = audience;
    return bound(definition, { ...reading, scope: tenantScope(tenantId), reach }, names);
  }
  if (definition.audience === 'freelancer' && audience.kind === 'freelancer')
    return bound(definition, { ...reading, freelancerId: audience.freelancerId }, names);
  throw new Error(`${definition.slug} is not asked by a ${audience.kind}`);
}

type Bindable<R> = Pick<ReportDefinition, 'columns'> & {
  rows(reading: R): AsyncIterable<readonly ReportRow[]>;
  entries?(reading: R, row: ReportRow, columnKey: string): AsyncIterable<readonly EntryRow[]>;
  totalEntries?(reading: R, columnKey: string): AsyncIterable<readonly EntryRow[]>;
};

function bound<R extends TenantReading | OwnReading>(
  definition: Bindable<R>,
  reading: R,
  names: { sightings(): readonly Sighting[] },
): OpenReport {
  const entries = (row: ReportRow, columnKey: string) => definition.entries?.(reading, row, columnKey) ?? nothing();
  async function* ofEachRow(columnKey: string) {
    for await (const rows of definition.rows(reading)) for (const row of rows) yield* entries(row, columnKey);
  }
  return {
    columns: definition.columns,
    rows: () => definition.rows(reading),
    entries,
    totalEntries: (columnKey) => definition.totalEntries?.(reading, columnKey) ?? ofEachRow(columnKey),
    sightings: names.sightings,
  };
}

async function* nothing(): AsyncGenerator<readonly EntryRow[]> {}

/** Hands every batch on as it is and knows the whole when the last went by. */
export function summing({ slug, chart }: ReportDefinition, columns: readonly Column[]) {
  const [digest, totals] = [createDigest(slug, columns), createTotals(columns)];
  const series = chart && createSeries(chart);
  return {
    add(rows: readonly ReportRow[]): void {
      digest.add(rows);
      totals.add(rows);
      series?.add(rows);
    },
    rowCount: digest.rowCount,
    end: (): Summary => ({
      rowCount: digest.rowCount(),
      contentHash: digest.end(),
      totals: totals.end(),
      series: series ? series.end() : null,
    }),
  };
}

export type PageAnswer = { summary: Summary; rows: ReportRow[]; sightings: readonly Sighting[] };

/** @param known what an earlier walk found out: then it ends with the page */
export async function readPage(
  db: Executor,
  definition: ReportDefinition,
  question: Question,
  { offset, limit }: { offset: number; limit: number },
  known?: Summary,
): Promise<PageAnswer> {
  const report = openReport(db, definition, question);
  const whole = summing(definition, report.columns);
  const page: ReportRow[] = [];
  let seen = 0;
  for await (const rows of report.rows()) {
    page.push(...rows.slice(Math.max(0, offset - seen), Math.max(0, offset + limit - seen)));
    seen += rows.length;
    if (known && seen >= offset + limit) break;
    if (!known) whole.add(rows);
  }
  return { summary: known ?? whole.end(), rows: page, sightings: report.sightings() };
}

export type EntriesAnswer = { sums: Money[]; count: number; items: EntryRow[]; sightings: readonly Sighting[] };

/** @returns undefined where there is no such row */
export async function readEntries(
  db: Executor,
  definition: ReportDefinition,
  question: Question,
  { row, column, offset, limit }: { row: string | null; column: string; offset: number; limit: number },
): Promise<EntriesAnswer | undefined> {
  const report = openReport(db, definition, question);
  const found = row === null ? null : await findRow(report, row);
  if (found === undefined) return undefined;
  const all = found === null ? report.totalEntries(column) : report.entries(found, column);
  const sums = createTotals([{ key: 'amount', type: 'money', sums: true }]);
  const items: EntryRow[] = [];
  let count = 0;
  for await (const entries of all) {
    items.push(...entries.slice(Math.max(0, offset - count), Math.max(0, offset + limit - count)));
    count += entries.length;
    sums.add(entries.map(({ amount }) => ({ key: '', cells: { amount } })));
  }
  return { sums: sums.end().amount as Money[], count, items, sightings: report.sightings() };
}

async function findRow(report: OpenReport, key: string): Promise<ReportRow | undefined> {
  for await (const rows of report.rows()) {
    const found = rows.find((row) => row.key === key);
    if (found) return found;
  }
  return undefined;
}
