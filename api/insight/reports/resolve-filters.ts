import { isoInstant } from '../../platform/clock/clock.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import type { ReportDefinition } from './definition.ts';
import type { listFilters, ReportFilters } from './filters-schema.ts';
import { dayName, dayStart, isLongerThan, namedSpan, type Span } from './periods.ts';
import type { FilterKey, Granularity, ReportParams } from './report.ts';

export const yearsMax = 10;
const dayMs = 86_400_000;
const customField = 'customField';

/**
 * What is asked, checked against what the report offers and with its period in instants.
 * @throws 422 report_period_too_long, report_period_unknown, filter_not_offered, group_by_unknown, granularity_unknown,
 * status_unknown, custom_field_unreadable
 */
export function resolveFilters(definition: ReportDefinition, filters: ReportFilters, asOfMs: number): ReportParams {
  requireOffered(definition, filters);
  const list = (key: (typeof listFilters)[number]) => [...new Set(filters[key] ?? [])].toSorted();
  return {
    ...resolvePeriod(filters, asOfMs),
    teams: list('team'),
    costCenters: list('costCenter'),
    purchaseOrders: list('purchaseOrder'),
    categories: list('category'),
    countries: list('country'),
    freelancerIds: list('freelancer'),
    contractIds: list('contract'),
    statuses: list('status'),
    customFields: list(customField).map(customFieldOf),
    groupBy: groupByOf(definition, filters.groupBy),
    granularity: granularityOf(definition, filters.granularity),
  };
}

/** Everything a report was asked, as it may be asked again: a named period becomes its days. */
export function presentFilters({ filters: offered }: ReportDefinition, params: ReportParams): ReportFilters {
  const list = (key: FilterKey, values: readonly string[]) =>
    offered.includes(key) && values.length > 0 ? { [key]: [...values] } : {};
  return {
    ...(offered.includes('period') && { from: dayName(params.fromMs), to: dayName(params.toMs - dayMs) }),
    ...list('team', params.teams),
    ...list('costCenter', params.costCenters),
    ...list('purchaseOrder', params.purchaseOrders),
    ...list('category', params.categories),
    ...list('country', params.countries),
    ...list('freelancer', params.freelancerIds),
    ...list('contract', params.contractIds),
    ...list('status', params.statuses),
    ...list(
      customField,
      params.customFields.map(({ key, value }) => `${key}:${value}`),
    ),
    ...(params.groupBy !== null && { groupBy: params.groupBy }),
    ...(params.granularity !== null && { granularity: params.granularity }),
  };
}

/** A path of the portal that asks the same again. */
export function linkOf(slug: string, filters: ReportFilters, asOfMs: number): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(filters))
    for (const one of Array.isArray(value) ? value : [value]) query.append(key, String(one));
  query.append('asOf', isoInstant(asOfMs));
  return `/reports/${slug}?${query}`;
}

function requireOffered({ filters: offered, statuses }: ReportDefinition, filters: ReportFilters): void {
  const asked = Object.keys(filters).filter((key) => filters[key as keyof ReportFilters] !== undefined);
  const unknown = asked.find((key) => !offered.includes(periodParts.includes(key) ? 'period' : (key as FilterKey)));
  if (unknown)
    throw unprocessable(
      'filter_not_offered',
      `This report has no filter “${unknown}”; nothing was read. Its catalogue entry names those it has.`,
    );
  const status = (filters.status ?? []).find((one) => !(statuses ?? []).includes(one));
  if (status !== undefined)
    throw unprocessable('status_unknown', `“${status}” is no status of this report; nothing was read.`);
}

const periodParts = ['period', 'from', 'to'];

function resolvePeriod({ period, from, to }: ReportFilters, asOfMs: number): Span {
  if (period && (from || to))
    throw unprocessable('report_period_unknown', 'Ask for a named period or for days, not for both; nothing was read.');
  const usual = namedSpan(period ?? 'last12Months', asOfMs);
  const toMs = to ? dayStart(to) + dayMs : usual.toMs;
  const fromMs = from ? dayStart(from) : to ? namedSpan('last12Months', toMs - dayMs).fromMs : usual.fromMs;
  if (fromMs >= toMs)
    throw unprocessable('report_period_unknown', 'The period ends before it begins; nothing was read.');
  if (isLongerThan({ fromMs, toMs }, yearsMax))
    throw unprocessable(
      'report_period_too_long',
      `A report covers at most ${yearsMax} years; nothing was read. Ask for a shorter period, or for several one after the other.`,
    );
  return { fromMs, toMs };
}

function customFieldOf(text: string): { key: string; value: string } {
  const colon = text.indexOf(':');
  if (colon < 1) throw unprocessable('custom_field_unreadable', 'Write a custom field as key:value; nothing was read.');
  return { key: text.slice(0, colon), value: text.slice(colon + 1) };
}

function groupByOf({ groupBys = [] }: ReportDefinition, asked: string | undefined): string | null {
  if (asked === undefined) return groupBys[0] ?? null;
  const isField = asked.startsWith(`${customField}:`) && asked.length > customField.length + 1;
  if (isField ? groupBys.includes(customField) : asked !== customField && groupBys.includes(asked)) return asked;
  throw unprocessable(
    'group_by_unknown',
    `This report is not told apart by “${asked}”; nothing was read. Its catalogue entry names what it offers.`,
  );
}

function granularityOf({ granularities = [] }: ReportDefinition, asked: Granularity | undefined): Granularity | null {
  if (asked === undefined) return granularities[0] ?? null;
  if (granularities.includes(asked)) return asked;
  throw unprocessable('granularity_unknown', `This report has no rows by ${asked}; nothing was read.`);
}
