import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';

const tags = ['Statements of work'];
const path = '/v1/statements-of-work';
const id = z.string().min(1).max(64);
const kind = z.enum(['offer', 'contract']);

export const statementSchema = z
  .strictObject({
    id,
    version: z.int(),
    subject: z.strictObject({ kind, id }),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    sha256: z.string().nullable().openapi({ description: 'Of the PDF, from its first download on' }),
    url: z.string(),
  })
  .openapi('StatementOfWork');
export type StatementOfWork = z.infer<typeof statementSchema>;

export const listStatementsRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'The statements of work of an offer or a contract, the newest first',
  request: { query: z.strictObject({ subjectKind: kind, subjectId: id }) },
  responses: {
    200: json(z.strictObject({ items: z.array(statementSchema) }), 'All of them'),
    ...problems(401, 403, 404),
  },
});

export const makeStatementRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Make one of what stands now; where nothing changed since, the newest is the answer',
  request: { body: jsonBody(z.strictObject({ subject: z.strictObject({ kind, id }) })) },
  responses: { 201: json(statementSchema, 'The statement of work'), ...problems(401, 403, 404, 409) },
});

export const statementDocumentRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/document`,
  tags,
  summary: 'A statement of work as PDF; each time the same bytes',
  request: { params: z.strictObject({ id }) },
  responses: {
    200: { description: 'The document', content: { 'application/pdf': { schema: z.any() } } },
    ...problems(401, 403, 404),
  },
});
