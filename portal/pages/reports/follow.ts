import type { ReportRow } from '@portico/api/insight/reports/report.ts';
import type { ListFilter, Question, ReportFilters, ReportOffer, ReportPage, ReportSlug } from '../../api/reports.ts';
import { t } from '../../strings/strings.ts';
import { listFilters, reportPath, withFilter } from './question-url.ts';

export type Follow = { label: string; path: string };

/** Dimensions by the filter that leaves exactly one of their values. */
const filterOf: Readonly<Record<string, ListFilter>> = { project: 'contract' };

/**
 * From a row to what it is made of: the same question, narrowed to the row.
 * @param offers what this person may open
 */
export function followRow(
  page: ReportPage,
  row: ReportRow,
  { filters, asOf }: Question,
  offers: readonly ReportOffer[],
): Follow[] {
  const narrowed = narrow(page, row, filters);
  const to = (report: ReportSlug, label: string, more: ReportFilters = {}): Follow[] => {
    const offer = offers.find(({ slug }) => slug === report);
    if (!offer || report === page.slug) return [];
    return [{ label, path: reportPath(report, { filters: offeredFilters({ ...narrowed, ...more }, offer), asOf }) }];
  };
  switch (page.slug) {
    case 'spend':
      return [
        ...to('transactions', t('reports.followTransactions')),
        ...to('weekly-summary', t('reports.followWeeks')),
        ...budgets(),
      ];
    case 'budgets':
    case 'purchase-orders':
      return [
        ...to('spend', t('reports.followSpend'), { groupBy: 'freelancer' }),
        ...to('transactions', t('reports.followTransactions')),
      ];
    case 'contracts':
    case 'tenure':
      return [...to('transactions', t('reports.followTransactions')), ...to('time-detail', t('reports.followTime'))];
    default:
      return [];
  }

  function budgets(): Follow[] {
    return page.filters.groupBy === 'costCenter' ? to('budgets', t('reports.followBudgets')) : [];
  }
}

/** A filter that the other report does not have would be refused. */
export function offeredFilters(filters: ReportFilters, { filters: known }: ReportOffer): ReportFilters {
  const days = ['from', 'to'];
  return Object.fromEntries(
    Object.entries(filters).filter(([name]) => known.some((one) => one === (days.includes(name) ? 'period' : name))),
  );
}

/** What the row is about, as filters; what other reports do not ask (grouping) is left out. */
function narrow(page: ReportPage, row: ReportRow, asked: ReportFilters): ReportFilters {
  const { groupBy: _, granularity: __, period: ___, status: ____, ...kept } = asked;
  const { from, to } = page.filters;
  let filters: ReportFilters = { ...kept, ...(from && { from }), ...(to && { to }) };
  for (const name of listFilters) {
    const value = row.cells[`${name}Id`] ?? row.cells[name];
    if (typeof value === 'string' && isOfRow(page, name)) filters = withFilter(filters, name, [value]);
  }
  if (page.slug === 'spend') filters = narrowSpend(page, row, filters);
  if (page.slug === 'contracts') filters = withFilter(filters, 'contract', [row.key]);
  if (page.slug === 'tenure') filters = withFilter(filters, 'freelancer', [row.key.split('~')[0] ?? '']);
  const period = row.cells.period ?? row.cells.month ?? row.cells.week;
  return typeof period === 'string' ? { ...filters, ...within(daysOfPeriod(period), filters) } : filters;
}

/** Words of a name are no filter where the filter takes an id. */
const isOfRow = ({ columns }: ReportPage, name: ListFilter): boolean =>
  ['team', 'costCenter', 'purchaseOrder'].includes(name) ||
  columns.some(({ key, type }) => key === `${name}Id` || (key === name && type === 'id'));

/** A row of spend is known by its period, its value and its currency. */
function narrowSpend(
  { filters: { groupBy = 'team' } }: ReportPage,
  { key }: ReportRow,
  filters: ReportFilters,
): ReportFilters {
  const value = valueOfKey(key);
  if (value === undefined) return filters;
  if (groupBy.startsWith('customField:'))
    return withFilter(filters, 'customField', [`${groupBy.slice('customField:'.length)}:${value}`]);
  const name = filterOf[groupBy] ?? listFilters.find((one) => one === groupBy);
  return name ? withFilter(filters, name, [value]) : filters;
}

function valueOfKey(key: string): string | undefined {
  try {
    const parts: unknown = JSON.parse(key);
    return Array.isArray(parts) && typeof parts[1] === 'string' ? parts[1] : undefined;
  } catch {
    return undefined;
  }
}

const iso = (timeMs: number): string => new Date(timeMs).toISOString().slice(0, 10);

/** First and last day of `2026-11-23` (a week from its Monday), `2026-11`, `2026-Q4`, `2026`. */
export function daysOfPeriod(period: string): { from: string; to: string } | undefined {
  const [, year, month, day, quarter] = /^(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])))?$/.exec(period) ?? [];
  if (!year) return undefined;
  const first = quarter ? (Number(quarter) - 1) * 3 : month ? Number(month) - 1 : 0;
  const months = quarter ? 3 : month ? 1 : 12;
  const weekMs = 6 * 86_400_000;
  if (day) return { from: period, to: iso(Date.parse(period) + weekMs) };
  return { from: iso(Date.UTC(Number(year), first, 1)), to: iso(Date.UTC(Number(year), first + months, 0)) };
}

/** The row's days, as far as they are in the period that was asked. */
function within(days: { from: string; to: string } | undefined, { from, to }: ReportFilters): ReportFilters {
  if (!days) return {};
  return {
    from: from && from > days.from ? from : days.from,
    to: to && to < days.to ? to : days.to,
  };
}
