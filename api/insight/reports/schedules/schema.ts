import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../../platform/http/routes.ts';
import { reportFiltersSchema } from '../filters-schema.ts';
import { exportFormats, reportSlugs } from '../report.ts';
import { tags } from '../schema.ts';
import { deliveryStates, scheduleIntervals, scheduleStates, stopReasons } from './schedule.ts';

const mail = z.strictObject({
  kind: z.literal('mail'),
  personIds: z
    .array(z.string().max(64))
    .min(1)
    .max(20)
    .openapi({ description: 'Members who may open the report themselves; others are left out and named' }),
});
const s3Place = {
  kind: z.literal('s3'),
  endpoint: z
    .url({ protocol: /^https$/ })
    .max(300)
    .nullable()
    .openapi({ description: 'Null for AWS' }),
  region: z.string().min(1).max(60),
  bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
  prefix: z
    .string()
    .max(200)
    .regex(/^[\w./-]*$/),
  accessKeyId: z.string().min(1).max(128),
};
const webhookUrl = z.url({ protocol: /^https?$/ }).max(500);

const newDelivery = z.discriminatedUnion('kind', [
  mail,
  z.strictObject({
    ...s3Place,
    secretAccessKey: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .openapi({ description: 'Kept sealed and never shown; left out, the one that was given stays' }),
  }),
  z.strictObject({ kind: z.literal('webhook'), url: webhookUrl }),
]);
export type NewDelivery = z.infer<typeof newDelivery>;

const delivery = z.discriminatedUnion('kind', [
  mail,
  z.strictObject(s3Place),
  z.strictObject({ kind: z.literal('webhook'), url: webhookUrl }),
]);
export type Delivery = z.infer<typeof delivery>;

const when = {
  every: z.enum(scheduleIntervals),
  hour: z.int().min(0).max(23).openapi({ description: 'In the tenant’s time zone' }),
  weekday: z.int().min(1).max(7).nullable().openapi({ description: 'Of a weekly one; 1 is Monday' }),
  dayOfMonth: z.int().min(1).max(28).nullable().openapi({ description: 'Of a monthly one' }),
};
const fields = {
  name: z.string().trim().min(1).max(80),
  filters: reportFiltersSchema,
  format: z.enum(exportFormats),
  ...when,
};

export const deliverySchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(deliveryStates),
    isTest: z.boolean(),
    asOf: z.iso.datetime(),
    attempts: z.int(),
    nextAttemptAt: z.iso.datetime().nullable(),
    deliveredTo: z.string().nullable(),
    failure: z.string().nullable(),
    exportId: z.string().nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .openapi('ReportDelivery');

export const scheduleSchema = z
  .strictObject({
    id: z.string(),
    report: z.enum(reportSlugs),
    ...fields,
    delivery,
    timeZone: z.string(),
    state: z.enum(scheduleStates),
    stopReason: z.enum(stopReasons).nullable(),
    owner: z.strictObject({ id: z.string(), name: z.string() }),
    nextRunAt: z.iso.datetime().nullable(),
    lastDelivery: deliverySchema.nullable(),
    etag: z.string(),
    /** Only in the answer that makes or renews it. */
    signingSecret: z.string().nullable().openapi({ description: 'Of a webhook, shown once: whsec_…' }),
    can: z.strictObject({ pause: z.boolean(), resume: z.boolean(), change: z.boolean() }),
  })
  .openapi('ReportSchedule');
export type ReportSchedule = z.infer<typeof scheduleSchema>;
export type ReportDelivery = z.infer<typeof deliverySchema>;

const param = z.strictObject({ id: z.string().min(1).max(64) });
const one = json(scheduleSchema, 'The schedule');

export const listSchedulesRoute = createRoute({
  method: 'get',
  path: '/v1/reports/schedules',
  tags,
  summary: 'Schedules: one’s own; an owner or account admin sees all',
  responses: { 200: json(z.strictObject({ items: z.array(scheduleSchema) }), 'By name'), ...problems(401, 403, 404) },
});

export const makeScheduleRoute = createRoute({
  method: 'post',
  path: '/v1/reports/schedules',
  tags,
  summary: 'Have a report come by itself',
  request: { body: jsonBody(z.strictObject({ report: z.enum(reportSlugs), ...fields, delivery: newDelivery })) },
  responses: { 201: one, ...problems(401, 403, 404, 409) },
});

export const getScheduleRoute = createRoute({
  method: 'get',
  path: '/v1/reports/schedules/{id}',
  tags,
  summary: 'A schedule',
  request: { params: param },
  responses: { 200: one, ...problems(401, 403, 404) },
});

export const changeScheduleRoute = createRoute({
  method: 'put',
  path: '/v1/reports/schedules/{id}',
  tags,
  summary: 'Change a schedule of one’s own',
  request: { params: param, body: jsonBody(z.strictObject({ ...fields, delivery: newDelivery })) },
  responses: { 200: one, ...problems(401, 403, 404, 409, 412, 428) },
});

export const removeScheduleRoute = createRoute({
  method: 'delete',
  path: '/v1/reports/schedules/{id}',
  tags,
  summary: 'Remove a schedule; an owner or account admin removes anybody’s',
  request: { params: param },
  responses: { 204: { description: 'Removed' }, ...problems(401, 403, 404) },
});

export const pauseScheduleRoute = createRoute({
  method: 'post',
  path: '/v1/reports/schedules/{id}/pause',
  tags,
  summary: 'Let it rest',
  request: { params: param },
  responses: { 200: one, ...problems(401, 403, 404, 409) },
});

export const resumeScheduleRoute = createRoute({
  method: 'post',
  path: '/v1/reports/schedules/{id}/resume',
  tags,
  summary: 'Let it go on',
  request: { params: param },
  responses: { 200: one, ...problems(401, 403, 404, 409) },
});

export const testScheduleRoute = createRoute({
  method: 'post',
  path: '/v1/reports/schedules/{id}/test',
  tags,
  summary: 'Deliver it once, now, marked as a test',
  request: { params: param },
  responses: { 202: json(deliverySchema, 'Under way'), ...problems(401, 403, 404, 409) },
});

export const listDeliveriesRoute = createRoute({
  method: 'get',
  path: '/v1/reports/schedules/{id}/deliveries',
  tags,
  summary: 'What was delivered and what failed, the newest first',
  request: { params: param },
  responses: {
    200: json(z.strictObject({ items: z.array(deliverySchema) }), 'The last fifty'),
    ...problems(401, 403, 404),
  },
});

export const deliveryFileRoute = createRoute({
  method: 'get',
  path: '/v1/reports/deliveries/{id}/file',
  tags,
  summary: 'The file of a delivery, by the signed address that a webhook carries',
  request: {
    params: param,
    query: z.strictObject({ until: z.coerce.number().int(), signature: z.string().max(100) }),
  },
  responses: {
    200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string() } } },
    ...problems(404),
  },
});
