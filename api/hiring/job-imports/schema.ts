import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import { durations, visibilities } from '../job-posts/job-post.ts';
import { type ImportField, importFields, jobImportStates, rowOutcomes } from './job-import.ts';

const tags = ['Job imports'];
const params = z.strictObject({ id: z.string().min(1).max(64) });
const column = z.string().max(200);

export const mappingSchema = z
  .strictObject(
    Object.fromEntries(importFields.map((field) => [field, column.optional()])) as Record<
      ImportField,
      z.ZodOptional<typeof column>
    >,
  )
  .openapi('JobImportMapping', { description: 'Field of a job post → name of the column that holds it' });

/** What rows do not say themselves. */
export const importDefaultsSchema = z
  .strictObject({
    description: z.string().trim().min(1).max(10_000).optional(),
    categoryId: z.string().min(1).max(64).optional(),
    duration: z.enum(durations).optional(),
    visibility: z.enum(visibilities).exclude(['invitedOnly', 'poolOnly']).optional(),
    team: z.string().trim().min(1).max(100).optional(),
    costCenter: z.string().trim().min(1).max(100).optional(),
    currency: z.string().length(3).optional().openapi({ description: 'Of sums without a sign; default USD' }),
  })
  .openapi('JobImportDefaults');

export const importStates = ['draft', 'open'] as const;

export const importSettingsSchema = z.strictObject({
  mapping: mappingSchema
    .optional()
    .openapi({ description: 'Without it: the one used last for these columns, else by their names' }),
  dryRun: z.boolean().openapi({ description: 'true: says what would become of each row and makes no post' }),
  publish: z
    .enum(importStates)
    .default('draft')
    .openapi({ description: 'draft: posts to be completed; open: rows that cannot be published are refused' }),
  defaults: importDefaultsSchema.default({}),
  ownerEmail: z.email().max(320).optional().openapi({
    description: 'Whose posts they become, a member who may post jobs; a server must say, a person need not',
  }),
});
export type ImportSettings = z.infer<typeof importSettingsSchema>;

export const jobImportSchema = z
  .strictObject({
    id: z.string(),
    file: z.strictObject({ id: z.string(), name: z.string() }),
    state: z.enum(jobImportStates),
    dryRun: z.boolean(),
    publish: z.enum(importStates),
    mapping: mappingSchema,
    defaults: importDefaultsSchema,
    rows: z.int().openapi({ description: 'In the file, without its header' }),
    done: z.int().openapi({ description: 'Rows decided so far: created + duplicates + refused' }),
    created: z.int(),
    duplicates: z.int(),
    refused: z.int(),
    failure: z.strictObject({ code: z.string(), detail: z.string() }).nullable(),
    requestedBy: z.strictObject({ kind: z.enum(['person', 'secretKey']), name: z.string() }),
    owner: z.strictObject({ id: z.string(), name: z.string() }),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .openapi('JobImport');
export type JobImport = z.infer<typeof jobImportSchema>;

export const rowReasonSchema = z.strictObject({
  code: z.string().openapi({ example: 'formula_in_cell' }),
  field: z.string().nullable(),
  message: z.string(),
});
export type RowReason = z.infer<typeof rowReasonSchema>;

export const importedRowSchema = z
  .strictObject({
    row: z.int(),
    line: z.int(),
    title: z.string(),
    outcome: z.enum(rowOutcomes),
    jobPostId: z.string().nullable().openapi({
      description: 'The post made, or the one it is a double of; null in a dry run for doubles within the file',
    }),
    reasons: z.array(rowReasonSchema),
  })
  .openapi('JobImportRow');
export type ImportedRow = z.infer<typeof importedRowSchema>;

export const importPreviewSchema = z
  .strictObject({
    columns: z.array(z.string()),
    rows: z.int(),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be']),
    delimiter: z.string(),
    mapping: mappingSchema,
    isRemembered: z.boolean().openapi({ description: 'The mapping was used for these columns before' }),
    missing: z.array(z.enum(importFields)).openapi({ description: 'Fields that need a column' }),
    sample: z.array(z.array(z.string())).openapi({ description: 'The first rows, cell by cell' }),
  })
  .openapi('JobImportPreview');
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const previewImportRoute = createRoute({
  method: 'get',
  path: '/v1/job-imports/preview',
  tags,
  summary: 'What an uploaded CSV file holds, and which column would be what',
  request: { query: z.strictObject({ fileId: z.string().min(1).max(64) }) },
  responses: { 200: json(importPreviewSchema, 'Nothing was imported'), ...problems(401, 403, 404) },
});

export const startImportRoute = createRoute({
  method: 'post',
  path: '/v1/job-imports',
  tags,
  summary: 'Import job posts from an uploaded CSV file, in the background; rows that are in already make no doubles',
  request: { body: jsonBody(importSettingsSchema.extend({ fileId: z.string().min(1).max(64) })) },
  responses: { 202: json(jobImportSchema, 'Under way'), ...problems(401, 403, 404, 409) },
});

export const listImportsRoute = createRoute({
  method: 'get',
  path: '/v1/job-imports',
  tags,
  summary: 'Imports of the tenant, the newest first',
  request: {
    query: z.strictObject({
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
  },
  responses: {
    200: json(z.strictObject({ items: z.array(jobImportSchema), nextCursor: z.string().nullable() }), 'One page'),
    ...problems(401, 403),
  },
});

export const getImportRoute = createRoute({
  method: 'get',
  path: '/v1/job-imports/{id}',
  tags,
  summary: 'An import and how far it is',
  request: { params },
  responses: { 200: json(jobImportSchema, 'The import'), ...problems(401, 403, 404) },
});

export const listImportedRowsRoute = createRoute({
  method: 'get',
  path: '/v1/job-imports/{id}/rows',
  tags,
  summary: 'What became of each row, in the order of the file',
  request: {
    params,
    query: z.strictObject({
      outcome: z.enum(rowOutcomes).optional(),
      after: z.coerce.number().int().min(0).default(0).openapi({ description: 'The row number to go on after' }),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
  },
  responses: {
    200: json(z.strictObject({ items: z.array(importedRowSchema), nextAfter: z.int().nullable() }), 'One page'),
    ...problems(401, 403, 404),
  },
});

export const downloadRowsRoute = createRoute({
  method: 'get',
  path: '/v1/job-imports/{id}/rows.csv',
  tags,
  summary: 'What became of each row, as a CSV file whose cells no spreadsheet takes for formulas',
  request: { params, query: z.strictObject({ outcome: z.enum(rowOutcomes).optional() }) },
  responses: {
    200: { description: 'The file', content: { 'text/csv': { schema: z.string() } } },
    ...problems(401, 403, 404),
  },
});

export const cancelImportRoute = createRoute({
  method: 'post',
  path: '/v1/job-imports/{id}/cancellation',
  tags,
  summary: 'Stop an import; what it made so far stays, and starting again goes on from there',
  request: { params },
  responses: { 200: json(jobImportSchema, 'Stopped'), ...problems(401, 403, 404, 409) },
});

export const importTimelineRoute = createRoute({
  method: 'get',
  path: '/v1/job-imports/{id}/timeline',
  tags,
  summary: 'Who did what with an import, when and why',
  request: { params },
  responses: timelineResponses,
});
