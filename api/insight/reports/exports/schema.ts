import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../../platform/http/routes.ts';
import { asOfField, reportFiltersSchema } from '../filters-schema.ts';
import { exportFormats, reportSlugs } from '../report.ts';
import { reportParam, tags } from '../schema.ts';
import { exportStates } from './export.ts';

export const exportSchema = z
  .strictObject({
    id: z.string(),
    report: z.enum(reportSlugs),
    format: z.enum(exportFormats),
    state: z.enum(exportStates),
    asOf: z.iso.datetime(),
    filters: reportFiltersSchema,
    progress: z.strictObject({
      rowsDone: z.int(),
      rowsTotal: z.int().nullable().openapi({ description: 'Null until it was counted' }),
    }),
    rowCount: z.int().nullable(),
    contentHash: z.string().nullable().openapi({ description: 'Of the rows, the same in every format' }),
    file: z
      .strictObject({
        name: z.string(),
        bytes: z.int(),
        digest: z.string().openapi({ description: 'SHA-256 of the bytes, as in Repr-Digest' }),
        path: z.string(),
        keptUntil: z.iso.datetime(),
      })
      .nullable(),
    failure: z.string().nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .openapi('ReportExport');
export type ReportExport = z.infer<typeof exportSchema>;

const exportParam = z.strictObject({ id: z.string().min(1).max(64) });

export const startExportRoute = createRoute({
  method: 'post',
  path: '/v1/reports/{report}/exports',
  tags,
  summary: 'Make a file of a report; it is told when it is done',
  request: {
    params: reportParam,
    body: jsonBody(
      z.strictObject({ format: z.enum(exportFormats), filters: reportFiltersSchema.default({}), asOf: asOfField }),
    ),
  },
  responses: { 202: json(exportSchema, 'Under way'), ...problems(401, 403, 404, 409) },
});

export const listExportsRoute = createRoute({
  method: 'get',
  path: '/v1/reports/exports',
  tags,
  summary: 'One’s own files, the newest first',
  responses: {
    200: json(z.strictObject({ items: z.array(exportSchema) }), 'The last hundred'),
    ...problems(401, 403, 404),
  },
});

export const getExportRoute = createRoute({
  method: 'get',
  path: '/v1/reports/exports/{id}',
  tags,
  summary: 'How far a file is',
  request: { params: exportParam },
  responses: { 200: json(exportSchema, 'The file'), ...problems(401, 403, 404) },
});

export const cancelExportRoute = createRoute({
  method: 'delete',
  path: '/v1/reports/exports/{id}',
  tags,
  summary: 'Stop making a file',
  request: { params: exportParam },
  responses: { 200: json(exportSchema, 'Stopped'), ...problems(401, 403, 404, 409) },
});

export const exportFileRoute = createRoute({
  method: 'get',
  path: '/v1/reports/exports/{id}/file',
  tags,
  summary: 'The bytes, with Repr-Digest (RFC 9530)',
  request: { params: exportParam },
  responses: {
    200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string() } } },
    ...problems(401, 403, 404, 409),
  },
});
