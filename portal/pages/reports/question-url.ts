import type { ListFilter, NamedPeriod, Question, ReportFilters } from '../../api/reports.ts';

export const namedPeriods = [
  'monthToDate',
  'lastMonth',
  'quarterToDate',
  'lastQuarter',
  'yearToDate',
  'lastYear',
  'last12Months',
  'lastWeek',
  'yesterday',
] as const satisfies readonly NamedPeriod[];

export const listFilters = [
  'team',
  'costCenter',
  'purchaseOrder',
  'category',
  'country',
  'freelancer',
  'contract',
  'status',
  'customField',
] as const satisfies readonly ListFilter[];

const granularities = ['week', 'month', 'quarter', 'year'] as const;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** What an address asks; words it does not know are left out, so that an old link still opens. */
export function questionFromUrl(query: URLSearchParams): Question {
  const filters: ReportFilters = {};
  const period = namedPeriods.find((name) => name === query.get('period'));
  const granularity = granularities.find((name) => name === query.get('granularity'));
  const groupBy = query.get('groupBy');
  if (period) filters.period = period;
  for (const end of ['from', 'to'] as const) {
    const value = query.get(end) ?? '';
    if (!period && day.test(value)) filters[end] = value;
  }
  if (groupBy) filters.groupBy = groupBy;
  if (granularity) filters.granularity = granularity;
  for (const name of listFilters) {
    const values = query.getAll(name);
    if (values.length > 0) filters[name] = [...new Set(values)];
  }
  const asOf = Date.parse(query.get('asOf') ?? '');
  return { filters, asOf: Number.isNaN(asOf) ? undefined : new Date(asOf).toISOString() };
}

export function urlFromQuestion({ filters, asOf }: Question): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of ['period', 'from', 'to', 'groupBy', 'granularity'] as const) {
    const value = filters[name];
    if (value) query.set(name, value);
  }
  for (const name of listFilters) for (const value of filters[name] ?? []) query.append(name, value);
  if (asOf) query.set('asOf', asOf);
  return query;
}

/** The same report with other values; a filter without values is no filter. */
export function withFilter(filters: ReportFilters, name: ListFilter, values: readonly string[]): ReportFilters {
  const { [name]: _, ...rest } = filters;
  return values.length > 0 ? { ...rest, [name]: [...values] } : rest;
}

export const countChosen = (filters: ReportFilters): number =>
  listFilters.filter((name) => (filters[name]?.length ?? 0) > 0).length;

export const reportPath = (report: string, question: Question): string => {
  const query = urlFromQuestion(question);
  return `/reports/${report}${query.size > 0 ? `?${query}` : ''}`;
};
