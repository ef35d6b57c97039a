import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { activityCodeTileSchema } from '../timesheets/schema.ts';
import { activityCodeMaxLength, activityNameMaxLength } from './activity-code.ts';

const id = z.string().min(1).max(64);
const params = z.strictObject({ id });
const ifMatch = z.object({ 'if-match': z.string().optional() });
const tags = ['Time'];

const code = z.string().trim().min(1).max(activityCodeMaxLength);
const name = z.string().trim().min(1).max(activityNameMaxLength);

export const activityCodeSchema = activityCodeTileSchema
  .extend({
    contractId: z.string().nullable().openapi({ description: 'null: for all contracts' }),
    isArchived: z.boolean(),
    etag: z.string(),
  })
  .openapi('ActivityCode');
export type ActivityCode = z.infer<typeof activityCodeSchema>;

export const newActivityCodeSchema = z
  .strictObject({ code, name, contractId: id.nullable().default(null) })
  .openapi('NewActivityCode');
export const activityCodeChangeSchema = z
  .strictObject({ name, isArchived: z.boolean() })
  .partial()
  .openapi('ActivityCodeChange');

export const listActivityCodesRoute = createRoute({
  method: 'get',
  path: '/v1/activity-codes',
  tags,
  summary: 'What time is booked under: for all contracts, and for one where it is named',
  request: { query: z.strictObject({ contractId: id.optional() }) },
  responses: {
    200: json(z.strictObject({ items: z.array(activityCodeSchema) }), 'By code'),
    ...problems(401, 403, 404),
  },
});

export const addActivityCodeRoute = createRoute({
  method: 'post',
  path: '/v1/activity-codes',
  tags,
  summary: 'Add one, for all contracts or for one',
  request: { body: jsonBody(newActivityCodeSchema) },
  responses: { 201: json(activityCodeSchema, 'Added'), ...problems(401, 403, 404, 409) },
});

export const changeActivityCodeRoute = createRoute({
  method: 'patch',
  path: '/v1/activity-codes/{id}',
  tags,
  summary: 'Rename it, put it away or take it out again; time booked under it keeps it',
  request: { params, headers: ifMatch, body: jsonBody(activityCodeChangeSchema) },
  responses: { 200: json(activityCodeSchema, 'Changed'), ...problems(401, 403, 404, 412, 428) },
});
