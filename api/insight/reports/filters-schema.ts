import { z } from '../../platform/http/routes.ts';
import { granularities } from './report.ts';

export const namedPeriods = [
  'yesterday',
  'lastWeek',
  'lastMonth',
  'lastQuarter',
  'lastYear',
  'monthToDate',
  'quarterToDate',
  'yearToDate',
  'last12Months',
] as const;
export type NamedPeriod = (typeof namedPeriods)[number];

const valuesMax = 50;
const value = z.string().max(200);
const values = z.array(value).max(valuesMax);
const day = z.iso.date();

const lists = [
  'team',
  'costCenter',
  'purchaseOrder',
  'category',
  'country',
  'freelancer',
  'contract',
  'status',
  'customField',
] as const;
export type ListFilter = (typeof lists)[number];
export const listFilters: readonly ListFilter[] = lists;

const alone = {
  period: z.enum(namedPeriods).optional().openapi({ description: 'In place of from and to: counted back from asOf' }),
  from: day.optional(),
  to: day.optional().openapi({ description: 'The last day, included; days are UTC’s' }),
  groupBy: z.string().max(80).optional().openapi({ description: 'One that the report offers; `customField:<key>`' }),
  granularity: z.enum(granularities).optional(),
};

const listsOf = <T extends z.ZodType>(schema: T) =>
  Object.fromEntries(lists.map((key) => [key, schema])) as Record<ListFilter, T>;

/** As bodies and answers carry them; an empty value asks for what has none. */
export const reportFiltersSchema = z
  .strictObject({ ...alone, ...listsOf(values.optional()) })
  .openapi('ReportFilters', {
    description: 'Several values of one filter are alternatives; `customField` values are `key:value`',
  });
export type ReportFilters = z.infer<typeof reportFiltersSchema>;

/** The same in a query, where a filter with several values is repeated. */
const repeated = z
  .union([value.transform((one) => [one]), values])
  .optional()
  .openapi({ type: 'array', items: { type: 'string' } });
export const filtersQuery = { ...alone, ...listsOf(repeated) };

/** An earlier instant: the answer is the one that was given then. */
export const asOfField = z.iso.datetime().optional();
