import { createRoute } from '@hono/zod-openapi';
import { moneySchema } from '../../money/schema.ts';
import { json, problems, z } from '../../platform/http/routes.ts';
import { asOfField, filtersQuery, reportFiltersSchema } from './filters-schema.ts';
import { columnTypes, exportFormats, filterKeys, granularities, reportSlugs } from './report.ts';

const columnSchema = z
  .strictObject({
    key: z.string(),
    type: z.enum(columnTypes),
    sums: z.literal(true).optional().openapi({ description: 'Has a total' }),
    opens: z.literal(true).optional().openapi({ description: 'Opens the ledger entries behind each figure' }),
  })
  .openapi('ReportColumn');

const cellSchema = z
  .union([z.string(), z.number(), z.boolean(), z.null(), moneySchema, z.array(z.string())])
  .openapi('ReportCell');

export const chartSchema = z
  .strictObject({
    kind: z.enum(['bars', 'lines']),
    x: z.string(),
    y: z.string(),
    by: z.string().optional(),
    series: z.array(
      z.strictObject({
        name: z.string().nullable(),
        currency: z.string().nullable(),
        points: z.array(z.strictObject({ x: z.string(), y: z.number() })),
      }),
    ),
  })
  .openapi('ReportChart');

export const catalogueEntrySchema = z
  .strictObject({
    id: z.string().openapi({ example: 'R4' }),
    slug: z.enum(reportSlugs),
    filters: z.array(z.enum(filterKeys)),
    groupBys: z.array(z.string()),
    granularities: z.array(z.enum(granularities)),
    statuses: z.array(z.string()),
    columns: z.array(columnSchema),
    teams: z.array(z.string()).nullable().openapi({ description: 'Whose figures the reader sees; null for all' }),
  })
  .openapi('ReportOffer');
export type ReportOffer = z.infer<typeof catalogueEntrySchema>;

const totalSchema = z.union([z.array(moneySchema), z.number()]);

export const reportPageSchema = z
  .strictObject({
    id: z.string(),
    slug: z.enum(reportSlugs),
    asOf: z.iso.datetime(),
    filters: reportFiltersSchema.openapi({ description: 'With the period as it was resolved' }),
    columns: z.array(columnSchema),
    rows: z.array(z.strictObject({ key: z.string(), cells: z.record(z.string(), cellSchema) })),
    totals: z.record(z.string(), totalSchema).openapi({ description: 'Over all rows; of money one a currency' }),
    chart: chartSchema.nullable(),
    rowCount: z.int(),
    contentHash: z.string().openapi({ description: 'SHA-256 of columns and all rows, the same in every format' }),
    link: z.string().openapi({ description: 'A path of the portal that shows this again' }),
    nextCursor: z.string().nullable(),
  })
  .openapi('ReportPage');
export type ReportPage = z.infer<typeof reportPageSchema>;

export const entryRowSchema = z
  .strictObject({
    transferId: z.string(),
    position: z.int(),
    kind: z.string(),
    account: z.string(),
    ownerId: z.string(),
    amount: moneySchema.openapi({ description: 'As it counts in the figure' }),
    at: z.iso.datetime(),
    subject: z.strictObject({ kind: z.string(), id: z.string() }),
    contractId: z.string().nullable(),
    invoice: z.strictObject({ id: z.string(), number: z.string().nullable() }).nullable(),
  })
  .openapi('ReportEntry');

export const entriesPageSchema = z
  .strictObject({
    asOf: z.iso.datetime(),
    column: z.string(),
    row: z.string().nullable(),
    /** Of all entries, on whatever page. */
    sums: z.array(moneySchema),
    count: z.int(),
    items: z.array(entryRowSchema),
    nextCursor: z.string().nullable(),
  })
  .openapi('ReportEntries');
export type ReportEntries = z.infer<typeof entriesPageSchema>;

export const tags = ['Reports'];
export const reportParam = z.strictObject({ report: z.enum(reportSlugs) });
const paging = {
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(500).optional(),
};
const reportQuery = z.strictObject({ ...filtersQuery, asOf: asOfField, ...paging });
const entriesQuery = z.strictObject({
  ...filtersQuery,
  asOf: asOfField,
  row: z.string().max(300).optional().openapi({ description: 'A row’s key; without it the total of the column' }),
  column: z.string().max(60),
  ...paging,
});

export const catalogueRoute = createRoute({
  method: 'get',
  path: '/v1/reports',
  tags,
  summary: 'The reports that the reader may open',
  responses: {
    200: json(z.strictObject({ items: z.array(catalogueEntrySchema) }), 'By number'),
    ...problems(401, 403, 404),
  },
});

export const reportRoute = createRoute({
  method: 'get',
  path: '/v1/reports/{report}',
  tags,
  summary: 'A report: its rows page by page, totals, chart, count and hash of all',
  request: { params: reportParam, query: reportQuery },
  responses: { 200: json(reportPageSchema, 'A page of it'), ...problems(401, 403, 404) },
});

export const entriesRoute = createRoute({
  method: 'get',
  path: '/v1/reports/{report}/entries',
  tags,
  summary: 'The ledger entries behind a figure, which sum to it',
  request: { params: reportParam, query: entriesQuery },
  responses: { 200: json(entriesPageSchema, 'A page of them'), ...problems(401, 403, 404) },
});

const ownQuery = z.strictObject({
  period: filtersQuery.period,
  from: filtersQuery.from,
  to: filtersQuery.to,
  granularity: filtersQuery.granularity,
  asOf: asOfField,
  ...paging,
});

export const ownEarningsRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/reports/earnings',
  tags,
  summary: 'What one earned by client and month, for the tax year',
  request: { query: ownQuery },
  responses: { 200: json(reportPageSchema, 'A page of it'), ...problems(401, 403) },
});

export const ownEntriesRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/reports/earnings/entries',
  tags,
  summary: 'The entries behind a figure of one’s earnings',
  request: { query: ownQuery.extend({ row: entriesQuery.shape.row, column: entriesQuery.shape.column }) },
  responses: { 200: json(entriesPageSchema, 'A page of them'), ...problems(401, 403, 404) },
});

export const ownEarningsFileRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/reports/earnings/file',
  tags,
  summary: 'The same as a file',
  request: {
    query: ownQuery.omit({ limit: true, cursor: true }).extend({ format: z.enum(exportFormats) }),
  },
  responses: {
    200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string() } } },
    ...problems(401, 403),
  },
});
