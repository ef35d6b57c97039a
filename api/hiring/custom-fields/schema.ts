import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { customFieldKinds } from './custom-field.ts';

/* Shapes only: limits are refused by name (`too_many_custom_fields`), in accept-fields.ts. */

const key = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,39}$/)
  .openapi({ example: 'projectCode' });

export const customFieldSchema = z
  .strictObject({
    key,
    label: z.string(),
    kind: z.enum(customFieldKinds),
    choices: z.array(z.string()),
    isRequired: z.boolean(),
    isArchived: z.boolean(),
  })
  .openapi('CustomField');

/** Values by key; a date is `2026-11-23`. */
export const customValuesSchema = z.record(
  z.string().max(40),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
);

export const customFieldsSchema = z.strictObject({ fields: z.array(customFieldSchema) }).openapi('CustomFields');
export type CustomFields = z.infer<typeof customFieldsSchema>;

const tags = ['Custom fields'];

export const readJobFieldsRoute = createRoute({
  method: 'get',
  path: '/v1/tenant/job-fields',
  tags,
  summary: 'The fields this tenant adds to its job posts',
  responses: {
    200: json(customFieldsSchema, 'In the order to ask; its ETag is for replacing'),
    ...problems(401, 403, 404),
  },
});

export const replaceJobFieldsRoute = createRoute({
  method: 'put',
  path: '/v1/tenant/job-fields',
  tags,
  summary: 'Replace the fields',
  description:
    'A key keeps its kind for ever. A field that is left out is archived, not deleted: it is no longer asked, and values given before stay.',
  request: {
    headers: z.object({ 'if-match': z.string().optional() }),
    body: jsonBody(
      z.strictObject({
        fields: z
          .array(
            z.strictObject({
              key,
              label: z.string().max(200),
              kind: z.enum(customFieldKinds),
              choices: z.array(z.string().max(200)).max(200).default([]),
              isRequired: z.boolean().default(false),
              isArchived: z.boolean().default(false),
            }),
          )
          .max(200),
      }),
    ),
  },
  responses: { 200: json(customFieldsSchema, 'Replaced'), ...problems(401, 403, 404, 412, 428) },
});
